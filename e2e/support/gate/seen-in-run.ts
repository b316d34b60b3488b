import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What any worker of this run has looked at and found good: nothing has to be looked at twice. */
export interface SeenInRun {
  has(key: string): boolean
  add(keys: readonly string[]): void
}

/** The folder of what a run leaves behind, which Playwright empties before each run. */
export const leftBehind = fileURLToPath(new URL('../../../test-results/e2e', import.meta.url))

/** Each worker adds lines to one file, and reads what the others have added before it says that something is new. */
export function seenInRun(name: string): SeenInRun {
  const file = join(leftBehind, `seen-${name}.txt`)
  const keys = new Set<string>()
  let read = 0
  const readOn = (): void => {
    if (!existsSync(file)) return
    const open = openSync(file, 'r')
    const fresh = Buffer.alloc(Math.max(0, fstatSync(open).size - read))
    readSync(open, fresh, 0, fresh.length, read)
    closeSync(open)
    // A line that another worker is writing just now is read next time.
    const whole = fresh.subarray(0, fresh.lastIndexOf(10) + 1)
    read += whole.length
    for (const key of whole.toString('utf8').split('\n')) keys.add(key)
  }
  return {
    has(key) {
      if (!keys.has(key)) readOn()
      return keys.has(key)
    },
    add(some) {
      mkdirSync(leftBehind, { recursive: true })
      if (some.length > 0) appendFileSync(file, `${some.join('\n')}\n`)
    },
  }
}
