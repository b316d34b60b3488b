import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextSignOff, type SignOff, type SignOffEvent, type SignOffState } from './sign-off.ts'

const [ros, kit] = ['ros', 'kit']
const ask: SignOffEvent = { kind: 'ask', by: ros, blocked: 0, undecided: 0 }
const asked: SignOff = { state: 'asked', askedBy: ros }
const signed: SignOff = { state: 'signed', askedBy: ros, signedBy: kit }

describe('nextSignOff', () => {
  it('goes from draft to published by way of a second person', () => {
    let now: SignOff = { state: 'draft' }
    const steps: readonly (readonly [SignOffEvent, SignOffState])[] = [
      [ask, 'asked'],
      [{ kind: 'sign', by: kit }, 'signed'],
      [{ kind: 'schedule', by: kit }, 'scheduled'],
      [{ kind: 'stop', by: ros }, 'signed'],
      [{ kind: 'publish', by: ros }, 'published'],
      [{ kind: 'edit' }, 'draft'],
    ]
    for (const [event, state] of steps) {
      const next = nextSignOff(now, event)
      expect(next).toMatchObject({ ok: true, signOff: { state } })
      if (next.ok) now = next.signOff
    }
  })

  it.each<[string, SignOff, SignOffEvent, string]>([
    [
      'a draft that something blocks',
      { state: 'draft' },
      { ...ask, blocked: 1 } as SignOffEvent,
      'something-blocks',
    ],
    [
      'advice that nobody decided about',
      { state: 'draft' },
      { ...ask, undecided: 2 } as SignOffEvent,
      'advice-undecided',
    ],
    ['asking twice', asked, ask, 'already-asked'],
    ['signing what one asked for oneself', asked, { kind: 'sign', by: ros }, 'own-request'],
    [
      'sending back what one asked for oneself',
      asked,
      { kind: 'send-back', by: ros },
      'own-request',
    ],
    ['signing what nobody asked for', { state: 'draft' }, { kind: 'sign', by: kit }, 'not-asked'],
    ['signing twice', signed, { kind: 'sign', by: kit }, 'not-asked'],
    ['publishing without a signature', asked, { kind: 'publish', by: kit }, 'not-signed'],
    ['a time for what is not signed', asked, { kind: 'schedule', by: kit }, 'not-signed'],
    ['stopping what has no time', signed, { kind: 'stop', by: kit }, 'not-scheduled'],
    ['asking for what is published', { state: 'published' }, ask, 'nothing-new'],
  ])('refuses %s', (_, now, event, problem) => {
    expect(nextSignOff(now, event)).toEqual({ ok: false, problem })
  })

  it('needs a new signature after any edit, from every state', () => {
    for (const state of ['draft', 'asked', 'signed', 'scheduled', 'published'] as const)
      expect(nextSignOff({ ...signed, state }, { kind: 'edit' })).toEqual({
        ok: true,
        signOff: { state: 'draft' },
      })
  })

  it('never publishes what one person alone has asked for and signed', () => {
    const event: fc.Arbitrary<SignOffEvent> = fc.oneof(
      fc.constant<SignOffEvent>({ kind: 'edit' }),
      fc.record({
        kind: fc.constant('ask' as const),
        by: fc.constantFrom(ros, kit),
        blocked: fc.nat(1),
        undecided: fc.nat(1),
      }),
      fc.record({
        kind: fc.constantFrom(
          'sign' as const,
          'send-back' as const,
          'schedule' as const,
          'stop' as const,
          'publish' as const,
        ),
        by: fc.constantFrom(ros, kit),
      }),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let now: SignOff = { state: 'draft' }
        let edited = true
        for (const one of events) {
          const next = nextSignOff(now, one)
          if (!next.ok) continue
          now = next.signOff
          if (one.kind === 'edit') edited = true
          if (one.kind === 'sign') edited = false
          if (now.state !== 'published') continue
          expect(edited).toBe(false)
          expect(now.signedBy).toBeDefined()
          expect(now.signedBy).not.toBe(now.askedBy)
        }
      }),
    )
  })
})
