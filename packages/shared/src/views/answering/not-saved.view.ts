import { html } from 'lit'
import { button } from '../../ui/button.ts'
import { notice } from '../../ui/notice.ts'

/** What can still be done with words that the device has not stored (P1). */
export const notSavedNotice = (onTakeAway?: () => void) =>
  notice({
    tone: 'warning',
    title: 'Not saved on this device',
    content: html`<p>Your words are still on this page. Keep it open, or take a copy. You can still send it.</p>
    ${copyButton(onTakeAway)}`,
  })

export const copyButton = (onTakeAway?: () => void) =>
  button({ text: 'Save a copy as a file', kind: 'second', onClick: onTakeAway })
