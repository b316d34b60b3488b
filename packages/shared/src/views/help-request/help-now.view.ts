import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { HelpRecord } from '../../domain/device/help-record.ts'
import type { HelpProblem } from '../../domain/moderation/help-request.ts'
import type { CrisisLine } from '../../domain/site/crisis-lines.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { hiddenText, pageTitleId } from '../../ui/field.ts'
import { textarea } from '../../ui/textarea.ts'
import { textInput } from '../../ui/text-input.ts'
import { helpProblemWords, helpStateWords, helpWords as words } from '../../words/help-request.ts'
import { crisisLinesView } from './crisis-lines.view.ts'

export interface HelpNowModel {
  /** The Trust's own lines. */
  readonly own: readonly CrisisLine[]
  /** The page somebody came from; absent: none of this website's. */
  readonly from?: string
  /** False until the page's script can send. */
  readonly ready: boolean
  readonly words: string
  readonly reach: string
  readonly ownDevice: boolean
  readonly problems: readonly HelpProblem[]
  /** Why it was not sent, where it could be neither kept nor sent; empty otherwise. */
  readonly trouble: string
  /** What was sent from this device before, the newest first. */
  readonly records: readonly HelpRecord[]
}

export interface HelpNowHandlers {
  readonly onWords?: (words: string) => void
  readonly onReach?: (reach: string) => void
  readonly onOwnDevice?: (own: boolean) => void
  readonly onSend?: () => void
  readonly onFollow?: (controlId: string) => void
  readonly onDelete?: (id: string) => void
}

export const helpNowTitle = words.title

/** What the page is before its script has come: the lines, and no form that could not be sent. */
export const helpNowFirst = (own: readonly CrisisLine[]): HelpNowModel => ({
  own,
  ready: false,
  words: '',
  reach: '',
  ownDevice: false,
  problems: [],
  trouble: '',
  records: [],
})

/** Who to call comes first and needs nothing; telling the Trust comes after it. */
export const helpNowView = (model: HelpNowModel, handlers: HelpNowHandlers = {}) => html`<div
  class="wrap"
  data-lines=${model.own.length > 0 ? JSON.stringify(model.own) : nothing}
>
  ${model.from === undefined ? nothing : backLink({ href: model.from, text: words.back })}
  ${
    model.problems.length > 0
      ? errorSummary({
          items: model.problems.map((problem) => ({
            href: hrefOf(problem),
            text: helpProblemWords(problem),
          })),
          ...(handlers.onFollow ? { onFollow: handlers.onFollow } : {}),
        })
      : nothing
  }
  <h1 id=${pageTitleId}>${words.title}</h1>
  <section class="notice warning help-now" aria-label=${words.title}>
    <p>${words.callFirst}</p>
    ${crisisLinesView(model.own)}
    <p>${model.own.length > 0 ? words.freeBesidesOwn : words.free}</p>
  </section>
  ${sentView(model, handlers)}
  <section class="part" aria-labelledby="tell"><h2 id="tell">${words.tellTitle}</h2>
    <p>${words.tellMore}</p>
    ${model.ready ? formView(model, handlers) : html`<p class="notice warning">${words.needsScript}</p>`}
  </section>
</div>`

const hrefOf = ({ code }: HelpProblem): string =>
  code === 'help-reach-too-long' ? '#help-reach' : '#help-words'

const errorAt = ({ problems }: HelpNowModel, href: string) => {
  const problem = problems.find((one) => hrefOf(one) === href)
  return problem ? { error: helpProblemWords(problem) } : {}
}

const formView = (
  model: HelpNowModel,
  handlers: HelpNowHandlers,
) => html`<form method="dialog" novalidate @submit=${(event: Event) => {
  event.preventDefault()
  handlers.onSend?.()
}}>
  ${textarea({
    id: 'help-words',
    name: 'words',
    title: words.words,
    hint: words.wordsHint,
    rows: 4,
    value: model.words,
    ...errorAt(model, '#help-words'),
    onInput: (typed) => handlers.onWords?.(typed),
  })}
  ${textInput({
    id: 'help-reach',
    name: 'reach',
    title: words.reach,
    optional: true,
    hint: words.reachHint,
    value: model.reach,
    ...errorAt(model, '#help-reach'),
    onInput: (typed) => handlers.onReach?.(typed),
  })}
  ${checkboxes({
    id: 'own-device',
    name: 'own-device',
    title: 'Keeping what you wrote',
    hint: 'If other people use this device too, we keep it only until you close Takepart.',
    items: [{ value: 'own', text: 'This is my own device', checked: model.ownDevice }],
    onChange: (_value, checked) => handlers.onOwnDevice?.(checked),
  })}
  <p class="saved failed" id="help-trouble">${model.trouble ? changing(model.trouble) : nothing}</p>
  <div class="actions">${button({ type: 'submit', text: words.send })}</div>
</form>`

const sentView = ({ records }: HelpNowModel, handlers: HelpNowHandlers) =>
  records.length === 0
    ? nothing
    : html`<section class="part" aria-labelledby="told"><h2 id="told">${words.sentTitle}</h2>
      <ul class="rows" id="help-records">${repeat(
        records,
        ({ draft }) => draft.id,
        (record) => html`<li>
          <p class="said" dir="auto">“${record.draft.written.words}”</p>
          <p>${changing(helpStateWords(record))}</p>
          <p><button class="button quiet" type="button" @click=${() => handlers.onDelete?.(record.draft.id)}>${words.delete}${hiddenText(words.deleteWhat)}</button></p>
        </li>`,
      )}</ul>
    </section>`
