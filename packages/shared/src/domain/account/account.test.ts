import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInTeam, type StaffActor } from './actor.ts'
import {
  acceptInvitation,
  invitationEnds,
  invitationLastsMs,
  isUsable,
  type WrittenInvitation,
} from './invitation.ts'
import { inOrder, isRole, roles } from './role.ts'
import { isLive, longestIdleMs, longestSessionMs } from './session.ts'

const at = (iso: string): Date => new Date(iso)
const start = at('2027-02-01T09:00:00Z')
const after = (milliseconds: number): Date => new Date(start.getTime() + milliseconds)

describe('isLive', () => {
  it.each([
    ['just begun', 0, 0, 0, true],
    ['a moment before 30 minutes of nothing', 0, 0, longestIdleMs - 1, true],
    ['after 30 minutes of nothing', 0, 0, longestIdleMs, false],
    [
      'used all the time, a moment before 12 hours',
      0,
      longestSessionMs - 2,
      longestSessionMs - 1,
      true,
    ],
    ['used all the time, after 12 hours', 0, longestSessionMs - 1, longestSessionMs, false],
    ['begun by a server whose clock is a minute ahead', 60_000, 60_000, 0, true],
    ['begun later than a minute from now: the clock was put back', 60_001, 60_001, 0, false],
    ['used later than a minute from now', 0, 120_000, 0, false],
  ])('%s', (_, startedAfter, usedAfter, nowAfter, live) => {
    expect(
      isLive({ startedAt: after(startedAfter), lastUsedAt: after(usedAfter) }, after(nowAfter)),
    ).toBe(live)
  })

  it('says 30 minutes and 12 hours', () => {
    expect([longestIdleMs / 60_000, longestSessionMs / 3_600_000]).toEqual([30, 12])
  })

  it('is never live again once it has ended, while the clock goes forward', () => {
    fc.assert(
      fc.property(fc.nat(longestSessionMs * 2), fc.nat(longestSessionMs), (first, later) => {
        const session = { startedAt: start, lastUsedAt: start }
        expect(isLive(session, after(first)) || !isLive(session, after(first + later))).toBe(true)
      }),
    )
  })
})

const written = (changes: Partial<WrittenInvitation> = {}): WrittenInvitation => ({
  name: 'Bo Larch',
  email: 'bo.larch@example.nhs.uk',
  roles: ['author'],
  everyConsultation: true,
  ...changes,
})
const codes = (changes: Partial<WrittenInvitation>): readonly string[] => {
  const result = acceptInvitation(written(changes))
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

describe('acceptInvitation', () => {
  it('tidies the name, writes the address in one way and puts roles in their order', () => {
    expect(
      acceptInvitation(
        written({
          name: '  Bo\n Larch ',
          email: ' Bo.Larch@Example.NHS.uk ',
          roles: ['publisher', 'author', 'publisher'],
        }),
      ),
    ).toEqual({
      ok: true,
      value: {
        name: 'Bo Larch',
        email: 'bo.larch@example.nhs.uk',
        roles: ['author', 'publisher'],
        everyConsultation: true,
      },
    })
  })

  it('needs no address', () => {
    expect(acceptInvitation(written({ email: '  ' }))).toMatchObject({
      ok: true,
      value: { email: undefined },
    })
  })

  it('says everything that is wrong at once', () => {
    expect(codes({ name: ' ', email: 'nobody', roles: [] })).toEqual([
      'name-missing',
      'email-unclear',
      'roles-missing',
    ])
  })

  it.each([
    [100, []],
    [101, ['name-too-long']],
  ])('takes a name of 100 characters and not of more: %i', (length, problems) => {
    expect(codes({ name: 'x'.repeat(length) })).toEqual(problems)
    expect(codes({ name: '👩‍👩‍👧'.repeat(length) })).toEqual(problems)
  })

  it.each([
    'a@b',
    '@example.nhs.uk',
    'a@',
    'a b@example.nhs.uk',
    'a@example..uk',
    'a@-example.uk',
    'a..b@example.uk',
    '.a@example.uk',
    '"a b"@example.uk',
    'a(comment)@example.uk',
    '=?utf-8?q?a?=@example.uk\r\nbcc: b@example.uk',
    'a@example.uk, b@example.uk',
    'á@example.uk',
    'a@еxample.uk',
    'a@[127.0.0.1]',
    'a@example.uk.',
    `${'a'.repeat(250)}@example.uk`,
  ])('refuses an address that cannot be one: %s', (email) => {
    expect(codes({ email })).toEqual(['email-unclear'])
  })

  it.each(["o'neil@example.nhs.uk", 'a+b@example.co.uk', 'x@a-b.example.uk', '1@2.uk'])(
    'takes %s',
    (email) => {
      expect(codes({ email })).toEqual([])
    },
  )

  it('looks at 60,000 characters of an address in no time', () => {
    const began = performance.now()
    for (const part of ['a.', 'a@', '-', 'a-.', "'"]) codes({ email: part.repeat(30_000) })
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('a link', () => {
  it('can be used for 72 hours, once', () => {
    const endsAt = invitationEnds(start)
    expect(endsAt).toEqual(at('2027-02-04T09:00:00Z'))
    expect(isUsable({ endsAt, usedAt: null }, after(invitationLastsMs - 1))).toBe(true)
    expect(isUsable({ endsAt, usedAt: null }, endsAt)).toBe(false)
    expect(isUsable({ endsAt, usedAt: start }, start)).toBe(false)
  })
})

describe('roles', () => {
  it('are five, known by name, and put in order each once', () => {
    expect(roles).toEqual(['author', 'moderator', 'analyst', 'publisher', 'administrator'])
    expect(['author', 'Author', 'toString', ''].map(isRole)).toEqual([true, false, false, false])
    expect(inOrder(['administrator', 'author', 'author'])).toEqual(['author', 'administrator'])
  })
})

describe('isInTeam', () => {
  it('is true for a consultation of theirs, and for each of who works on every one', () => {
    const actor = (teams: StaffActor['teams']) =>
      ({ kind: 'staff', staffId: 's', name: 'S', roles: [], sessionId: 'x', teams }) as const
    expect(isInTeam(actor(['a', 'b']), 'b')).toBe(true)
    expect(isInTeam(actor(['a', 'b']), 'c')).toBe(false)
    expect(isInTeam(actor([]), 'c')).toBe(false)
    expect(isInTeam(actor('every'), 'c')).toBe(true)
  })
})
