import type { Draft } from '@takepart/shared/domain/device/draft'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  accepted,
  change,
  daysBefore,
  draft,
  emptyDevice,
  openTab,
  receipt,
  refused,
  responseId,
  rowsIn,
  submission,
  tab,
  text,
  today,
  withdrawal,
} from './test-support/device.ts'
import { openRecords, type SaveOutcome } from './records.ts'

const id = responseId(1)
const at = today.toISOString()
const kept = (outcome: SaveOutcome<'response'>): Draft => {
  if (!outcome.saved) throw new Error(`not saved: ${outcome.reason}`)
  return outcome.draft
}

beforeEach(emptyDevice)

describe('saving a draft', () => {
  it('gives it back with its next revision, also to a tab opened later', async () => {
    const records = await openTab()
    const saved = kept(
      await records.saveDraft('response', draft({ answers: { why: text('Nobody told me') } }), {}),
    )
    expect(saved.revision).toBe(1)
    expect(records.durable).toBe(true)
    expect(await (await openTab()).read('response', id)).toEqual({
      kind: 'response',
      state: 'draft',
      draft: saved,
    })
  })

  it('commits with strict durability and reads the revision back before it answers', async () => {
    const records = await openTab()
    const steps: string[] = []
    const begin = IDBDatabase.prototype.transaction
    const watch = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...of
    ) {
      const transaction = begin.apply(this, of)
      if (of[1] === 'readwrite')
        transaction.addEventListener('complete', () =>
          steps.push(`written ${transaction.durability}`),
        )
      else steps.push('read')
      return transaction
    })
    await records.saveDraft('response', draft(), {})
    watch.mockRestore()
    // The first write is the device's key.
    expect(steps.filter((step) => step !== 'read')).toEqual(['written strict', 'written strict'])
    expect(steps.at(-1)).toBe('read')
  })

  it('leaves nothing but what is needed for order and expiry readable in the store', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft({ answers: { why: text('Canary words') } }), {})
    await records.queue('response', id, {
      command: submission(id, { why: text('Canary words') }),
      at: at,
    })
    const [row] = await rowsIn('record')
    expect(Object.keys(row ?? {}).sort()).toEqual([
      'changedAt',
      'data',
      'id',
      'iv',
      'ownDevice',
      'queuedAt',
      'revision',
      'state',
    ])
    const bytes = new TextDecoder('latin1').decode(row?.['data'] as ArrayBuffer)
    expect(bytes).not.toMatch(/Canary|hospital|ABCD/)
  })

  it('locks with a key that cannot be taken out of the browser', async () => {
    await (await openTab()).saveDraft('response', draft(), {})
    const [held] = await rowsIn('meta')
    const key = held?.['key'] as CryptoKey
    expect(key.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })

  it('uses one key however many tabs make one at once', async () => {
    const tabs = await Promise.all([openTab(), openTab(), openTab()])
    await Promise.all(
      tabs.map((records, index) =>
        records.saveDraft('response', draft({ id: responseId(index + 1) }), {}),
      ),
    )
    expect(await (await openTab()).list('response')).toHaveLength(3)
  })

  it('says gone when another tab deleted the draft, and stores it anew when asked to', async () => {
    const [mine, theirs] = [await openTab(), await openTab()]
    const saved = kept(await mine.saveDraft('response', draft(), {}))
    expect(await theirs.discard(id)).toBe(true)
    expect(await mine.saveDraft('response', saved, {})).toEqual({ saved: false, reason: 'gone' })
    expect(await rowsIn('record')).toEqual([])
    expect(kept(await mine.saveDraft('response', { ...saved, revision: 0 }, {})).revision).toBe(1)
  })

  it('deletes the revision that is named, and leaves words alone that another tab has stored since', async () => {
    const [mine, theirs] = [await openTab(), await openTab()]
    const saved = kept(await mine.saveDraft('response', draft(), {}))
    const later = kept(
      await theirs.saveDraft('response', { ...saved, answers: { why: text('Written since') } }, {}),
    )
    expect(await mine.discard(id, saved.revision)).toBe(false)
    expect((await mine.read('response', id))?.draft.answers).toEqual({ why: text('Written since') })
    expect(await mine.discard(id, later.revision)).toBe(true)
    expect(await mine.read('response', id)).toBeUndefined()
  })

  it('keeps drafts of several consultations side by side', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft({ slug: 'one' }), {})
    await records.saveDraft('response', draft({ id: responseId(2), slug: 'two' }), {})
    expect((await records.list('response')).map(({ draft: { slug } }) => slug).sort()).toEqual([
      'one',
      'two',
    ])
  })
})

describe('two tabs on one draft', () => {
  it('keeps what each wrote to different questions', async () => {
    const [mine, theirs] = [await openTab(), await openTab()]
    const start = kept(await mine.saveDraft('response', draft(), {}))
    await theirs.saveDraft('response', { ...start, answers: { theirs: text('T') } }, {})
    const both = kept(
      await mine.saveDraft('response', { ...start, answers: { mine: text('M') } }, {}),
    )
    expect(both.answers).toEqual({ mine: text('M'), theirs: text('T') })
    expect(both.others).toEqual([])
    expect((await theirs.read('response', id))?.draft).toEqual(both)
  })

  it('keeps the other answer beside the newer one where both wrote to the same question', async () => {
    const [mine, theirs] = [await openTab(), await openTab()]
    const start = kept(await mine.saveDraft('response', draft(), {}))
    await theirs.saveDraft('response', { ...start, answers: { why: text('Buses are late') } }, {})
    const both = kept(
      await mine.saveDraft('response', { ...start, answers: { why: text('Nobody rang') } }, {}),
    )
    expect(both.answers).toEqual({ why: text('Nobody rang') })
    expect(both.others.map(({ answer }) => answer)).toEqual([text('Buses are late')])
  })

  it('loses nothing when both save at the same moment, again and again', async () => {
    const tabs = [await openTab(), await openTab(), await openTab()]
    const start = kept(await tabs[0]!.saveDraft('response', draft(), {}))
    await Promise.all(
      tabs.map(async (records, index) => {
        let mine = start
        for (const word of ['a', 'b', 'c']) {
          const answers = { ...mine.answers, [`tab-${index}-${word}`]: text(word) }
          mine = kept(await records.saveDraft('response', { ...mine, answers }, mine.answers))
        }
      }),
    )
    expect(Object.keys((await tabs[0]!.read('response', id))?.draft.answers ?? {})).toHaveLength(9)
    expect((await tabs[0]!.read('response', id))?.draft.revision).toBe(10)
  })

  it('does not take its own save, given up as too slow, for somebody else’s words', async () => {
    const records = await openTab()
    const start = kept(await records.saveDraft('response', draft(), {}))
    // Stored, but the page never heard of it: it goes on from the revision it knows.
    await records.saveDraft('response', { ...start, answers: { why: text('First try') } }, {})
    const next = kept(
      await records.saveDraft('response', { ...start, answers: { why: text('Other words') } }, {}),
    )
    expect(next.others).toEqual([])
    expect(next.answers).toEqual({ why: text('Other words') })
  })

  it('does not make a change look like a first response when a stale page saves over it', async () => {
    const [stale, records] = [await openTab(), await openTab()]
    const old = kept(await stale.saveDraft('response', draft(), {}))
    await records.queue('response', id, { command: submission(id), at: at })
    await records.settle('response', id, { delivery: accepted(id), at })
    await records.backToDraft('response', id)
    expect(
      kept(await stale.saveDraft('response', { ...old, answers: { why: text('x') } }, {})).changes,
    ).toEqual({ baseRevision: 1 })
  })

  it('sends what the other tab stored since this one looked, and keeps the same words', async () => {
    const [mine, theirs] = [await openTab(), await openTab()]
    const seen = kept(
      await mine.saveDraft('response', draft({ answers: { why: text('Seen') } }), {}),
    )
    await theirs.saveDraft(
      'response',
      { ...seen, answers: { ...seen.answers, more: text('Written meanwhile') } },
      seen.answers,
    )
    await mine.queue('response', id, { command: ({ answers }) => submission(id, answers), at: at })
    const record = await mine.read('response', id)
    const both = { why: text('Seen'), more: text('Written meanwhile') }
    expect(record).toMatchObject({
      kind: 'response',
      state: 'waiting',
      draft: { answers: both },
      command: { input: { answers: both } },
    })
  })

  it('tells the other tab of every change, and its own pages of changes of state only', async () => {
    const [mine, theirs] = [await openTab(), await openTab()]
    const heard: string[] = []
    mine.watch(() => heard.push('mine'))
    const stop = theirs.watch(() => heard.push('theirs'))
    await mine.saveDraft('response', draft(), {})
    await vi.waitFor(() => expect(heard).toEqual(['theirs']))
    stop()
    await mine.queue('response', id, { command: submission(id), at: at })
    expect(heard).toEqual(['theirs', 'mine'])
  })
})

describe('the state of a record', () => {
  it('goes from draft to waiting with its outbox entry in one step', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    const start = IDBDatabase.prototype.transaction
    const watch = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...of
    ) {
      return start.apply(this, of)
    })
    await records.queue('response', id, { command: submission(id), at: at })
    const writes = watch.mock.calls.filter(([, mode]) => mode === 'readwrite')
    watch.mockRestore()
    expect(writes.map(([stores]) => stores)).toEqual([['record', 'outbox', 'meta']])
    expect(await records.read('response', id)).toMatchObject({
      state: 'waiting',
      queuedAt: at,
      command: submission(id),
    })
    expect(await rowsIn('outbox')).toEqual([{ id, queuedAt: at }])
  })

  it('is waiting once, however often it is sent, and its words are frozen', async () => {
    const records = await openTab()
    const saved = kept(await records.saveDraft('response', draft(), {}))
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => records.queue('response', id, { command: submission(id), at: at })),
    )
    expect(outcomes.filter((outcome) => outcome.saved)).toHaveLength(1)
    const late = await records.saveDraft(
      'response',
      { ...saved, answers: { why: text('late') } },
      {},
    )
    expect(late).toEqual({ saved: false, reason: 'not-a-draft' })
  })

  it('is received with the receipt, or refused with the reasons and the words', async () => {
    const records = await openTab()
    for (const number of [1, 2]) {
      await records.saveDraft(
        'response',
        draft({ id: responseId(number), answers: { why: text('W') } }),
        {},
      )
      await records.queue('response', responseId(number), {
        command: submission(responseId(number)),
        at: at,
      })
    }
    await records.settle('response', responseId(1), { delivery: accepted(responseId(1)), at })
    await records.settle('response', responseId(2), { delivery: refused, at })
    expect(await records.read('response', responseId(1))).toMatchObject({
      state: 'received',
      receipt: receipt(responseId(1)),
    })
    expect(await records.read('response', responseId(2))).toMatchObject({
      state: 'refused',
      problems: [{ code: 'response-empty' }],
      refusedAt: at,
      command: submission(responseId(2)),
      draft: { answers: { why: text('W') } },
    })
    expect(await records.waiting()).toEqual([])
  })

  it('is a draft again after a refusal, and before it was ever tried, but not once it may have arrived', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    await records.queue('response', id, { command: submission(id), at: at })
    expect((await records.backToDraft('response', id)).saved).toBe(true)
    expect(await rowsIn('outbox')).toEqual([])
    await records.queue('response', id, { command: submission(id), at: at })
    await records.begin(id)
    expect(await records.backToDraft('response', id)).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
    expect(await (await openTab()).backToDraft('response', id)).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
    await records.settle('response', id, { delivery: refused, at })
    expect(kept(await records.backToDraft('response', id)).changes).toBeUndefined()
  })

  it('makes a change from a received response, and keeps its receipt meanwhile', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    await records.queue('response', id, { command: submission(id), at: at })
    await records.settle('response', id, { delivery: accepted(id), at })
    expect(kept(await records.backToDraft('response', id)).changes).toEqual({ baseRevision: 1 })
    await records.queue('response', id, { command: change(id, 1), at: at })
    expect(await records.read('response', id)).toMatchObject({
      state: 'waiting',
      receipt: receipt(id),
    })
    await records.settle('response', id, { delivery: accepted(id, { revision: 2 }), at })
    const received = await records.read('response', id)
    expect(received).toMatchObject({ state: 'received', receipt: { revision: 2 } })
    expect(received?.draft.changes).toBeUndefined()
  })

  it('withdraws only what was received, and stays received when that is refused', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    expect(await records.queue('response', id, { command: withdrawal(id), at: at })).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
    await records.queue('response', id, { command: submission(id), at: at })
    await records.settle('response', id, { delivery: accepted(id), at })
    await records.queue('response', id, { command: withdrawal(id), at: at })
    await records.settle('response', id, { delivery: refused, at })
    expect((await records.backToDraft('response', id)).saved).toBe(true)
    expect(await records.read('response', id)).toMatchObject({ state: 'received' })
    await records.queue('response', id, { command: withdrawal(id), at: at })
    await records.settle('response', id, { delivery: accepted(id, { state: 'withdrawn' }), at })
    expect(await records.backToDraft('response', id)).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
  })

  it.each([
    ['to take it back', withdrawal],
    ['to change it', (of: typeof id) => change(of, 1)],
  ])(
    'is one that was taken back, when a request %s is refused for that reason',
    async (_what, commandOf) => {
      const records = await openTab()
      await records.saveDraft('response', draft({ answers: { why: text('W') } }), {})
      await records.queue('response', id, { command: submission(id), at: at })
      await records.settle('response', id, { delivery: accepted(id), at })
      const command = commandOf(id)
      if (command.kind === 'response.change') await records.backToDraft('response', id)
      await records.queue('response', id, { command, at })
      await records.settle('response', id, {
        delivery: { outcome: 'refused', problems: [{ code: 'response-withdrawn' }] },
        at,
      })
      expect(kept(await records.backToDraft('response', id)).changes).toBeUndefined()
      expect(await records.read('response', id)).toMatchObject({
        state: 'received',
        receipt: { ...receipt(id), state: 'withdrawn' },
        draft: { answers: { why: text('W') } },
      })
    },
  )

  it('is not settled by an answer to something sent before', async () => {
    const [slow, records] = [await openTab(), await openTab()]
    await records.saveDraft('response', draft(), {})
    await records.queue('response', id, { command: submission(id), at: at })
    await slow.begin(id)
    await records.settle('response', id, { delivery: accepted(id), at })
    await records.backToDraft('response', id)
    await records.queue('response', id, { command: change(id, 1), at: '2027-01-15T11:00:00Z' })
    await slow.settle('response', id, { delivery: accepted(id), at })
    expect(await records.read('response', id)).toMatchObject({ state: 'waiting' })
  })
})

/** The app is opened every week from so many days before today on, by a clock that is right. */
async function openOften(days: number): Promise<void> {
  for (let before = days; before > 0; before -= 7) {
    const own = tab({ now: () => new Date(daysBefore(before)) })
    await openRecords(own)
    own.close()
  }
}

const openedIn = async (time: string) => openTab({ now: () => new Date(time) })

describe('a clock that steps', () => {
  it.each([
    ['was in 2020 while the draft was written', '2020-01-01T00:00:00Z', ['2020-01-02T00:00:00Z']],
    ['is a year ahead for a visit', '2027-01-14T00:00:00Z', ['2028-01-14T00:00:00Z']],
    ['was in 2020 for a visit', '2027-01-14T00:00:00Z', ['2020-01-01T00:00:00Z']],
    ['was years ahead at first', '2035-01-01T00:00:00Z', ['2035-01-01T01:00:00Z']],
  ])('removes nothing when it %s', async (_, written, openings) => {
    const records = await openedIn(written)
    await records.saveDraft('response', draft({ changedAt: written }), {})
    const old = responseId(2)
    await records.saveDraft('response', draft({ id: old, changedAt: written }), {})
    await records.queue('response', old, { command: submission(old), at: written })
    await records.settle('response', old, {
      delivery: accepted(old, { closesAt: '2019-01-01T00:00:00Z' }),
      at: written,
    })
    for (const time of [...openings, today.toISOString(), '2027-01-16T10:00:00Z'])
      expect((await (await openedIn(time)).list('response')).length).toBe(2)
  })
})

describe('opening what the device holds', () => {
  it('removes drafts and closed received ones after 90 days, and nothing that waits or was refused', async () => {
    const records = await openTab({ now: () => new Date(daysBefore(91)) })
    const numbers = { draft: 1, waiting: 2, refused: 3, received: 4, open: 5, fresh: 6 }
    for (const [name, number] of Object.entries(numbers)) {
      const one = responseId(number)
      await records.saveDraft(
        'response',
        draft({ id: one, changedAt: daysBefore(name === 'fresh' ? 89 : 91) }),
        {},
      )
      if (name === 'draft' || name === 'fresh') continue
      await records.queue('response', one, { command: submission(one), at: at })
      if (name === 'refused') await records.settle('response', one, { delivery: refused, at })
      if (name === 'received')
        await records.settle('response', one, {
          delivery: accepted(one, { closesAt: daysBefore(1) }),
          at,
        })
      if (name === 'open') await records.settle('response', one, { delivery: accepted(one), at })
    }
    await openOften(91)
    const left = (await (await openTab()).list('response')).map((record) => record.draft.id)
    expect(left.sort()).toEqual([2, 3, 5, 6].map(responseId))
  })

  it('unlocks only what could go: not what is new, waits or was refused on somebody’s own device', async () => {
    const records = await openTab({ now: () => new Date(daysBefore(91)) })
    for (const number of [1, 2, 3, 4]) {
      const one = responseId(number)
      await records.saveDraft(
        'response',
        draft({ id: one, changedAt: daysBefore(number === 1 ? 89 : 91) }),
        {},
      )
      if (number > 1) await records.queue('response', one, { command: submission(one), at: at })
      if (number > 2)
        await records.settle('response', one, {
          delivery: number === 3 ? refused : accepted(one),
          at,
        })
    }
    await openOften(91)
    const unlocked = vi.spyOn(crypto.subtle, 'decrypt')
    await openTab()
    expect(unlocked).toHaveBeenCalledTimes(1)
    unlocked.mockRestore()
  })
})

describe('taking in records made elsewhere', () => {
  it('adds what is not here, and sends on what waited', async () => {
    const records = await openTab()
    await records.adopt({
      kind: 'response',
      state: 'waiting',
      draft: draft({ revision: 7 }),
      command: submission(id),
      queuedAt: at,
    })
    expect(await records.waiting()).toEqual([id])
  })

  it('merges a draft with a draft, and never replaces words that are here', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft({ answers: { why: text('Here') } }), {})
    const fromFile = draft({ answers: { why: text('From the file'), when: text('Then') } })
    const both = kept(await records.adopt({ kind: 'response', state: 'draft', draft: fromFile }))
    expect(both.answers).toEqual({ why: text('Here'), when: text('Then') })
    expect(both.others.map(({ answer }) => answer)).toEqual([text('From the file')])
  })

  it('takes a receipt for a draft that was sent some other way, and keeps words that differ', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft({ answers: { why: text('Here') } }), {})
    const sent = draft({ answers: { why: text('Sent') } })
    const outcome = await records.adopt({
      kind: 'response',
      state: 'received',
      draft: sent,
      receipt: receipt(id),
    })
    expect(kept(outcome)).toMatchObject({
      answers: { why: text('Sent') },
      others: [{ answer: text('Here') }],
    })
    expect(await records.read('response', id)).toMatchObject({ state: 'received' })
  })

  it('refuses what would undo what this device knows', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    await records.queue('response', id, { command: submission(id), at: at })
    expect(await records.adopt({ kind: 'response', state: 'draft', draft: draft() })).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
    await records.settle('response', id, { delivery: accepted(id), at })
    expect(await records.adopt({ kind: 'response', state: 'draft', draft: draft() })).toEqual({
      saved: false,
      reason: 'not-a-draft',
    })
  })
})
