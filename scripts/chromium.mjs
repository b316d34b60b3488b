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

/** Chromium without windows: the same engine, for a half of the work. */
export const withoutWindows = 'chromium-headless-shell'
const withWindows = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
]

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

/** The first of some programs on PATH, by their names, or undefined. */
const onPath = (names, env) => {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun)
}

/** The browser for tests: CHROMIUM_PATH, else one without windows, else the one that people have, else undefined. */
export const findChromium = (env = process.env) =>
  env.CHROMIUM_PATH || onPath([withoutWindows], env) || findBrowser(env)

/** The browser that people have: CHROMIUM_PATH, else the first Chromium, Chrome or Edge on this machine, else undefined. */
const findBrowser = (env = process.env) =>
  env.CHROMIUM_PATH || onPath(withWindows, env) || applications.find(canRun)

/** As findChromium, with Debian's own place as the last word, so that an error message names a file. */
export const chromiumPath = (env = process.env) => findChromium(env) ?? '/usr/bin/chromium'

/** The browser that people have, for figures; where there is none, the one for tests. */
export const browserPath = (env = process.env) => findBrowser(env) ?? chromiumPath(env)
