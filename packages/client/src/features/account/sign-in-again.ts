import { deskPaths, providerSignInPath } from '@takepart/shared/domain/site/desk-paths'
import { signInAgainTitleId, signInAgainView } from '@takepart/shared/views/account/sign-in.view'
import { accountProblemWords, accountWords } from '@takepart/shared/words/account'
import { render } from 'lit'
import type { StaffApi } from '../../api/staff-api.ts'
import { announce } from '../../app/announce.ts'
import { ifAllowed } from '../../app/if-allowed.ts'
import { signInWithPasskey } from './passkey.ts'
import { signedInChannel } from './signed-in-channel.ts'

let open: Promise<boolean> | undefined

/**
 * Asks the person to sign in, in a dialog over the page, which stays as it is. True once they have; false when they would
 * rather not now. Several acts that find the session ended share one dialog.
 */
export function signInAgain(api: StaffApi): Promise<boolean> {
  open ??= ask(api).finally(() => {
    open = undefined
  })
  return open
}

/** Who the page was made for, and whether they may sign in with a work account: in another tab, which then tells this one. */
function pageIsFor() {
  const { staff, workAccounts } = document.getElementById('main')?.dataset ?? {}
  return {
    as: staff,
    ...(workAccounts ? { providerHref: providerSignInPath(deskPaths.signedIn, staff) } : {}),
  }
}

function ask(api: StaffApi): Promise<boolean> {
  const dialog = document.createElement('dialog')
  dialog.className = 'panel sign-in-again'
  dialog.setAttribute('aria-labelledby', signInAgainTitleId)
  const { as, ...ways } = pageIsFor()
  // Where the browser refuses the channel, signing in in another tab is not heard of here: a passkey still is.
  const channel = ifAllowed(() => new BroadcastChannel(signedInChannel))
  return new Promise((resolve) => {
    const finish = (signedIn: boolean): void => {
      channel?.close()
      dialog.close()
      dialog.remove()
      announce(signedIn ? accountWords.signedInAgain : accountWords.stillSignedOut)
      resolve(signedIn)
    }
    const draw = (problem?: string): void => {
      render(
        signInAgainView(problem === undefined ? ways : { ...ways, problem }, {
          onPasskey: () => void tryPasskey(),
          onNotNow: () => finish(false),
        }),
        dialog,
      )
    }
    const tryPasskey = async (): Promise<void> => {
      draw()
      const done = await signInWithPasskey(api, as).catch(() => undefined)
      if (done?.ok) return finish(true)
      draw(done ? done.problems.map(accountProblemWords).join('. ') : accountWords.notReached)
    }
    channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === as) finish(true)
    })
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      finish(false)
    })
    draw()
    document.body.append(dialog)
    dialog.showModal()
    // The title first, so that it is read before the buttons.
    document.getElementById(signInAgainTitleId)?.focus()
  })
}
