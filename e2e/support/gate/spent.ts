import { appendFileSync, mkdirSync } from 'node:fs'
import { leftBehind } from './seen-in-run.ts'

interface Spent {
  readonly ms: number
  readonly times: number
}

const spent = new Map<string, Spent>()

/** Notes how long a check has taken, by its name: what makes `npm test` slow is known (tell-spent.ts). */
export async function timed<Result>(name: string, check: Promise<Result>): Promise<Result> {
  const began = performance.now()
  try {
    return await check
  } finally {
    const { ms, times } = spent.get(name) ?? { ms: 0, times: 0 }
    spent.set(name, { ms: ms + performance.now() - began, times: times + 1 })
  }
}

process.once('exit', () => {
  if (spent.size === 0) return
  mkdirSync(leftBehind, { recursive: true })
  appendFileSync(`${leftBehind}/spent.jsonl`, `${JSON.stringify([...spent])}\n`)
})
