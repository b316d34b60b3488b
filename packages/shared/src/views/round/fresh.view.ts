import { html, nothing } from 'lit'
import { button } from '../../ui/button.ts'
import { roundWords as words } from '../../words/round.ts'

/** How much was said while somebody read. It is shown when they ask for it: nothing moves under their eyes. */
export const freshView = (
  { count, trouble }: { readonly count: number; readonly trouble: string },
  onShow: () => void,
) =>
  count === 0
    ? nothing
    : html`<div class="fresh"><p>${trouble || words.fresh.said(count)}</p>${button({ text: words.fresh.show(count), kind: 'second', onClick: onShow })}</div>`
