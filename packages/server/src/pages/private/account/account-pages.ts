import {
  deskPathAfterSignIn,
  deskPaths,
  providerSignInPath,
} from '@takepart/shared/domain/site/desk-paths'
import { providerProblems } from '@takepart/shared/domain/account/account-problem'
import { joinView, type JoinModel } from '@takepart/shared/views/account/join.view'
import { sessionsView, type SessionsModel } from '@takepart/shared/views/account/sessions.view'
import { signInView, type SignInModel } from '@takepart/shared/views/account/sign-in.view'
import { accountWords, providerProblemWords } from '@takepart/shared/words/account'
import { readInvitation } from '../../../features/account/passkey/join.ts'
import { readSignInSetting } from '../../../features/account/provider/sign-in-setting.queries.ts'
import { listSessions } from '../../../features/account/session/session.queries.ts'
import { openDeskPage, privatePage, SeeOther } from '../private-page.ts'
import { auditPage } from './audit-page.ts'
import { providerPages } from './provider-pages.ts'
import { staffPages } from './staff-pages.ts'

/** Where staff sign in. Whoever is signed in already goes straight on. */
const signInPage = openDeskPage<SignInModel>({
  path: deskPaths.signIn,
  load: async ({ db, actor, search, hasProvider }) => {
    const next = deskPathAfterSignIn(search.get('next'))
    if (actor.kind === 'staff') return new SeeOther(next)
    const { passkeys, provider } = await readSignInSetting(db)
    const problem = providerProblems.find((code) => code === search.get('problem'))
    return {
      next,
      out: search.has('out'),
      ways: {
        passkeys,
        ...(provider && hasProvider ? { providerHref: providerSignInPath(next) } : {}),
      },
      ...(problem ? { problem: providerProblemWords[problem] } : {}),
    }
  },
  render: (model) => ({
    title: accountWords.signInTitle,
    main: signInView(model),
    element: 'tp-sign-in-page',
  }),
})

const joinPage = openDeskPage<JoinModel>({
  path: deskPaths.join(':token'),
  load: async (ctx, { token = '' }) => {
    const read = await readInvitation(ctx, token)
    if (!read.ok) return { usable: false }
    const { purpose, name, staffName, roles } = read.value
    return { usable: true, token, purpose, name: name ?? staffName ?? '', roles }
  },
  render: (model) => ({
    title: model.usable ? accountWords.joinTitle : accountWords.linkGone,
    main: joinView(model),
    ...(model.usable ? { element: 'tp-join-page' } : {}),
  }),
})

const sessionsPage = privatePage<SessionsModel>({
  path: deskPaths.sessions,
  action: 'session.list',
  load: async ({ db, actor }) => {
    const sessions = await listSessions(db, actor.staffId)
    return {
      roles: actor.roles,
      sessions: sessions.map(({ id, browser, startedAt, lastUsedAt }) => ({
        id,
        browser,
        startedAt: startedAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        isThis: id === actor.sessionId,
      })),
    }
  },
  render: (model) => ({
    title: accountWords.sessionsTitle,
    main: sessionsView(model),
    element: 'tp-sessions-page',
  }),
})

export const accountPages = [
  signInPage,
  joinPage,
  sessionsPage,
  ...staffPages,
  ...providerPages,
  auditPage,
]
