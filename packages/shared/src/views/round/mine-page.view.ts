import { html, nothing } from 'lit'
import type { ContributionRecord } from '../../domain/device/contribution-record.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { textInput } from '../../ui/text-input.ts'
import { ownContributionWords } from '../../words/own-contribution.ts'
import { beginning, contributionRows } from './own-contributions.view.ts'
import { roundAddress } from './round-address.ts'

const words = ownContributionWords.mine

export interface MinePageModel {
  readonly slug: string
  /** What this device knows of, the newest first. */
  readonly records: readonly ContributionRecord[]
  readonly code: string
  /** Why nothing was found with the code, in words. */
  readonly problem: string
  /** What came of looking, in words. */
  readonly found: string
  readonly busy: boolean
  /** True when the server could not be asked how things stand. */
  readonly old: boolean
}

export interface MinePageHandlers {
  readonly onCode: (typed: string) => void
  readonly onFind: () => void
  readonly onFollow: (controlId: string) => void
}

export const mineTitle = ({ problem }: Pick<MinePageModel, 'problem'>): string =>
  `${problem ? 'Error: ' : ''}${words.title}`

/** Everything somebody wrote in one discussion: what is on this device, and what their private code opens. */
export const minePageView = (
  model: MinePageModel,
  handlers: MinePageHandlers,
) => html`<div class="wrap">
  ${backLink({ href: roundAddress(model.slug), text: ownContributionWords.back })}
  ${model.problem ? errorSummary({ items: [{ href: '#code', text: model.problem }], onFollow: handlers.onFollow }) : nothing}
  <h1 id=${pageTitleId}>${words.title}</h1>
  ${model.found ? html`<p class="saved" id="found">${changing(model.found)}</p>` : nothing}
  ${model.records.length === 0 ? html`<p class="empty">${words.none}</p>` : html`<h2>${words.here}</h2>${contributionRows(model.records, nameOf)}`}
  ${model.old && model.records.length > 0 ? html`<p class="quiet">${words.notLooked}</p>` : nothing}
  ${findForm(model, handlers)}
</div>`

/** The whole list is of one discussion: what tells one from another is what was said. */
const nameOf = (record: ContributionRecord) =>
  changing(beginning(record) || ownContributionWords.title(record))

const findForm = (model: MinePageModel, handlers: MinePageHandlers) => html`<form
  novalidate
  method="dialog"
  autocomplete="off"
  @submit=${(event: Event) => {
    event.preventDefault()
    handlers.onFind()
  }}
>
  <h2>${words.find}</h2>
  <p>${words.why}</p>
  ${textInput({
    id: 'code',
    name: 'code',
    title: words.code,
    hint: words.codeHint,
    value: model.code,
    spellcheck: false,
    error: model.problem || undefined,
    onInput: handlers.onCode,
  })}
  <div class="actions">${button({ text: words.button, type: 'submit' })}${model.busy ? html`<span class="quiet">${words.busy}</span>` : nothing}</div>
</form>`
