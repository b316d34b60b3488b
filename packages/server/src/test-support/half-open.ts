import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A way to the database that can go silent: connections stay open and nothing passes, as behind a firewall that forgot them. */
export interface HalfOpenWay {
  /** The folder of its socket, to connect to instead of the database's own. */
  readonly host: string
  goSilent(): void
  /** New connections pass again; the old ones stay silent. */
  recover(): void
  close(): Promise<void>
}

const socketName = '.s.PGSQL.5432'

export async function halfOpenWay(databaseHost: string): Promise<HalfOpenWay> {
  const host = mkdtempSync(join(tmpdir(), 'takepart-way-'))
  const sockets = new Set<Socket>()
  let silent = false
  const server = createServer((near) => {
    const far = createConnection(join(databaseHost, socketName))
    let passes = !silent
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => undefined)
      from.on('data', (bytes) => void ((passes &&= !silent) && to.write(bytes)))
      from.on('close', () => void (passes && to.destroy()))
    }
  })
  await new Promise<void>((done) => server.listen(join(host, socketName), done))
  return {
    host,
    goSilent: () => void (silent = true),
    recover: () => void (silent = false),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
      rmSync(host, { recursive: true, force: true })
    },
  }
}
