import { existsSync, readFileSync } from 'node:fs'
import { leftBehind } from './seen-in-run.ts'

/** At the end of a run: how often each check of the gate was made by all workers together, and what time it took. */
export default function tellSpent(): void {
  const file = `${leftBehind}/spent.jsonl`
  if (!existsSync(file)) return
  const sums = new Map<string, { ms: number; times: number }>()
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    for (const [name, { ms, times }] of JSON.parse(line) as [
      string,
      { ms: number; times: number },
    ][]) {
      const sum = sums.get(name) ?? { ms: 0, times: 0 }
      sums.set(name, { ms: sum.ms + ms, times: sum.times + times })
    }
  }
  console.log(
    [...sums]
      .map(([name, { ms, times }]) => `${name} ${times} times in ${(ms / 1000).toFixed(1)} s`)
      .join(', '),
  )
}
