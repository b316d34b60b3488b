import type { Answers } from '@takepart/shared/domain/question/answer'
import type { Draft } from '@takepart/shared/domain/device/draft'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  draft,
  emptyDevice,
  openTab,
  responseId,
  submission,
  text,
  today,
} from '../offline/test-support/device.ts'
import { StorageFailed } from '../offline/storage-failed.ts'
import type { Records, SaveOutcome } from '../offline/records.ts'
import { OpenDraft } from './open-draft.ts'

beforeEach(emptyDevice)

const now = () => today
const id = responseId(1)
const wordsOf = (held: Draft | undefined, question = 'why'): unknown => held?.answers[question]
const at = today.toISOString()

/** A store that answers when it is told to, and remembers what it was asked to keep. */
function slowStore() {
  const asked: { draft: Draft; base: Answers; answer: (outcome?: SaveOutcome) => void }[] = []
  const saveDraft = (_: 'response', asking: Draft, base: Answers) =>
    new Promise<SaveOutcome>((resolve) => {
      const saved = { saved: true, draft: { ...asking, revision: asking.revision + 1 } } as const
      asked.push({ draft: asking, base, answer: (outcome = saved) => resolve(outcome) })
    })
  const records = {
    saveDraft,
    read: async () => undefined,
    hold: () => undefined,
    letGo: () => undefined,
  }
  return { asked, records: records as unknown as Records }
}

/** Every save state that is shown, in order. */
function shown(open: OpenDraft): string[] {
  const states: string[] = []
  open.addEventListener('change', () => {
    if (states.at(-1) !== open.saveState.kind) states.push(open.saveState.kind)
  })
  return states
}

describe('a draft that somebody writes', () => {
  it('can be taken away as a file, though nothing of it could be stored', async () => {
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob)
      return 'blob:it'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const { asked, records } = slowStore()
    const open = new OpenDraft({ records, now }, draft())
    open.answer('why', text('Nobody told us'), false)
    await vi.waitFor(() => asked[0]!.answer({ saved: false, reason: 'full' }))
    await open.takeAway()
    vi.restoreAllMocks()
    expect(await files[0]!.text()).toContain('Nobody told us')
  })

  it('stores typing after a short pause, once for many keys', async () => {
    const { asked, records } = slowStore()
    const open = new OpenDraft({ records, now }, draft())
    for (const words of ['N', 'No', 'Nob']) open.answer('why', text(words), true)
    expect(asked).toHaveLength(0)
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    expect(wordsOf(asked[0]?.draft)).toEqual(text('Nob'))
  })

  it('stores a choice at once', async () => {
    const { asked, records } = slowStore()
    const open = new OpenDraft({ records, now }, draft())
    open.answer('how', { kind: 'one-of', choice: 'bus' }, false)
    await vi.waitFor(() => expect(asked).toHaveLength(1), { timeout: 150, interval: 5 })
  })

  it('stores within a second what is typed without any pause', async () => {
    const { asked, records } = slowStore()
    const open = new OpenDraft({ records, now }, draft())
    const typing = setInterval(() => open.answer('why', text(`${Math.random()}`), true), 50)
    await vi.waitFor(() => expect(asked).toHaveLength(1), { timeout: 1000 })
    clearInterval(typing)
  })

  it('is never called saved before the store has said so, nor while later words are unsaved', async () => {
    const { asked, records } = slowStore()
    const open = new OpenDraft({ records, now }, draft())
    const states = shown(open)
    open.answer('why', text('One'), true)
    const done = open.save()
    expect(open.unsaved).toBe(true)
    open.answer('why', text('One two'), true)
    asked[0]?.answer()
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    expect(states).not.toContain('saved')
    expect(open.saveState.kind).toBe('saving')
    asked[1]?.answer()
    expect(await done).toBe(true)
    expect(open.saveState).toEqual({ kind: 'saved', at })
    open.answer('why', text('One two three'), true)
    expect(open.saveState.kind).toBe('saving')
  })

  it('asks the store for one thing at a time', async () => {
    const { asked, records } = slowStore()
    const open = new OpenDraft({ records, now }, draft())
    open.answer('why', text('One'), false)
    void open.save()
    open.answer('why', text('Two'), false)
    void open.save()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(asked).toHaveLength(1)
    asked[0]?.answer()
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    expect(asked[1]?.base).toEqual({ why: text('One') })
    asked[1]?.answer()
  })

  it('keeps the words, and says so, when the store fails; and stores them when it works again', async () => {
    const { asked, records } = slowStore()
    const open = new OpenDraft({ records, now }, draft())
    open.answer('why', text('Nobody told me'), true)
    const failing = open.save()
    asked[0]?.answer({ saved: false, reason: 'timeout' })
    expect(await failing).toBe(false)
    expect(open.saveState).toEqual({ kind: 'not-saved', reason: 'timeout' })
    expect([open.unsaved, wordsOf(open.draft)]).toEqual([true, text('Nobody told me')])
    open.answer('why', text('Nobody told me!'), true)
    expect(open.saveState.kind).toBe('not-saved')
    const working = open.save()
    asked[1]?.answer()
    expect(await working).toBe(true)
    expect(wordsOf(asked[1]?.draft)).toEqual(text('Nobody told me!'))
  })

  it('changes nothing when it is turned to the place where it is already', () => {
    const open = new OpenDraft({ records: slowStore().records, now }, draft({ place: 'why' }))
    open.turnTo({ place: 'why', paging: 'question' })
    expect(open.unsaved).toBe(false)
    open.turnTo({ place: 'how' })
    expect(open.unsaved).toBe(true)
  })
})

describe('a draft in two tabs', () => {
  const write = async (open: OpenDraft, question: string, words: string) => {
    open.answer(question, text(words), true)
    expect(await open.save()).toBe(true)
  }

  async function twoTabs() {
    const [here, there] = [await openTab(), await openTab()]
    const first = new OpenDraft({ records: here, now }, draft())
    await write(first, 'why', 'Nobody told me')
    const held = await there.read('response', id)
    if (!held) throw new Error('not stored')
    return { here, there, first, second: new OpenDraft({ records: there, now }, held.draft) }
  }

  /** What comes from elsewhere comes in when typing has rested. */
  const rested = (check: () => void) => vi.waitFor(check, { timeout: 2500 })

  it('changes nothing while somebody types', async () => {
    const { first, second } = await twoTabs()
    await write(second, 'how', 'By bus')
    first.answer('why', text('Nobody told me, and'), true)
    await first.takeIn()
    expect(first.draft.answers).toEqual({ why: text('Nobody told me, and') })
    await rested(() =>
      expect(first.draft.answers).toEqual({
        why: text('Nobody told me, and'),
        how: text('By bus'),
      }),
    )
  })

  it('takes in what the other tab wrote to another question', async () => {
    const { first, second } = await twoTabs()
    await write(second, 'how', 'By bus')
    await first.takeIn()
    await rested(() =>
      expect(first.draft.answers).toEqual({ why: text('Nobody told me'), how: text('By bus') }),
    )
    expect(first.unsaved).toBe(false)
  })

  it('keeps both answers to one question, its own one shown', async () => {
    const { first, second } = await twoTabs()
    await write(second, 'why', 'It was late')
    await write(first, 'why', 'There was no bed')
    expect(wordsOf(first.draft)).toEqual(text('There was no bed'))
    expect(first.draft.others.map(({ answer }) => answer)).toEqual([text('It was late')])
  })

  it('does not touch what is typed and not yet stored, and keeps the other answer beside it', async () => {
    const { first, second } = await twoTabs()
    first.answer('why', text('There was no bed'), true)
    await write(second, 'why', 'It was late')
    await first.takeIn()
    await rested(() =>
      expect(first.draft.others.map(({ answer }) => answer)).toEqual([text('It was late')]),
    )
    expect(wordsOf(first.draft)).toEqual(text('There was no bed'))
    expect(await first.save()).toBe(true)
  })

  it.each([
    [true, 'It was late'],
    [false, 'There was no bed'],
  ])('stops offering the other answer once it is settled (used: %s)', async (use, words) => {
    const { here, first, second } = await twoTabs()
    await write(second, 'why', 'It was late')
    await write(first, 'why', 'There was no bed')
    first.settleOther(0, use)
    expect(await first.save()).toBe(true)
    const held = (await here.read('response', id))?.draft
    expect([wordsOf(held), held?.others]).toEqual([text(words), []])
  })

  it('becomes a change of what was sent when the other tab has opened it again', async () => {
    const { there, first } = await twoTabs()
    await there.queue('response', id, { command: submission(id), at: at })
    await there.settle('response', id, {
      delivery: {
        outcome: 'accepted',
        receipt: {
          responseId: id,
          reference: 'KTRM-4821' as never,
          revision: 1,
          state: 'received',
          late: false,
          receivedAt: at,
          closesAt: at,
        },
      },
      at,
    })
    await there.backToDraft('response', id)
    await first.takeIn()
    await write(first, 'why', 'Changed words')
    expect(first.draft.changes).toEqual({ baseRevision: 1 })
  })

  it('says when the other tab has sent it, and keeps the words that came after', async () => {
    const { there, first } = await twoTabs()
    await there.queue('response', id, { command: submission(id), at: at })
    first.answer('why', text('One more thing'), true)
    expect(await first.save()).toBe(false)
    expect(first.saveState).toEqual({ kind: 'not-saved', reason: 'not-a-draft' })
    expect(wordsOf(first.draft)).toEqual(text('One more thing'))
  })

  it('goes on with its own words when the store cannot be read', async () => {
    const records = {
      read: () => Promise.reject(new StorageFailed('timeout')),
    } as unknown as Records
    const open = new OpenDraft({ records, now }, draft({ answers: { why: text('Mine') } }))
    await open.takeIn()
    expect(wordsOf(open.draft)).toEqual(text('Mine'))
  })
})

describe('keeping what was replaced', () => {
  const before = { why: text('A long answer from yesterday'), how: text('By bus') }

  it('keeps an answer beside the words that took its place unseen', () => {
    const open = new OpenDraft(
      { records: slowStore().records, now },
      draft({ answers: { ...before, why: text('Hello') } }),
    )
    open.keepReplaced(before)
    expect(open.draft.answers).toEqual({ ...before, why: text('Hello') })
    expect(open.draft.others).toMatchObject([{ questionId: 'why', answer: before.why }])
    expect(open.unsaved).toBe(true)
  })

  it('keeps nothing beside words that go on from it', () => {
    const open = new OpenDraft(
      { records: slowStore().records, now },
      draft({ answers: { ...before, why: text(`${before.why.text}, and today`) } }),
    )
    open.keepReplaced(before)
    expect(open.draft.others).toEqual([])
  })
})
