import { deskTroubleId } from '@takepart/shared/views/account/desk-frame.view'
import { deskTroubleView } from '@takepart/shared/views/account/desk-trouble.view'
import { render } from 'lit'
import type { CallFailure } from '../api/staff-api.ts'

/** Says above the page that something was not done, why, and what to do; takes the focus, so that it is read out. */
export function showTrouble(failure: CallFailure): void {
  const place = document.getElementById(deskTroubleId)
  if (!place) return
  const before = document.activeElement
  const close = (): void => {
    clearTrouble()
    if (before instanceof HTMLElement && before.isConnected) before.focus()
    else document.getElementById('main')?.focus()
  }
  render(deskTroubleView(failure, close), place)
  place.querySelector<HTMLElement>('[tabindex="-1"]')?.focus()
}

export function clearTrouble(): void {
  const place = document.getElementById(deskTroubleId)
  if (place && place.childElementCount > 0) render(null, place)
}
