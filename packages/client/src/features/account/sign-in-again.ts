import { signInAgainTitleId, signInAgainView } from '@takepart/shared/views/account/sign-in.view'
import { accountProblemWords, accountWords } from '@takepart/shared/words/account'
import { render } from 'lit'
import type { StaffApi } from '../../api/staff-api.ts'
import { announce } from '../../app/announce.ts'
import { signInWithPasskey } from './passkey.ts'

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

function ask(api: StaffApi): Promise<boolean> {
  const dialog = document.createElement('dialog')
  dialog.className = 'panel sign-in-again'
  dialog.setAttribute('aria-labelledby', signInAgainTitleId)
  const as = document.getElementById('main')?.dataset['staff']
  return new Promise((resolve) => {
    const finish = (signedIn: boolean): void => {
      dialog.close()
      dialog.remove()
      announce(signedIn ? accountWords.signedInAgain : accountWords.stillSignedOut)
      resolve(signedIn)
    }
    const draw = (problem?: string): void => {
      render(
        signInAgainView(problem === undefined ? {} : { problem }, {
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
