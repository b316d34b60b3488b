import { readFile } from 'node:fs/promises'
import { expect, type BrowserContext } from '@playwright/test'
import type { DeviceRecord } from '../../packages/shared/src/domain/device/draft.ts'
import type { RunningServer } from './server.ts'
import { storedResponses, type StoredResponse } from './stored-responses.ts'

/** A receipt that somebody was shown, wherever: on a page that keeps nothing, or as the answer to a call. */
export interface ShownReceipt {
  readonly reference: string
}

/** What to hold against the database. */
export interface Witnesses {
  /** Devices: everything on them is read as their owner would read it. */
  readonly devices?: readonly Device[]
  /** Receipts besides those on the devices. */
  readonly shown?: readonly ShownReceipt[]
}

interface Device {
  readonly context: BrowserContext
  readonly origin: string
}

interface Row {
  readonly name: string
  readonly group: string
}

/**
 * What must hold after every fault (promises P2, P3 and P4):
 *
 * - every receipt that anybody was shown is in the database, with that reference, revision and state
 * - a response is there once, however often it was sent, and nobody's response is there besides
 * - what is stored is what the device holds, word for word
 * - each record on a device is in exactly one state, and is listed under exactly one heading
 */
export class Oracle {
  readonly #server: RunningServer
  readonly #before: ReadonlySet<string>
  asked = 0

  private constructor(server: RunningServer, before: ReadonlySet<string>) {
    this.#server = server
    this.#before = before
  }

  /** Begins to watch: what is stored already belongs to somebody else. */
  static async over(server: RunningServer): Promise<Oracle> {
    return new Oracle(server, new Set((await storedResponses(server)).map(({ id }) => id)))
  }

  /** What was stored since the oracle began to watch. */
  async stored(): Promise<readonly StoredResponse[]> {
    return (await storedResponses(this.#server)).filter(({ id }) => !this.#before.has(id))
  }

  /** Fails with what does not hold; answers the records and rows for what a test wants to know besides. */
  async expectAllHolds({
    devices = [],
    shown = [],
  }: Witnesses): Promise<{ records: readonly DeviceRecord[]; rows: readonly StoredResponse[] }> {
    this.asked += 1
    const records = (await Promise.all(devices.map(readDevice))).flat()
    // After the devices: a receipt that was there by then must be here.
    const rows = await this.stored()
    expect(troublesIn(records, rows, shown), 'what is promised and does not hold').toEqual([])
    return { records, rows }
  }
}

/** Everything that does not hold, in words. Pure, so that it can be seen to fail. */
export function troublesIn(
  records: readonly DeviceRecord[],
  rows: readonly StoredResponse[],
  shown: readonly ShownReceipt[],
): readonly string[] {
  const references = new Map(rows.map((row) => [row.reference, row]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const known = new Set(records.map(({ draft }) => draft.id as string))
  const told = new Set(shown.map(({ reference }) => reference))
  return [
    ...(byId.size === rows.length && references.size === rows.length
      ? []
      : ['two rows have one id or one reference']),
    ...shown
      .filter(({ reference }) => !references.has(reference))
      .map(({ reference }) => `${reference} was shown and is not stored`),
    ...rows
      .filter(({ id, reference }) => !known.has(id) && !told.has(reference))
      .map(({ id }) => `${id} is stored and nobody knows of it`),
    ...records.flatMap((record) => troublesOf(record, byId.get(record.draft.id))),
  ]
}

function troublesOf(record: DeviceRecord, row: StoredResponse | undefined): readonly string[] {
  const { receipt, draft } = record
  const name = `${record.state} ${draft.id}`
  if (receipt && !row) return [`${name} has receipt ${receipt.reference} and is not stored`]
  if (!row) return []
  const sent =
    record.state === 'waiting' && record.command.kind === 'response.submit'
      ? record.command.input.answers
      : undefined
  const mine = record.state === 'received' && receipt?.state === 'received' ? draft.answers : sent
  return [
    ...(receipt && receipt.reference !== row.reference
      ? [`${name} has receipt ${receipt.reference}, the database ${row.reference}`]
      : []),
    ...(record.state === 'received' && receipt?.state !== row.state
      ? [`${name} is ${receipt?.state} here and ${row.state} in the database`]
      : []),
    ...(record.state === 'received' && receipt?.revision !== row.revision
      ? [`${name} is of revision ${receipt?.revision} here and ${row.revision} in the database`]
      : []),
    ...(record.state === 'received' && receipt?.late !== row.late
      ? [`${name} is late: ${receipt?.late} here and ${row.late} in the database`]
      : []),
    ...(mine && canonical(mine) !== canonical(row.answers)
      ? [`${name} says ${canonical(mine)} and the database ${canonical(row.answers)}`]
      : []),
  ]
}

/** The same words whatever the order of fields. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

const headings: Readonly<Record<string, DeviceRecord['state']>> = {
  'records-refused': 'refused',
  'records-waiting': 'waiting',
  'records-draft': 'draft',
  'records-received': 'received',
}

/**
 * Everything on a device, through the list that its owner sees and the file that its owner can take away: both are read
 * at one moment, and must agree.
 */
export async function readDevice({ context, origin }: Device): Promise<readonly DeviceRecord[]> {
  const page = await context.newPage()
  try {
    await page.goto(`${origin}/my-responses`)
    await expect(
      page.getByRole('heading', { level: 1, name: 'My drafts and responses' }),
    ).toBeVisible()
    const download = page.waitForEvent('download', { timeout: 5000 }).catch(() => undefined)
    const listed = await page.evaluate((): Row[] => {
      const lists = [...document.querySelectorAll('ul[id^=records-]')]
      const rows = lists.flatMap((list) =>
        [...list.querySelectorAll<HTMLAnchorElement>('a[href^="/my-responses/"]')].map((link) => ({
          name: link.pathname.split('/').at(-1) ?? '',
          group: list.id,
        })),
      )
      const save = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent?.trim() === 'Save everything as a file',
      )
      save?.click()
      return rows
    })
    if (listed.length === 0) return []
    const file = await (await download)?.path()
    const { records } = JSON.parse(await readFile(file ?? '', 'utf8')) as {
      records: readonly DeviceRecord[]
    }
    const shown = listed.map(({ name, group }) => `${name} ${headings[group]}`)
    expect(shown.sort(), 'each record under the heading of its state, once').toEqual(
      records.map(({ draft, state }) => `${draft.name} ${state}`).sort(),
    )
    return records
  } finally {
    await page.close()
  }
}
