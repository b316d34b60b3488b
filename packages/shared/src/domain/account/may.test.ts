import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionNames, actions, type Action, type Rule } from './actions.ts'
import { nobody, type Actor, type StaffActor } from './actor.ts'
import { may, mayEver, type Thing } from './may.ts'
import { roles, type Role } from './role.ts'

/** Written down apart from the rules. The letter of each role: */
const letters: Readonly<Record<Role, string>> = {
  author: 'A',
  moderator: 'M',
  analyst: 'N',
  publisher: 'P',
  administrator: 'D',
}

/** Who may, and of what: t(eam), o(wn), x (somebody else's), * (anything); 2: takes two people. */
const expected: Readonly<Record<Action, string>> = {
  'consultation.begin': 'A *',
  'consultation.list': 'ANP t',
  'consultation.read-draft': 'AP t',
  'consultation.write': 'A t',
  'consultation.check': 'AP t',
  'consultation.ask-sign-off': 'A t',
  'consultation.sign-off': 'P t2',
  'consultation.publish': 'P t2',
  'consultation.ask-to-extend': 'AP t',
  'consultation.extend': 'P t2',
  'consultation.ask-to-retract': 'AP t',
  'consultation.retract': 'P t2',
  'consultation.write-outcome': 'AN t',
  'consultation.read-outcome': 'ANP t',
  'consultation.say-late': 'AP t',
  'consultation.conclude': 'P t2',
  'round.read': 'AMP t',
  'round.write': 'A t',
  'round.sign-off': 'P t2',
  'round.read-balance': 'AMN *',
  'round.run': 'AM t',
  'round.join-questions': 'M t',
  'moderation.read-queue': 'M *',
  'moderation.decide': 'M *',
  'moderation.read-original': 'M *',
  'concern.see': 'M *',
  'concern.take': 'M *',
  'concern.close': 'M o',
  'concern.save-words': 'M *',
  'concern.escalate': 'M *',
  'concern.open-identity': 'M *2',
  'analysis.read': 'N t',
  'analysis.reconcile': 'N t',
  'analysis.enter': 'AN t',
  'analysis.code': 'N t',
  'analysis.redact': 'MN t',
  'analysis.ask-to-erase': 'N t',
  'analysis.erase': 'N t2',
  'analysis.export': 'N t',
  'analysis.ask-small-numbers': 'N t',
  'analysis.export-small-numbers': 'N t2',
  'support-request.read': 'AP t',
  'support-request.close': 'AP t',
  'staff.list': 'AMNPD *',
  'staff.invite': 'D *',
  'staff.withdraw-invitation': 'D *',
  'staff.replace-passkey': 'D x',
  'staff.change-roles': 'D x',
  'staff.suspend': 'D x',
  'session.list': 'AMNPD o',
  'session.end': 'AMNPD o',
  'audit.read': 'PD *',
  'site.change': 'D *',
  'site.set-up': 'D *',
  'site.take-samples-away': 'D *',
  'today.read': 'AMNPD *',
}

const me = 'staff-me'
const them = 'staff-them'
const ours = 'consultation-ours'

const staff = (held: readonly Role[], teams: readonly string[] | 'every' = [ours]): StaffActor => ({
  kind: 'staff',
  staffId: me,
  name: 'Member of staff',
  roles: held,
  sessionId: 'session',
  teams,
})

/** A thing of which nothing stands in the way but what a test changes. */
const openTo = (action: Action): Thing => {
  const { of, states, twoPeople } = actions[action] as Rule
  return {
    consultationId: ours,
    ownerId: of === 'others' ? them : me,
    ...(states ? { state: states[0] } : {}),
    ...(twoPeople ? { firstPeople: [them] } : {}),
  }
}

const cases = actionNames.flatMap((action) =>
  roles.map(
    (role) => [action, role, expected[action].split(' ')[0]!.includes(letters[role])] as const,
  ),
)

describe('may', () => {
  it('has been thought about for every action, and for no action that there is not', () => {
    expect(Object.keys(expected).toSorted()).toEqual([...actionNames].toSorted())
  })

  it.each(cases)('%s by %s: %s', (action, role, allowed) => {
    expect(may(staff([role]), action, openTo(action))).toBe(allowed)
    expect(mayEver(staff([role]), action)).toBe(allowed)
  })

  it.each(actionNames)('%s is only of what the rule says', (action) => {
    const actor = staff(roles)
    const open = openTo(action)
    const of = expected[action].split(' ')[1]!
    expect(may(actor, action, { ...open, consultationId: 'another' })).toBe(!of.startsWith('t'))
    expect(may(actor, action, { ...open, consultationId: undefined })).toBe(!of.startsWith('t'))
    expect(may(staff(roles, 'every'), action, { ...open, consultationId: 'another' })).toBe(true)
    expect(may(actor, action, { ...open, ownerId: them })).toBe(!of.startsWith('o'))
    expect(may(actor, action, { ...open, ownerId: me })).toBe(!of.startsWith('x'))
    expect(may(actor, action, { ...open, ownerId: undefined })).toBe(!/^[ox]/.test(of))
  })

  it.each(actionNames)('%s takes two people when it does', (action) => {
    const takesTwo = expected[action].endsWith('2')
    const by = (firstPeople: readonly string[] | undefined) =>
      may(staff(roles), action, { ...openTo(action), firstPeople })
    expect(by([me])).toBe(!takesTwo)
    expect(by([them, me])).toBe(!takesTwo)
    expect(by([])).toBe(!takesTwo)
    expect(by(undefined)).toBe(!takesTwo)
    expect(by([them])).toBe(true)
  })

  it('asks the state where the rule names some, and takes a missing one for another', () => {
    const actor = staff(['author'])
    const close = (state?: string) =>
      may(actor, 'support-request.close', { consultationId: ours, state })
    expect([close('asked'), close('met'), close('not-met'), close('')]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(close()).toBe(false)
  })

  it.each<[string, Actor]>([
    ['nobody', nobody],
    ['who holds a private code', { kind: 'code-holder' }],
    ['a job of another name', { kind: 'job', name: 'tidy' }],
    ['staff without a role, but what every member of staff may', staff([])],
  ])('refuses everything to %s', (_, actor) => {
    const allowed = actionNames.filter((action) => may(actor, action, openTo(action)))
    const forAll = actionNames.filter((action) => actions[action].roles === 'any')
    expect(allowed).toEqual(actor.kind === 'staff' ? forAll : [])
  })

  it('lets a job do what a person set a time for, and nothing else', () => {
    const job = { kind: 'job', name: 'publish-at-time' } as const
    expect(actionNames.filter((action) => may(job, action, {}))).toEqual(['consultation.publish'])
    expect(mayEver(job, 'consultation.publish')).toBe(false)
  })

  it.each(['', 'toString', '__proto__', 'constructor', 'consultation'])(
    'refuses an action that there is not: "%s"',
    (action) => {
      expect(may(staff(roles, 'every'), action as Action, openTo('today.read'))).toBe(false)
    },
  )

  it('never gives more for fewer roles or fewer teams', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...actionNames),
        fc.subarray([...roles]),
        fc.subarray([...roles]),
        fc.record(
          {
            consultationId: fc.constantFrom(ours, 'another'),
            ownerId: fc.constantFrom(me, them),
            state: fc.constantFrom('asked', 'met'),
            firstPeople: fc.subarray([me, them]),
          },
          { requiredKeys: [] },
        ),
        (action, some, more, thing) => {
          const few = may(staff(some, []), action, thing)
          const many = may(staff([...some, ...more], [ours]), action, thing)
          const all = may(staff(roles, 'every'), action, thing)
          expect(!few || many).toBe(true)
          expect(!many || all).toBe(true)
        },
      ),
    )
  })
})
