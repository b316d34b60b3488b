import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Command-line flags for every Chromium that tests start: no sandbox because a test machine is often root in a container. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge']

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

/** True for a program that this user may start. */
export const canRun = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser on this machine: CHROMIUM_PATH, else the first Chromium, Chrome or Edge on PATH, else undefined. */
export const findChromium = (env = process.env) => {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...applications].find(canRun)
}

/** As findChromium, with Debian's own place as the last word, so that an error message names a file. */
export const chromiumPath = (env = process.env) => findChromium(env) ?? '/usr/bin/chromium'
