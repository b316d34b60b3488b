import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import {
  signInWaysView,
  type SignInWaysModel,
} from '@takepart/shared/views/account/sign-in-ways.view'
import { signedInView } from '@takepart/shared/views/account/signed-in.view'
import { accountWords } from '@takepart/shared/words/account'
import { readSignInSetting } from '../../../features/account/provider/sign-in-setting.queries.ts'
import { privatePage } from '../private-page.ts'

const signedInPage = privatePage<object>({
  path: deskPaths.signedIn,
  action: 'today.read',
  load: async () => ({}),
  render: () => ({
    title: accountWords.signedInTitle,
    main: signedInView(),
    element: 'tp-signed-in-page',
  }),
})

/** Only where there are two ways to choose from. */
const waysPage = privatePage<SignInWaysModel>({
  path: deskPaths.signInWays,
  action: 'site.change',
  load: async ({ db, hasProvider }) =>
    hasProvider ? { ...(await readSignInSetting(db)), problems: [], isSaved: false } : undefined,
  render: (model) => ({
    title: accountWords.signInWays,
    main: signInWaysView(model),
    element: 'tp-sign-in-ways-page',
  }),
})

export const providerPages = [signedInPage, waysPage]
