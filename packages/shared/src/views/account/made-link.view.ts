import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import { button } from '../../ui/button.ts'
import { accountWords } from '../../words/account.ts'

/** A link that was made just now. It is nowhere else: a page that is opened again does not have it. */
export interface MadeLinkModel {
  readonly name: string
  /** The whole address. */
  readonly href: string
  readonly endsAt: string
  /** Where it also went by mail. */
  readonly mailedTo?: string
  /** `failed`: the browser did not let the page copy. */
  readonly copied?: 'done' | 'failed'
}

export const madeLinkTitleId = 'made-link'
export const madeLinkId = 'link-to-give'

/** A link to give to somebody, whole, to copy or to read out. */
export const madeLinkView = (
  { name, href, endsAt, mailedTo, copied }: MadeLinkModel,
  onCopy: () => void,
) => html`<section class="part panel made-link" aria-labelledby=${madeLinkTitleId}>
  <h2 id=${madeLinkTitleId} tabindex="-1">${accountWords.linkMade(name)}</h2>
  <p>${accountWords.linkMadeMore(momentWords(endsAt))}</p>
  ${mailedTo ? html`<p>${accountWords.linkMailed(mailedTo)}</p>` : nothing}
  <div class="field">
    <label class="label" for=${madeLinkId}>${accountWords.linkLabel}</label>
    <textarea class="input" id=${madeLinkId} readonly rows="3" dir="ltr" spellcheck="false" .value=${href}
      @focus=${(event: Event) => (event.currentTarget as HTMLTextAreaElement).select()}></textarea>
  </div>
  <div class="actions">
    ${button({ text: accountWords.copyLink, kind: 'second', onClick: onCopy })}
    ${copied ? html`<span>${copied === 'done' ? accountWords.linkCopied : accountWords.linkNotCopied}</span>` : nothing}
  </div>
</section>`
