import { describe, expect, it } from 'vitest'
import type { ChangeId } from '../../core/ids.ts'
import { acknowledgementsIn } from '../acknowledgement.ts'
import { acceptContribution, acceptEdit, type HeldContribution } from '../contribution.ts'
import { roundSchema } from '../round-schema.ts'
import { roundKinds } from '../round.ts'
import { clinicRound, contributionId, something, whileRoundOpen } from '../round.fixture.ts'
import { questionStates } from './question.ts'

const asks = clinicRound({ kind: 'questions' })
const times = {
  completedAt: whileRoundOpen.toISOString(),
  sentAt: whileRoundOpen.toISOString(),
}
const contributor = { source: 'participant', heardBefore: false } as const

describe('asking in a round of questions', () => {
  it('is a contribution like any other', () => {
    const asked = acceptContribution(
      asks,
      { said: something({ text: 'Is there a bus?' }), ...times },
      { now: whileRoundOpen, contributor },
    )
    expect(asked).toMatchObject({ ok: true, value: { state: 'waiting' } })
  })

  it('takes no replies: only the staff who are named answer', () => {
    const reply = { said: something(), inReplyTo: 1, ...times }
    const told = { now: whileRoundOpen, contributor }
    expect(acceptContribution(asks, reply, told)).toEqual({
      ok: false,
      problems: [{ code: 'questions-only' }],
    })
    expect(acceptContribution(clinicRound(), reply, told).ok).toBe(true)
  })

  it('lets other words be put in its place only until somebody has begun to answer', () => {
    const input = {
      changeId: '3f0d6a52-5a3e-4c0e-9d0a-3f1f3a6c2b12' as ChangeId,
      contributionId,
      code: '7K3M-9QWX-0000-1111-2222',
      baseRevision: 1,
      said: something({ text: 'Is there a bus after nine?' }),
      ...times,
    }
    const held = { state: 'accepted', revision: 1 } as const satisfies HeldContribution
    const allowed = questionStates.filter(
      (question) => acceptEdit(asks, { ...held, question }, { input, now: whileRoundOpen }).ok,
    )
    expect(allowed).toEqual(['waiting'])
    expect(acceptEdit(asks, held, { input, now: whileRoundOpen }).ok).toBe(true)
  })
})

describe('acknowledgementsIn', () => {
  it('is wanting to know it too where people ask, and the two others everywhere else', () => {
    for (const kind of roundKinds)
      expect(acknowledgementsIn(kind)).toEqual(
        kind === 'questions' ? ['wanted'] : ['alike', 'thinking'],
      )
  })
})

describe('who answers', () => {
  it.each([
    [[{ name: 'Jo Fenn', self: 'nurse' }], true],
    [[{ name: 'Jo Fenn' }], true],
    [[], false],
    [[{ name: '' }], false],
    [[{ name: 'Jo Fenn', telephone: '1' }], false],
    [Array.from({ length: 13 }, (_, index) => ({ name: `Jo ${index}` })), false],
  ])('is named in the round %#', (answering, fits) => {
    expect(roundSchema.safeParse({ ...asks, answering }).success).toBe(fits)
  })
})
