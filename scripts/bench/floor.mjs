/**
 * The floor: the least that could do the same on the same parts, in a process of its own. A page as one HTML file
 * served from memory; a page made afresh from one query; an insert of the same row through a bare tRPC procedure and
 * Kysely. No rules, no checks, no security headers.
 *
 * node floor.mjs PORT SOCKET-FOLDER PAGE.html
 */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { randomBytes } from 'node:crypto'

const fromServer = createRequire(new URL('../../packages/server/package.json', import.meta.url))
const load = (name) => import(pathToFileURL(fromServer.resolve(name)).href)
const [{ Kysely, PostgresDialect, sql }, { default: pg }, { initTRPC }, { createHTTPHandler }] =
  await Promise.all([
    load('kysely'),
    load('pg'),
    load('@trpc/server'),
    load('@trpc/server/adapters/standalone'),
  ])

const [port, sockets, file] = process.argv.slice(2)
const db = new Kysely({
  dialect: new PostgresDialect({
    pool: new pg.Pool({ host: sockets, user: 'takepart', database: 'takepart', max: 16 }),
  }),
})
const html = readFileSync(file)
const compressed = brotliCompressSync(html)

const t = initTRPC.create()
const router = t.router({
  response: t.router({
    submit: t.procedure
      .input((value) => value)
      .mutation(async ({ input }) => {
        const reference = `ABCD-${String(randomBytes(4).readUInt32BE() % 10_000).padStart(4, '0')}`
        const hour = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000)
        await sql`insert into floor_response (id, version, edition, reference, code_hash, revision, state, late, answers, content_hash, completed_at, received_at)
        values (${input.responseId}, ${input.version}, ${input.edition}, ${reference}, ${Buffer.from(input.codeHash, 'hex')}, 1, 'received', false,
          ${JSON.stringify(input.answers)}, ${Buffer.from(input.codeHash, 'hex')}, ${hour}, ${hour})`.execute(
          db,
        )
        return { reference }
      }),
  }),
})
await sql`create table if not exists floor_response (id uuid primary key, version int, edition text, reference text, code_hash bytea unique, revision int,
  state text, late boolean, answers jsonb, content_hash bytea, completed_at timestamptz, received_at timestamptz)`.execute(
  db,
)
await sql`create index if not exists floor_reference on floor_response (reference)`.execute(db)

const calls = createHTTPHandler({ router, basePath: '/trpc/' })
const escaped = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const afresh = async () => {
  const {
    rows: [row],
  } = await sql`select document from consultation_version order by number desc limit 1`.execute(db)
  const { title, summary, documents, sections } = row.document
  return `<!doctype html><title>${escaped(title)}</title><h1>${escaped(title)}</h1><p>${escaped(summary)}</p><ol>${documents
    .map((one) => `<li><a href="/read/${one.id}">${escaped(one.title)}</a></li>`)
    .join('')}</ol>${sections.map((one) => `<h2>${escaped(one.title)}</h2>`).join('')}`
}

createServer(async (request, response) => {
  if (request.url.startsWith('/trpc/')) return calls(request, response)
  if (request.url === '/afresh')
    return response.setHeader('content-type', 'text/html; charset=utf-8').end(await afresh())
  if (request.url !== '/' && request.url !== '/health/ready') return response.writeHead(404).end()
  const br = request.headers['accept-encoding']?.includes('br')
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(br ? { 'content-encoding': 'br' } : {}),
    })
    .end(br ? compressed : html)
}).listen(Number(port), '127.0.0.1')

process.once('SIGTERM', () => process.exit(0))
