import { describe, expect, it } from 'vitest'
import { providerProblems } from '../../domain/account/account-problem.ts'
import { providerProblemWords } from '../../words/account.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import { auditView, type AuditLine, type AuditModel } from './audit.view.ts'
import { colleagueView, type ColleagueModel } from './colleague.view.ts'
import { emptyInvitation, inviteView } from './invite.view.ts'
import { madeLinkView } from './made-link.view.ts'
import { withRole } from './role-fields.view.ts'
import { signInWaysView } from './sign-in-ways.view.ts'
import { signInView, type SignInWays } from './sign-in.view.ts'
import { staffListView, type StaffListModel } from './staff-list.view.ts'

const bo: ColleagueModel = {
  staffId: '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11',
  name: 'Bo Larch',
  roles: ['author'],
  everyConsultation: false,
  consultations: [
    { id: 'c1', title: 'The bus to the clinic', isTheirs: true },
    { id: 'c2', title: '', isTheirs: false },
  ],
  byProvider: false,
  isSuspended: false,
  joinedAt: '2027-02-01T09:00:00Z',
  problems: [],
}

describe('the page of a colleague', () => {
  it('says since when, which roles, which consultations, and what can be done', () => {
    const words = wordsOf(colleagueView(bo))
    for (const said of [
      'What Bo Larch may do',
      'Here since 1 February 2027',
      'The bus to the clinic',
      'A consultation without a title yet',
      'Make a link for a new passkey',
      'Stop them signing in',
    ])
      expect(words).toContain(said)
    expect(words).not.toContain('Let them sign in again')
  })

  it('offers only to let in whoever is shut out, and says that they are', () => {
    const words = wordsOf(colleagueView({ ...bo, isSuspended: true }))
    expect(words).toContain('Cannot sign in')
    expect(words).toContain('Let them sign in again')
    expect(words).not.toContain('Make a link for a new passkey')
    expect(words).not.toContain('Stop them signing in')
  })

  it('puts the problem of the last administrator at what was tried: the roles, or the button', () => {
    const problems = [{ code: 'last-administrator' }] as const
    const rolesTaken = colleagueView({ ...bo, roles: ['author'], problems })
    expect(linksOf(rolesTaken)).toContain('#roles')
    const shutOut = colleagueView({ ...bo, roles: ['administrator'], problems })
    expect(linksOf(shutOut)).toContain('#suspend')
    for (const view of [rolesTaken, shutOut])
      expect(wordsOf(view)).toContain('Make somebody else an administrator first')
  })

  it('says that there are none where there are no consultations', () => {
    expect(wordsOf(colleagueView({ ...bo, consultations: [] }))).toContain(
      'There are no consultations yet.',
    )
  })
})

describe('the page to invite', () => {
  it('links each problem to its field', () => {
    const view = inviteView({
      ...emptyInvitation,
      problems: [{ code: 'name-missing' }, { code: 'email-unclear' }, { code: 'roles-missing' }],
    })
    expect(linksOf(view)).toEqual(
      expect.arrayContaining(['#invite-name', '#invite-email', '#roles']),
    )
  })

  it('shows the link in place of the form, once it is made', () => {
    const made = {
      name: 'Bo',
      href: 'https://x.example/desk/join/abc',
      endsAt: '2027-02-04T09:00:00Z',
    }
    const words = wordsOf(inviteView({ ...emptyInvitation, made }))
    expect(words).toContain('Give this link to Bo')
    expect(words).toContain('Invite somebody else')
    expect(words).not.toContain('Make their link')
  })
})

describe('a link that was made', () => {
  const made = {
    name: 'Bo',
    href: 'https://x.example/desk/join/abc',
    endsAt: '2027-02-04T09:00:00Z',
  }

  it('says until when it can be used, and that it is shown only now', () => {
    const words = wordsOf(madeLinkView(made, () => undefined))
    expect(words).toContain('It works once, until')
    expect(words).toContain('It is shown only now')
  })

  it('speaks of mail only where mail is on its way, and of copying only where it was tried', () => {
    const words = (more: object) => wordsOf(madeLinkView({ ...made, ...more }, () => undefined))
    expect(words({})).not.toContain('on its way')
    expect(words({ mailedTo: 'bo@example.nhs.uk' })).toContain('on its way to bo@example.nhs.uk')
    expect(words({})).not.toContain('is copied')
    expect(words({ copied: 'done' })).toContain('The link is copied.')
    expect(words({ copied: 'failed' })).toContain('This browser did not copy it')
  })
})

describe('the list of staff', () => {
  const list: StaffListModel = {
    people: [
      {
        id: 'a',
        name: 'Ash Fell',
        roles: ['administrator'],
        everyConsultation: true,
        joinedAt: '2027-02-01T09:00:00Z',
        isSuspended: false,
        isYou: true,
      },
      {
        id: 'b',
        name: 'Bo Larch',
        roles: ['author', 'publisher'],
        everyConsultation: false,
        joinedAt: '2027-02-01T09:00:00Z',
        isSuspended: true,
        isYou: false,
      },
    ],
  }

  it('says in words who cannot sign in', () => {
    expect(wordsOf(staffListView(list))).toContain('Bo Larch (cannot sign in)')
  })

  it('offers what can be changed only where it is for administrators', () => {
    expect(linksOf(staffListView(list))).toEqual([])
    expect(linksOf(staffListView({ ...list, invitations: [] }))).toEqual([
      '/desk/staff/invite',
      '/desk/staff/b',
    ])
  })
})

const line = (number: number, at: string): AuditLine => ({
  number,
  at,
  who: 'Ash Fell',
  did: 'published The bus to the clinic',
  thing: 'The bus to the clinic',
  href: '/desk/audit?thing=consultation%3Ac1',
})

const audit: AuditModel = {
  state: { outcome: 'whole', entries: 2, checkedAt: '2027-03-01T03:23:00Z' },
  who: [{ value: '', text: 'Everybody', selected: true }],
  did: [{ value: '', text: 'Everything', selected: true }],
  day: { day: '', month: '', year: '' },
  dayUnknown: false,
  isFiltered: false,
  lines: [line(2, '2027-03-02T00:30:00Z'), line(1, '2027-03-01T23:30:00Z')],
}

describe('the audit log', () => {
  it('says each act under its day, and whether the log is whole and when that was found', () => {
    const words = wordsOf(auditView(audit))
    expect(words).toContain('All 2 entries follow from one another.')
    expect(words).toContain('The whole log was looked through on Monday 1 March 2027 at 3:23 am')
    expect(words).toMatch(
      /2 March 2027 Ash Fell published The bus to the clinic 12:30 am.*1 March 2027/,
    )
    expect(words).toContain('2 acts')
  })

  it('says that it was changed in place of that it is whole, and whom to tell', () => {
    const state = { outcome: 'changed', number: 812, why: 'altered' } as const
    const words = wordsOf(auditView({ ...audit, state }))
    expect(words).toContain('Entry 812 is not as it was written')
    expect(words).toContain('Tell whoever looks after your server')
    expect(words).not.toContain('follow from one another')
  })

  it('goes on to older acts and back only where there are any', () => {
    expect(linksOf(auditView(audit))).not.toContain('/desk/audit?before=1')
    const links = linksOf(
      auditView({ ...audit, older: '/desk/audit?before=1', newest: '/desk/audit' }),
    )
    expect(links).toEqual(expect.arrayContaining(['/desk/audit?before=1', '/desk/audit']))
  })

  it('keeps the thing that it is about when something else is asked for', () => {
    const thing = { key: 'consultation:c1', name: 'The bus to the clinic' }
    const view = auditView({ ...audit, thing, isFiltered: true })
    expect(wordsOf(view)).toContain('Only what was done to The bus to the clinic.')
    expect(rendered(view)).toMatch(/<input type="hidden" name="thing" value="consultation:c1"/)
  })

  it('tells a log in which nothing was done from one in which nothing is as asked', () => {
    expect(wordsOf(auditView({ ...audit, lines: [] }))).toContain('Nothing has been done yet.')
    expect(wordsOf(auditView({ ...audit, lines: [], isFiltered: true }))).toContain(
      'Nothing here is as you asked.',
    )
  })
})

describe('how people sign in', () => {
  const ways = { passkeys: true, provider: false, problems: [], isSaved: false }

  it('shows what is allowed, and what is in the way', () => {
    expect(rendered(signInWaysView(ways))).toMatch(/value="passkeys" checked/)
    const view = signInWaysView({ ...ways, problems: [{ code: 'own-way-to-sign-in' }] })
    expect(linksOf(view)).toContain('#ways')
    expect(wordsOf(view)).toContain('Sign in the other way first')
  })

  it('says that it is saved only when it is', () => {
    expect(wordsOf(signInWaysView(ways))).not.toContain('Saved.')
    expect(wordsOf(signInWaysView({ ...ways, isSaved: true }))).toContain('Saved.')
  })
})

describe('the page to sign in', () => {
  const page = (ways: SignInWays, problem?: string) =>
    signInView({ next: '/desk', out: false, ways, ...(problem ? { problem } : {}) })

  it('offers the ways there are, and help with a passkey only where there are passkeys', () => {
    const providerHref = '/desk/sign-in/provider?next=%2Fdesk'
    expect(wordsOf(page({ passkeys: true }))).not.toContain('work account')
    expect(wordsOf(page({ passkeys: true, providerHref }))).toContain('Lost your passkey?')
    const alone = page({ passkeys: false, providerHref })
    expect(wordsOf(alone)).not.toContain('passkey')
    expect(linksOf(alone)).toEqual([providerHref])
  })

  it('has words for everything that can be in the way of a work account', () => {
    for (const code of providerProblems)
      expect(wordsOf(page({ passkeys: true }, providerProblemWords[code]))).toContain(
        'You are not signed in',
      )
  })
})

describe('withRole', () => {
  it('adds and takes away one, and keeps their order', () => {
    expect(withRole(['publisher'], 'author', true)).toEqual(['author', 'publisher'])
    expect(withRole(['author', 'publisher'], 'author', false)).toEqual(['publisher'])
    expect(withRole(['author'], 'author', true)).toEqual(['author'])
    expect(withRole([], 'author', false)).toEqual([])
  })
})
