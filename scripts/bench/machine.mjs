import { readFileSync, readdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

export const median = (values) => quantile(values, 0.5)

/** The value below which that share of the values lies; undefined when there are none. */
export const quantile = (values, share) => {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

export const round = (value, digits = 0) =>
  Number.isFinite(value) ? Number(value.toFixed(digits)) : undefined

/** A Markdown table. */
export const table = (head, rows) => {
  const line = (cells) => `| ${cells.map((cell) => cell ?? '–').join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** What the figures were taken on: without it they mean nothing. */
export const machineWords = () =>
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}`

/** Resident memory of one process in MiB; Linux only, else undefined. */
export const memoryOf = (pid) => {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return undefined
  }
}

/** The most memory a process holds while `work` runs, in MiB, looked at every 50 ms. */
export const peakWhile = async (pid, work) => {
  let peak = memoryOf(pid) ?? 0
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid) ?? 0)
  }, 50)
  try {
    return { result: await work(), peak }
  } finally {
    clearInterval(timer)
  }
}

const busyShare = async () => {
  const times = () =>
    readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number)
  const before = times()
  await sleep(500)
  const spent = times().map((value, at) => value - before[at])
  return 1 - (spent[3] + spent[4]) / spent.slice(0, 8).reduce((a, b) => a + b, 0)
}

/** Waits until the machine has been quiet for a second; goes on after ten seconds all the same and says so. */
export const untilQuiet = async () => {
  if (!readdirSync('/').includes('proc')) return true
  for (let tries = 0, quiet = 0; tries < 20; tries += 1) {
    quiet = (await busyShare()) < 0.2 ? quiet + 1 : 0
    if (quiet === 2) return true
  }
  return false
}
