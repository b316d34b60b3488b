import { describe, expect, it } from 'vitest'
import {
  anotherId,
  contributionCommands as commands,
  contributionDraft,
  contributionReceipt,
  contributions,
  otherWords,
  said,
  type ContributionName,
} from '../../views/test-support/contribution-records.ts'
import type { ContributionRecord } from './contribution-record.ts'
import { contributionRules as rules, mayChange } from './contribution-rules.ts'
import { readDeviceFile, writeDeviceFile } from './record-file.ts'
import { readRecord } from './record-shape.ts'
import { withRevision } from './record.ts'

const every = Object.entries(contributions) as [ContributionName, ContributionRecord][]
const at = '2027-03-10T12:00:00Z'

describe('what may be queued of a contribution', () => {
  it.each([
    ['draft', 'send', true],
    ['draft', 'withdraw', false],
    ['draft of a change', 'edit', true],
    ['draft of a change', 'withdraw', true],
    ['waiting', 'send', false],
    ['change waiting', 'withdraw', false],
    ['received', 'send', false],
    ['received', 'withdraw', true],
    ['rejected', 'withdraw', true],
    ['withdrawn', 'withdraw', false],
    ['refused', 'send', false],
    ['refused', 'withdraw', false],
    ['change refused', 'withdraw', true],
  ] as const)('that is %s, with a command to %s: %s', (name, what, may) => {
    expect(rules.mayQueue(contributions[name], commands[what])).toBe(may)
  })
})

describe('what is reopened of a contribution', () => {
  it.each([
    ['draft', 'not-a-draft'],
    ['draft of a change', 'received'],
    ['waiting', 'not-a-draft'],
    ['change waiting', 'not-a-draft'],
    ['received', 'draft'],
    ['unread', 'draft'],
    ['change asked', 'draft'],
    ['rejected', 'not-a-draft'],
    ['withdrawn', 'not-a-draft'],
    ['refused', 'draft'],
    ['change refused', 'draft'],
    ['withdrawal refused', 'received'],
  ] as const)('that is %s: %s', (name, state) => {
    const reopened = rules.reopened(contributions[name], false)
    expect(reopened === 'not-a-draft' ? reopened : reopened.state).toBe(state)
  })

  it('is a change of what was received last, that can be left again with the words there were', () => {
    const draft = rules.reopened(contributions.received, false)
    if (draft === 'not-a-draft' || draft.state !== 'draft') throw new Error('not reopened')
    expect(draft.draft.changes).toEqual({
      contributionId: contributions.received.draft.id,
      baseRevision: 1,
      before: said,
    })
    const left = rules.reopened({ ...draft, draft: { ...draft.draft, said: otherWords } }, false)
    expect(left).toEqual(contributions.received)
  })

  it('goes on from the words that were refused, over what is received by now', () => {
    expect(rules.reopened(contributions['change refused'], true)).toMatchObject({
      state: 'draft',
      draft: { said: otherWords, changes: { baseRevision: 2, before: said } },
    })
  })

  it('never sends the words again under an id that the server has with others', () => {
    const record = {
      ...contributions.refused,
      problems: [{ code: 'contribution-received-different' } as const],
    }
    expect(rules.reopened(record, false)).toBe('not-a-draft')
  })

  it('shows what can be changed no more as it was received', () => {
    const record: ContributionRecord = {
      ...contributions['change refused'],
      receipt: contributionReceipt({ state: 'withdrawn' }),
    }
    expect(rules.reopened(record, true)).toMatchObject({
      state: 'received',
      draft: { said },
      receipt: { state: 'withdrawn' },
    })
  })

  it.each([
    ['waiting', true],
    ['accepted', true],
    ['change-asked', true],
    ['rejected', false],
    ['withdrawn', false],
  ] as const)('may be changed while it is %s: %s', (state, may) => {
    expect(mayChange({ state })).toBe(may)
  })
})

describe('what is adopted of a contribution', () => {
  const news: ContributionRecord = {
    ...contributions.received,
    draft: contributionDraft({ revision: 0 }),
    receipt: contributionReceipt({ revision: 4, state: 'waiting' }),
  }

  it('is news of it that takes nothing away from what is being done about it', () => {
    for (const name of [
      'draft of a change',
      'change waiting',
      'withdrawal waiting',
      'change refused',
    ] as const) {
      const here = contributions[name]
      expect(rules.adopted(here, news)).toEqual({ ...here, receipt: news.receipt })
    }
    expect(rules.adopted(contributions.received, news)).toEqual(news)
  })

  it('is what became of the very words that lie here', () => {
    const here = contributions['draft of a change']
    const done = { ...contributions.received, draft: contributionDraft({ said: otherWords }) }
    expect(rules.adopted(here, done)).toEqual(done)
  })

  it('keeps the receipt when the words of a change are stored, and when they are sent', () => {
    const here = contributions['draft of a change']
    const { receipt, ...bare } = here
    expect(rules.adopted(here, bare)).toEqual(here)
    const { receipt: _, ...waiting } = contributions['change waiting']
    expect(rules.adopted(here, waiting)).toMatchObject({ state: 'waiting', receipt })
  })

  it.each([
    [0, 'not-a-draft'],
    [2, 'not-a-draft'],
  ])('is no draft of another revision (%i)', (revision, is) => {
    expect(rules.adopted(contributions.draft, withRevision(contributions.draft, revision))).toBe(is)
  })
})

describe('what is kept of a contribution once sent', () => {
  it('is the words that were sent, and no longer a change once it is received', () => {
    const changing = contributions['draft of a change'].draft
    expect(rules.sent(contributionDraft(), commands.edit).said).toEqual(otherWords)
    expect(rules.sent(changing, commands.withdraw)).toEqual(changing)
    expect(rules.received(changing)).toEqual(contributionDraft({ said: otherWords }))
  })

  it.each(Object.values(commands))('has a receipt for the id of its command: $kind', (command) => {
    expect(rules.isFor(command, contributionReceipt())).toBe(true)
    expect(rules.isFor(command, contributionReceipt({ contributionId: anotherId }))).toBe(false)
  })

  it.each([
    ['2027-03-20T16:59:59Z', false],
    ['2027-03-20T17:00:00Z', true],
  ])('is over at %s: %s', (now, is) => {
    expect(rules.isOver(contributionReceipt(), new Date(now))).toBe(is)
  })
})

describe('a contribution in a file', () => {
  it.each(every)('is read back as it was: %s', (_, record) => {
    expect(readDeviceFile(writeDeviceFile([record], at))).toMatchObject({
      ok: true,
      records: [record],
      unreadable: 0,
    })
  })

  it('lets a person find their words and their private code', () => {
    const file = writeDeviceFile([contributions.received], at)
    for (const words of ['nineteen stairs', '“Near is not a comfort.”', 'ABCD-EFGH'])
      expect(file).toContain(words)
  })

  it.each([
    ['a change of nothing', { ...contributions['draft of a change'].draft, changes: {} }],
    ['words that are none', { ...contributionDraft(), said: { ...said, text: 3 } }],
    ['a stance that there is not', { ...contributionDraft(), said: { ...said, stance: 'sure' } }],
    ['a quotation of nobody', { ...contributionDraft(), said: { ...said, quotations: [{}] } }],
  ])('is not taken with %s', (_, draft) => {
    expect(readRecord({ kind: 'contribution', state: 'draft', draft })).toBeUndefined()
  })

  it('is not taken with the command of another kind', () => {
    const command = { kind: 'response.withdraw', input: commands.withdraw.input }
    expect(readRecord({ ...contributions.waiting, command })).toBeUndefined()
  })
})
