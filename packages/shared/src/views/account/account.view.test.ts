import { describe, expect, it } from 'vitest'
import { linksOf, wordsOf } from '../test-support/rendered.ts'
import { colleagueView, type ColleagueModel } from './colleague.view.ts'
import { emptyInvitation, inviteView } from './invite.view.ts'
import { madeLinkView } from './made-link.view.ts'
import { withRole } from './role-fields.view.ts'
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

describe('withRole', () => {
  it('adds and takes away one, and keeps their order', () => {
    expect(withRole(['publisher'], 'author', true)).toEqual(['author', 'publisher'])
    expect(withRole(['author', 'publisher'], 'author', false)).toEqual(['publisher'])
    expect(withRole(['author'], 'author', true)).toEqual(['author'])
    expect(withRole([], 'author', false)).toEqual([])
  })
})
