import { html, nothing } from 'lit'
import { authoringPaths } from '../../domain/site/authoring-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { fieldHref, pageTitleId } from '../../ui/field.ts'
import { radios } from '../../ui/radios.ts'
import { textInput } from '../../ui/text-input.ts'
import { authoringWords } from '../../words/authoring.ts'

export interface BeginModel {
  readonly copies: readonly { readonly id: string; readonly title: string }[]
  readonly title: string
  /** The id of what to copy; empty: nothing; {@link fromFile}: what is in a file. */
  readonly copyOf: string
  readonly problem?: string
}

export interface BeginHandlers {
  readonly onTitle?: (title: string) => void
  readonly onCopyOf?: (id: string) => void
  readonly onBegin?: () => void
}

/** In the place of an id to copy: the next page asks for a file. */
export const fromFile = 'file'

/** Begins a consultation: its title, and what to start from. */
export const beginConsultationView = (
  { copies, title, copyOf, problem }: BeginModel,
  { onTitle, onCopyOf, onBegin }: BeginHandlers = {},
) => html`<div class="wrap">
  ${backLink({ href: authoringPaths.list, text: authoringWords.list })}
  ${problem ? errorSummary({ items: [{ href: fieldHref('title'), text: problem }] }) : nothing}
  <h1 id=${pageTitleId}>${authoringWords.begin}</h1>
  <p class="lede">${authoringWords.beginLede}</p>
  <form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    onBegin?.()
  }}>
    ${textInput({
      id: 'title',
      name: 'title',
      title: authoringWords.titleLabel,
      hint: authoringWords.titleHint,
      value: title,
      ...(problem ? { error: problem } : {}),
      ...(onTitle ? { onInput: onTitle } : {}),
    })}
    ${radios({
      id: 'from',
      name: 'from',
      title: authoringWords.startFrom,
      items: [
        { value: '', text: authoringWords.blank, checked: copyOf === '' },
        {
          value: fromFile,
          text: authoringWords.aFile,
          hint: authoringWords.aFileHint,
          checked: copyOf === fromFile,
        },
        ...copies.map((one) => ({
          value: one.id,
          text: authoringWords.copyOf(one.title),
          hint: authoringWords.copyHint,
          checked: copyOf === one.id,
        })),
      ],
      ...(onCopyOf ? { onChange: onCopyOf } : {}),
    })}
    <div class="actions">${button({ type: 'submit', text: authoringWords.beginButton })}</div>
  </form>
</div>`
