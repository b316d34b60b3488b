import { hydratedEvent } from '../app/hydrated.ts'

/**
 * Keeps what somebody presses before the page is hydrated, and does it once the page is: a button pressed early would do
 * nothing, and a form sent early would load the page again with the typed words in its address, where logs and the
 * history of the browser keep them. Only the last act counts, and only once. Forms that the server itself answers have
 * another method than `dialog` and are left to the browser.
 *
 * Runs before anything of the page is there, from the script that stands in the page itself.
 */
export function keepEarlyActs(): void {
  let repeat: (() => void) | undefined
  const keep = (event: Event): void => {
    const target = event.target as Element
    if (!target.closest('main > [data-shape]')) return
    if (target instanceof HTMLFormElement) {
      if (target.method !== 'dialog') return
      event.preventDefault()
      const { submitter } = event as SubmitEvent
      repeat = () => again(target)?.requestSubmit(submitter && again(submitter))
      return
    }
    const button = target.closest<HTMLElement>('button[type=button]')
    if (button) repeat = () => again(button)?.click()
  }
  document.addEventListener('click', keep)
  document.addEventListener('submit', keep)
  document.addEventListener(hydratedEvent, () => {
    repeat?.()
    repeat = undefined
  })
}

/** The control itself; where the page had to be rendered anew, the one that stands in its place. */
const again = <Control extends HTMLElement>(control: Control): Control | null =>
  control.isConnected ? control : (document.getElementById(control.id) as Control | null)
