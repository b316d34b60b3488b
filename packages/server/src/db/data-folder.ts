import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The data folder belongs to another running Takepart; the message says to which. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse'
}

/** The holder of a data folder, as its file says. */
interface Holder {
  readonly pid: number
  /** Tells the process from a later one with the same number. */
  readonly birth: string
  readonly since: string
  /** Folders outside the data folder that the holder removes at its end; whoever comes after a crash does it. */
  readonly temporary: readonly string[]
}

/** A data folder that is ours until `release`. */
export interface HeldFolder {
  readonly path: string
  noteTemporary(folders: readonly string[]): void
  release(): void
}

/**
 * Takes a data folder for this process, so that a second one is refused in words and not by two databases over the same files.
 * What a killed holder left (its own file, temporary folders, a database still stopping) is cleared first.
 * PostgreSQL's own lock stands behind this one.
 */
export async function holdDataFolder(path: string, now: Date): Promise<HeldFolder> {
  makeFolder(path)
  const file = holderFile(path)
  const before = readHolder(file)
  if (before && birthOf(before.pid) === before.birth) {
    throw new DataFolderInUse(
      `The data folder ${path} is in use by another Takepart: process ${before.pid}, started ${before.since}. ` +
        'Stop that one first, or set TAKEPART_DATA to another folder.',
    )
  }
  if (before) setAside(file, before, path)
  const mine: Holder = {
    pid: process.pid,
    birth: birthOf(process.pid) ?? '',
    since: now.toISOString(),
    temporary: [],
  }
  claim(file, mine, path)
  await stopOrphan(join(path, 'postgres'))
  for (const folder of before?.temporary ?? []) rmSync(folder, { recursive: true, force: true })
  return {
    path,
    noteTemporary: (temporary) => replace(file, { ...mine, temporary }),
    release: () => rmSync(file, { force: true }),
  }
}

const holderFile = (path: string): string => join(path, 'in-use.json')

/** Never half written, however it ends. */
function replace(file: string, holder: Holder): void {
  const whole = `${file}.${holder.pid}`
  writeFileSync(whole, JSON.stringify(holder), { mode: 0o600 })
  renameSync(whole, file)
}

/** A mode given to a recursive mkdir is given to the parents too, so they are made first. */
function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    mkdirSync(path, { mode: 0o700 })
  } catch (cause) {
    if (existsSync(path) && statSync(path).isDirectory()) return
    throw new Error(
      `The data folder ${path} cannot be made. Set TAKEPART_DATA to a folder that can be written to.`,
      { cause },
    )
  }
}

/** Written whole beside it and linked, so that nobody reads half a file and of two only one succeeds. */
function claim(file: string, holder: Holder, path: string): void {
  const whole = `${file}.${holder.pid}`
  try {
    writeFileSync(whole, JSON.stringify(holder), { mode: 0o600 })
    linkSync(whole, file)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw beingOpened(path)
    throw new Error(
      `The data folder ${path} cannot be written to. Set TAKEPART_DATA to another folder.`,
      { cause },
    )
  } finally {
    rmSync(whole, { force: true })
  }
}

/** Removes what a dead holder left, and only that: somebody else may have taken the folder since it was read. */
function setAside(file: string, dead: Holder, path: string): void {
  const aside = `${file}.${process.pid}.old`
  try {
    renameSync(file, aside)
  } catch {
    throw beingOpened(path)
  }
  if (JSON.stringify(readHolder(aside)) !== JSON.stringify(dead)) {
    renameSync(aside, file)
    throw beingOpened(path)
  }
  rmSync(aside)
}

const beingOpened = (path: string): DataFolderInUse =>
  new DataFolderInUse(
    `The data folder ${path} is being opened by another Takepart at this moment. Stop one of the two.`,
  )

function readHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder
    return Number.isInteger(holder.pid) && Array.isArray(holder.temporary) ? holder : undefined
  } catch {
    return undefined
  }
}

/** Undefined when no such process lives. Linux tells when a process began; elsewhere only that it is there. */
function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return isAlive(pid) ? 'alive' : undefined
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return fields[0] === 'Z' ? undefined : `${boot}/${fields[19]}`
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A database whose Takepart was killed may still be stopping, or (where it cannot notice) running: end it in good order. */
async function stopOrphan(databaseFolder: string): Promise<void> {
  const pid = orphanOf(databaseFolder)
  if (pid === undefined) return
  for (let waited = 0; waited < 200 && orphanOf(databaseFolder) === pid; waited += 1) {
    if (waited === 5) process.kill(pid, 'SIGINT')
    if (waited === 150) process.kill(pid, 'SIGQUIT')
    await pause(100)
  }
}

function orphanOf(databaseFolder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(databaseFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
    const name =
      process.platform === 'linux' ? readFileSync(`/proc/${pid}/comm`, 'utf8').trim() : 'postgres'
    return pid > 1 && name === 'postgres' && isAlive(pid) ? pid : undefined
  } catch {
    return undefined
  }
}
