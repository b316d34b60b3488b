import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Connectivity } from './connectivity.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import type { SendingRecords } from './records.ts'
import {
  draft,
  emptyDevice,
  openTab,
  responseId,
  rowsIn,
  submission,
  tab,
  text,
  today,
} from './test-support/device.ts'
import { FakeServer, type Fate } from './test-support/server.ts'

/** What somebody was told. */
interface Expected {
  /** Response number → words the device said were saved. */
  readonly saved: Map<number, string[]>
  readonly queued: Set<number>
}

interface Tab {
  records: SendingRecords
  outbox: Outbox
  close: () => void
}

const nothing = () => undefined
const quiet: Connectivity = {
  online: true,
  report: nothing,
  watch: () => nothing,
  onChance: () => nothing,
  wantNudge: nothing,
}

/** A device with two tabs and the server, with a network that does as it is told. */
class World {
  readonly server = new FakeServer()
  readonly tabs: Tab[] = []
  /** The tab that dies at its next settling, between the server's answer and the note of it. */
  dying: Tab | undefined
  queuedSoFar = 0

  async open(index: number): Promise<void> {
    this.tabs[index]?.close()
    const parts = tab()
    const records = await openTab(parts)
    const own: Tab = { records, close: parts.close, outbox: undefined as unknown as Outbox }
    const settle: SendingRecords['settle'] = async (...of) => {
      if (this.dying === own) throw new Error('the tab died')
      await records.settle(...of)
    }
    const mortal = {
      waiting: () => records.waiting(),
      begin: (id: string) => records.begin(id),
      settle,
    }
    own.outbox = createOutbox({
      records: mortal,
      send: this.server.send,
      connectivity: quiet,
      now: () => today,
      random: () => new Uint8Array(1),
      after: () => nothing,
    })
    this.tabs[index] = own
  }
}

type Command = fc.AsyncCommand<Expected, World>

const responseNumber = fc.integer({ min: 1, max: 3 })
const tabNumber = fc.integer({ min: 0, max: 1 })
const fate = fc.constantFrom<Fate[]>(
  'arrives',
  'response-lost',
  'no-network',
  'error-500',
  'error-503',
  'refused',
)

async function invariants({ saved }: Expected, { tabs, server }: World): Promise<void> {
  const records = await tabs[0]!.records.list('response')
  // P4: each response once, in one state, with an outbox entry exactly while it waits; P1: the saved words are there.
  expect(records.map((record) => record.draft.id).sort()).toEqual(
    [...saved.keys()].sort().map(responseId),
  )
  const waiting = records
    .filter(({ state }) => state === 'waiting')
    .map((record) => record.draft.id)
  expect((await rowsIn('outbox')).map((entry) => entry['id']).sort()).toEqual(waiting.sort())
  for (const [number, words] of saved) {
    const { answers, others } = records.find(
      (record) => record.draft.id === responseId(number),
    )!.draft
    const here = JSON.stringify([answers, others])
    for (const word of words) expect(here).toContain(word)
  }
  // P2: what has a receipt is with the server. P3: it was only ever sent with the same words.
  for (const record of records.filter(({ state }) => state === 'received'))
    expect(server.stored).toContain(record.draft.id)
  for (const contents of server.contents.values()) expect(contents.size).toBe(1)
}

class Save implements Command {
  constructor(
    readonly at: number,
    readonly number: number,
    readonly word: string,
  ) {}
  check = ({ queued }: Expected) => !queued.has(this.number)
  async run(expected: Expected, world: World): Promise<void> {
    const { records } = world.tabs[this.at]!
    const held =
      (await records.read('response', responseId(this.number)))?.draft ??
      draft({ id: responseId(this.number) })
    const key = `${this.at}-${this.word}`
    const outcome = await records.saveDraft(
      'response',
      { ...held, answers: { ...held.answers, [key]: text(key) } },
      held.answers,
    )
    expect(outcome.saved).toBe(true)
    expected.saved.set(this.number, [...(expected.saved.get(this.number) ?? []), key])
    await invariants(expected, world)
  }
  toString = () => `tab ${this.at} saves response ${this.number}`
}

class Queue implements Command {
  constructor(
    readonly at: number,
    readonly number: number,
  ) {}
  check = ({ saved, queued }: Expected) => saved.has(this.number) && !queued.has(this.number)
  async run(expected: Expected, world: World): Promise<void> {
    const id = responseId(this.number)
    world.queuedSoFar += 1
    const { records } = world.tabs[this.at]!
    const answers = (await records.read('response', id))?.draft.answers
    const outcome = await records.queue('response', id, {
      command: submission(id, answers),
      at: new Date(today.getTime() + world.queuedSoFar).toISOString(),
    })
    expect(outcome.saved).toBe(true)
    expected.queued.add(this.number)
    await invariants(expected, world)
  }
  toString = () => `tab ${this.at} queues response ${this.number}`
}

class Flush implements Command {
  constructor(
    readonly at: readonly number[],
    readonly fates: readonly Fate[],
  ) {}
  check = () => true
  async run(expected: Expected, world: World): Promise<void> {
    let next = 0
    const done = (await world.tabs[0]!.records.list('response'))
      .filter(({ state }) => state !== 'waiting')
      .map((record) => record.draft.id)
    const before = world.server.arrived.length
    world.server.fate = () => this.fates[next++ % this.fates.length]!
    await Promise.all(this.at.map((at) => world.tabs[at]!.outbox.flush()))
    for (const id of world.server.arrived.slice(before)) expect(done).not.toContain(id)
    await invariants(expected, world)
  }
  toString = () => `tabs ${this.at.join(' and ')} flush: ${this.fates.join(', ')}`
}

class CrashBetweenAnswerAndNote implements Command {
  constructor(readonly at: number) {}
  check = () => true
  async run(expected: Expected, world: World): Promise<void> {
    world.server.fate = () => 'arrives'
    world.dying = world.tabs[this.at]!
    await world.dying.outbox.flush().catch(() => undefined)
    world.dying = undefined
    await world.open(this.at)
    await invariants(expected, world)
  }
  toString = () => `tab ${this.at} dies between the answer and its note`
}

it('holds every response in one state and has each accepted once, whatever happens on the way', async () => {
  const commands = [
    fc
      .tuple(tabNumber, responseNumber, fc.stringMatching(/^[a-z]{1,3}$/))
      .map((of) => new Save(...of)),
    fc.tuple(tabNumber, responseNumber).map((of) => new Queue(...of)),
    fc
      .tuple(fc.constantFrom([0], [1], [0, 1]), fc.array(fate, { minLength: 1, maxLength: 4 }))
      .map((of) => new Flush(...of)),
    tabNumber.map((at) => new CrashBetweenAnswerAndNote(at)),
  ]
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 25 }), async (path) => {
      await emptyDevice()
      const world = new World()
      await world.open(0)
      await world.open(1)
      const expected: Expected = { saved: new Map(), queued: new Set() }
      await fc.asyncModelRun(() => ({ model: expected, real: world }), path)
      // Liveness: once nothing goes wrong any more, nothing is left waiting.
      world.server.fate = () => 'arrives'
      await world.tabs[0]!.outbox.flush()
      await invariants(expected, world)
      for (const number of expected.queued) {
        expect(['received', 'refused']).toContain(
          (await world.tabs[0]!.records.read('response', responseId(number)))?.state,
        )
      }
      for (const { close } of world.tabs) close()
    }),
    { numRuns: 60 },
  )
}, 60_000)
