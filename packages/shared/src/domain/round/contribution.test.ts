import { describe, expect, it } from 'vitest'
import type { ChangeId } from '../core/ids.ts'
import {
  acceptContribution,
  acceptEdit,
  checkSaid,
  saidLimits,
  tidySaid,
  type Contributor,
  type EditContribution,
  type HeldContribution,
  type Said,
} from './contribution.ts'
import { clinicRound, contributionId, something, whileRoundOpen } from './round.fixture.ts'
import type { ModerationTime } from './round.ts'

const at = (time: string) => new Date(time)
const participant: Contributor = { source: 'participant', heardBefore: false }
const sent = (said: Said, waited = 0, now = whileRoundOpen) => ({
  said,
  completedAt: new Date(now.getTime() - waited).toISOString(),
  sentAt: now.toISOString(),
})
const minute = 60_000

const decide = (
  said: Partial<Said> = {},
  {
    now = whileRoundOpen,
    waited = 0,
    contributor = participant,
    moderation = 'before-first',
  }: {
    now?: Date
    waited?: number
    contributor?: Contributor
    moderation?: ModerationTime
  } = {},
) =>
  acceptContribution(clinicRound({ moderation }), sent(something(said), waited, now), {
    now,
    contributor,
  })

describe('acceptContribution', () => {
  it('takes in what is said, tidied', () => {
    const result = decide({ text: '  No lift.\r\nNone.  ', name: ' Ber\nnard ', self: '  ' })
    expect(result).toEqual({
      ok: true,
      value: {
        said: something({ text: 'No lift.\nNone.', name: 'Ber nard' }),
        state: 'waiting',
        late: false,
      },
    })
  })

  it.each<[ModerationTime, Contributor['source'], boolean, 'waiting' | 'accepted']>([
    ['before', 'participant', false, 'waiting'],
    ['before', 'participant', true, 'waiting'],
    ['before', 'on-behalf', true, 'waiting'],
    ['before', 'staff', false, 'accepted'],
    ['before-first', 'participant', false, 'waiting'],
    ['before-first', 'participant', true, 'accepted'],
    ['before-first', 'on-behalf', false, 'waiting'],
    ['after', 'participant', false, 'accepted'],
  ])(
    'moderates %s: from %s, heard before %s, it is %s',
    (moderation, source, heardBefore, state) => {
      const result = decide({}, { moderation, contributor: { source, heardBefore } })
      expect(result.ok && result.value.state).toBe(state)
    },
  )

  it('shows nothing by itself where somebody needs help now', () => {
    for (const moderation of ['before', 'before-first', 'after'] as const)
      for (const source of ['participant', 'staff'] as const) {
        const contributor = { source, heardBefore: true }
        const result = decide({ helpNow: true }, { moderation, contributor })
        expect(result.ok && result.value.state).toBe('waiting')
      }
  })

  it.each([
    ['2027-03-01T08:59:59.999Z', false],
    ['2027-03-01T09:00:00Z', true],
    ['2027-03-20T16:59:59.999Z', true],
    ['2027-03-20T17:00:00Z', false],
  ])('at %s, sent at once, is in time: %s', (time, inTime) => {
    expect(decide({}, { now: at(time) }).ok).toBe(inTime)
  })

  it('says when the round opens, and when it closed', () => {
    expect(decide({}, { now: at('2027-02-01T00:00:00Z') })).toEqual({
      ok: false,
      problems: [{ code: 'round-not-open', opensAt: '2027-03-01T09:00:00+00:00' }],
    })
    expect(decide({}, { now: at('2027-04-01T00:00:00Z') })).toEqual({
      ok: false,
      problems: [{ code: 'round-closed', closedAt: '2027-03-20T17:00:00+00:00' }],
    })
  })

  it('keeps what was finished before closing and came after, for a moderator, whoever wrote it', () => {
    const now = at('2027-03-20T17:20:00Z')
    const heard = { source: 'participant', heardBefore: true } as const
    const result = decide({}, { now, waited: 21 * minute, contributor: heard, moderation: 'after' })
    expect(result.ok && result.value).toMatchObject({ late: true, state: 'waiting' })
    expect(decide({}, { now, waited: 19 * minute }).ok).toBe(false)
  })

  it('counts a device time that makes no sense as now', () => {
    const said = something()
    for (const times of [
      { completedAt: '', sentAt: '' },
      { completedAt: 'soon', sentAt: '2027-03-10T12:00:00Z' },
    ]) {
      const asked = { now: whileRoundOpen, contributor: participant }
      expect(acceptContribution(clinicRound(), { said, ...times }, asked).ok).toBe(true)
      const closed = { ...asked, now: at('2027-03-20T17:00:01Z') }
      expect(acceptContribution(clinicRound(), { said, ...times }, closed).ok).toBe(false)
    }
  })

  it('keeps what was finished while the clock was a year ahead, and marks it late after closing', () => {
    const times = { completedAt: '2028-03-20T16:58:00Z', sentAt: '2027-03-20T17:00:05Z' }
    const asked = { now: at('2027-03-20T17:00:05Z'), contributor: participant }
    expect(acceptContribution(clinicRound(), { said: something(), ...times }, asked)).toMatchObject(
      {
        ok: true,
        value: { late: true, state: 'waiting' },
      },
    )
  })
})

describe('checkSaid', () => {
  const codes = (said: Partial<Said>) => checkSaid(something(said)).map(({ code }) => code)
  const quotation = {
    of: { kind: 'starter', id: 'clinic' },
    exact: 'nine at night',
    prefix: '',
    suffix: '',
  } as const

  it.each<[string, Partial<Said>, readonly string[]]>([
    ['what is whole', {}, []],
    ['no words', { text: ' \n\u200b ' }, ['contribution-empty']],
    ['no name', { name: ' ' }, ['name-missing']],
    ['neither', { text: '', name: '' }, ['contribution-empty', 'name-missing']],
    ['an if that is missing', { stance: 'conditional' }, ['condition-missing']],
    ['an if', { stance: 'conditional', condition: 'there is a bus' }, []],
    ['an if beside another stance', { stance: 'for', condition: 'x'.repeat(900) }, []],
    ['as many characters as there may be', { text: '🚌'.repeat(saidLimits.text) }, []],
    ['one more', { text: 'x'.repeat(saidLimits.text + 1) }, ['contribution-too-long']],
    ['a long name', { name: 'x'.repeat(61) }, ['name-too-long']],
    ['a long description', { self: 'x'.repeat(101) }, ['self-too-long']],
    ['five quotations', { quotations: Array(5).fill(quotation) }, []],
    ['six quotations', { quotations: Array(6).fill(quotation) }, ['quotations-too-many']],
    [
      'a long quotation',
      { quotations: [{ ...quotation, exact: 'x'.repeat(501) }] },
      ['quotation-too-long'],
    ],
  ])('finds in %s what there is to find', (_what, said, found) => {
    expect(codes(said)).toEqual(found)
  })

  it('says by how much a text is too long', () => {
    expect(checkSaid(something({ text: `${'x'.repeat(2_000)}yz` }))).toEqual([
      { code: 'contribution-too-long', most: 2_000, over: 2 },
    ])
  })
})

describe('tidySaid', () => {
  it('keeps no "if" beside another stance, and no stance where none is asked for', () => {
    const said = something({ stance: 'for', condition: 'left over' })
    expect(tidySaid(clinicRound(), said)).toEqual(something({ stance: 'for' }))
    expect(tidySaid({}, { ...said, stance: 'conditional' })).toEqual(something())
  })

  it('changes nothing that is tidy already', () => {
    const tidy = tidySaid(
      clinicRound(),
      something({ stance: 'conditional', condition: ' a bus ', self: ' carer ' }),
    )
    expect(tidySaid(clinicRound(), tidy)).toEqual(tidy)
  })
})

describe('acceptEdit', () => {
  const input = (changes: Partial<EditContribution> = {}): EditContribution => ({
    changeId: 'c2a9d1a8-3a3e-4c0e-9d0a-3f1f3a6c2b12' as ChangeId,
    contributionId,
    code: '7K3M',
    baseRevision: 1,
    ...sent(something({ text: 'There is a lift after all.' })),
    ...changes,
  })
  const held: HeldContribution = { state: 'accepted', revision: 1 }
  const edit = (
    changes: Partial<EditContribution> = {},
    of: HeldContribution = held,
    now = whileRoundOpen,
  ) => acceptEdit(clinicRound({ moderation: 'after' }), of, { input: input(changes), now })

  it('sends every change back to a moderator, also where nobody else waits for one', () => {
    for (const state of ['waiting', 'accepted', 'change-asked'] as const) {
      const result = edit({}, { state, revision: 1 })
      expect(result.ok && result.value.state).toBe('waiting')
    }
  })

  it.each<[string, Partial<EditContribution>, HeldContribution, string]>([
    ['taken back', {}, { state: 'withdrawn', revision: 1 }, 'contribution-withdrawn'],
    ['rejected', {}, { state: 'rejected', revision: 1 }, 'contribution-rejected'],
    ['changed elsewhere', {}, { state: 'accepted', revision: 2 }, 'contribution-changed-elsewhere'],
    ['empty', sent(something({ text: '' })), held, 'contribution-empty'],
  ])('refuses what is %s', (_what, changes, of, code) => {
    const result = edit(changes, of)
    expect(!result.ok && result.problems.map((problem) => problem.code)).toEqual([code])
  })

  it('refuses a change that was made after closing, and keeps a late one', () => {
    const now = at('2027-03-21T10:00:00Z')
    expect(edit(sent(something(), 0, now), held, now).ok).toBe(false)
    const late = edit(sent(something(), 24 * 60 * minute, now), held, now)
    expect(late.ok && late.value.late).toBe(true)
  })
})
