import type { AddressInfo, Socket } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** What a mail server does with the next mails. */
export type Behaviour = 'take' | 'refuse' | 'later' | 'cut-after-text'

/** A real mail server on this machine, which keeps what it takes. */
export interface MailServer {
  readonly url: string
  readonly taken: readonly ParsedMail[]
  behave(behaviour: Behaviour): void
  close(): Promise<void>
}

const reply = (code: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode: code })

export async function startMailServer(): Promise<MailServer> {
  const taken: ParsedMail[] = []
  const sockets = new Set<Socket>()
  let behaviour: Behaviour = 'take'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      if (behaviour === 'refuse') done(reply(550, 'No such person here'))
      else if (behaviour === 'later') done(reply(451, 'Busy'))
      else done()
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (behaviour === 'cut-after-text') return sockets.forEach((socket) => socket.destroy())
        void simpleParser(Buffer.concat(chunks)).then((mail) => {
          taken.push(mail)
          done()
        })
      })
    },
  })
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => {
    // A connection that this server cuts is reported here as well.
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    behave: (next) => {
      behaviour = next
    },
    close: () =>
      new Promise((resolve) => {
        sockets.forEach((socket) => socket.destroy())
        server.close(() => resolve())
      }),
  }
}
