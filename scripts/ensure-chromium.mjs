/** Makes sure that there is a Chromium for the browser tests: the one that is here, else Debian's. */
import { canRun, findChromium, withoutWindows } from './chromium.mjs'
import { run, works } from './processes.mjs'

const missing = [
  'The browser tests need Chromium, Chrome or Edge, and none was found.',
  'Install one (on Debian or Ubuntu: sudo apt-get install chromium) or say where it is: CHROMIUM_PATH=/path/to/chromium npm test',
]

/** The words before `apt-get` that let it install, or undefined where it cannot. */
const rights = async () => {
  if (!(await works(['apt-get', '--version']))) return undefined
  if (process.getuid?.() === 0) return []
  return (await works(['sudo', '-n', 'true'])) ? ['sudo', '-n'] : undefined
}

const install = async (before) => {
  console.log('No Chromium found: installing Debian’s for the browser tests …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = ['apt-get', '-q', '-y']
  await run([...before, ...quiet, 'update'], { env, live: true, seconds: 300 })
  for (const browser of [withoutWindows, 'chromium']) {
    // A font as well: without one every letter has no width, and a test of the layout says nothing.
    const { code } = await run(
      [...before, ...quiet, 'install', '--no-install-recommends', browser, 'fonts-dejavu-core'],
      { env, live: true, seconds: 900 },
    )
    if (code === 0) return
  }
}

/**
 * The path of a browser that can be started.
 *
 * @throws Error with words for the person at the keyboard, when there is none and it cannot be installed
 */
export const ensureChromium = async () => {
  if (process.env.CHROMIUM_PATH) {
    if (canRun(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH
    throw new Error(
      `CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, and no program that can be started is there.`,
    )
  }
  if (!findChromium()) {
    const before = await rights()
    if (before) await install(before)
  }
  const found = findChromium()
  if (!found) throw new Error(missing.join('\n'))
  return found
}

if (process.argv[1] === import.meta.filename) {
  try {
    console.log(await ensureChromium())
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
