import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../context.ts'
import { sentRequest } from '../test-support/sample-request.ts'
import { publish, smallConsultation } from '../test-support/sample-response.ts'
import { callerFor, testContext } from '../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'
import { runCommand } from './run-command.ts'

let database: TestDatabase
const references: string[] = []
const asked = [
  sentRequest({ name: '=HYPERLINK("http://evil.invalid")', when: 'after 4 pm', remember: true }),
  sentRequest({
    needs: ['talk-by-phone'],
    say: {},
    reach: { by: 'post', to: 'Sam\n1 High Street' },
  }),
]

beforeAll(async () => {
  database = await createTestDatabase()
  await publish(database.calls, smallConsultation())
  await publish(database.calls, smallConsultation({ slug: 'quiet-rooms' }))
  const ctx = testContext(database)
  for (const input of asked) {
    const result = await callerFor(ctx).supportRequest.ask(input)
    if (result.ok) references.push(result.value.reference)
  }
})
afterAll(() => database.close())

async function run(words: readonly string[], day = '2027-02-03') {
  const said = { out: '', err: '' }
  const into = (name: keyof typeof said) =>
    new Writable({
      write: (chunk, _encoding, done) => {
        said[name] += String(chunk)
        done()
      },
    })
  const code = await runCommand(words, {
    out: into('out'),
    err: into('err'),
    now: () => new Date(`${day}T12:00:00Z`),
    random: systemRandom,
    origin: 'http://localhost:3000',
    open: async () => ({ db: database.calls, close: async () => undefined }),
  })
  return { code, ...said }
}

describe('consultation requests', () => {
  it('lists what people asked for in words, with how to reach them and until when', async () => {
    const { code, out, err } = await run(['requests'])
    expect({ code, err }).toEqual({ code: 0, err: '2 requests\n' })
    expect(out).toContain(`${references[0]}  asked  due 2027-02-08  waiting-rooms\n`)
    expect(out).toContain('    Large print; Another language: Polish\n')
    expect(out).toContain(
      '    By phone: =HYPERLINK("http://evil.invalid"), 01632 960 001\n    When it suits: after 4 pm\n',
    )
    expect(out).toContain('    Talk to somebody by phone\n    By post: Sam, 1 High Street\n')
    expect(out).toContain(
      '    Received 2027-02-01. Take their answers until the end of 2027-03-08\n    Agrees that it is noted and shared: yes\n',
    )
  })

  it('says what is overdue, and lists those of one consultation', async () => {
    expect((await run(['requests', 'waiting-rooms'], '2027-02-09')).err).toBe(
      '2 requests, 2 overdue\n',
    )
    expect((await run(['requests', 'waiting-rooms'], '2027-02-09')).out).toContain(
      'due 2027-02-08 (overdue)',
    )
    expect(await run(['requests', 'quiet-rooms'])).toEqual({
      code: 0,
      out: '',
      err: '0 requests\n',
    })
    expect(await run(['requests', 'no-rooms'])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('no consultation') as string,
    })
  })

  it('writes CSV in which no cell is a formula, and JSON that can be read', async () => {
    const { out } = await run(['requests', '--format', 'csv'])
    expect(out.startsWith('\uFEFF"Reference","State')).toBe(true)
    expect(out).toContain(`"'=HYPERLINK(""http://evil.invalid"")"`)
    expect(out.split('\r\n').filter(Boolean)).toHaveLength(3)
    const items = JSON.parse((await run(['requests', '--format', 'json'])).out) as { id: string }[]
    expect(items.map(({ id }) => id).sort()).toEqual(
      asked.map(({ requestId }) => requestId as string).sort(),
    )
    expect(items.find(({ id }) => id === asked[0]?.requestId)).toMatchObject({
      needs: ['large-print', 'other-language'],
      say: { 'other-language': 'Polish' },
      overdue: false,
    })
  })

  it('closes one and leaves it out of what is open', async () => {
    const [first = '', second = ''] = references
    expect(await run(['requests', '--met', first])).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${first} is now met`) as string,
    })
    expect(await run(['requests', '--not-met', second])).toMatchObject({
      code: 1,
      out: expect.stringContaining('Say why') as string,
    })
    expect((await run(['requests', '--open'])).out).not.toContain(first)
    expect(
      await run(['requests', '--not-met', asked[1]?.requestId ?? '', '--note', 'Nobody\nanswered']),
    ).toMatchObject({ code: 0 })
    expect((await run(['requests', '--open'])).err).toBe('0 requests\n')
    expect((await run(['requests'])).out).toContain('    Closed 2027-02-03: Nobody, answered\n')
    expect(await run(['requests', '--met', 'BBBB-0000'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('There is no request') as string,
    })
  })

  it('erases what is past its time before it lists anything', async () => {
    const { out } = await run(['requests'], '2027-08-03')
    expect(out).toContain('Details erased 2027-08-03')
    expect(out).not.toMatch(/01632|Sam|Polish/)
    expect(out).toContain('    Large print; Another language\n')
  })
})
