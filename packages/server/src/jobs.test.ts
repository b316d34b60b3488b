import { describe, expect, it } from 'vitest'
import { cronItems } from './db/jobs/job-runner.ts'
import { tasksWith } from './jobs.ts'

describe('cronItems', () => {
  it('reads when every task is done: with one line that is not read, nothing is done by itself', () => {
    const tasks = tasksWith(undefined)
    const timed = tasks.filter(({ cron }) => cron !== undefined).map(({ name }) => name)
    expect(timed.length).toBeGreaterThan(5)
    expect(cronItems(tasks).map(({ task }) => task)).toEqual(timed)
  })
})
