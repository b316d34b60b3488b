import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import type { ChangedField } from '../../domain/round/desk/round-changes.ts'
import type { RoundFinding } from '../../domain/round/desk/check-round.ts'
import { pathOfRoundDesk } from '../../domain/site/round-desk-paths.ts'
import { button, linkButton } from '../../ui/button.ts'
import { errorAt, errorSummary } from '../../ui/error-summary.ts'
import { notice } from '../../ui/notice.ts'
import { textarea } from '../../ui/textarea.ts'
import {
  roundDeskWords,
  roundFieldWords,
  roundSignOffWords as words,
} from '../../words/round-desk.ts'
import { signOffWords } from '../../words/sign-off.ts'
import type { People } from '../authoring/desk-model.ts'
import { nameOf } from '../authoring/draft-head.view.ts'
import { choiceText } from './round-form.view.ts'
import { findingList, valueWords } from './round-editor.view.ts'
import { isSummary, roundHead } from './round-head.view.ts'
import type { RoundHead } from './round-desk-model.ts'

export interface RoundSignOffModel {
  readonly head: RoundHead
  readonly people: People
  readonly findings: readonly RoundFinding[]
  /** The newest request; null: nobody has asked yet. */
  readonly request: string | null
  readonly askedBy: string | null
  readonly askedAt: string | null
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly sentBackNote: string | null
  readonly dueAt: string | null
  readonly problem: string | null
  readonly changes: readonly ChangedField[]
  readonly lookedBefore: boolean
  /** True when its opening is still to come, so that it can be published then. */
  readonly opensLater: boolean
  readonly mayAsk: boolean
  readonly maySign: boolean
  readonly mayPublish: boolean
}

export interface RoundSignOffState {
  readonly note: string
  readonly problems: readonly { readonly href: string; readonly text: string }[]
}

export interface RoundSignOffHandlers {
  readonly onAsk?: () => void
  readonly onNote?: (note: string) => void
  readonly onSign?: () => void
  readonly onSendBack?: () => void
  readonly onPublish?: (when: 'now' | 'opening') => void
  readonly onStop?: () => void
}

export const nothingNoted: RoundSignOffState = { note: '', problems: [] }

type Model = RoundSignOffModel
type Handlers = RoundSignOffHandlers

/** The way to being published: what is left to do, what has changed, and the next act for whoever looks. */
export const roundSignOffView = (
  model: Model,
  state: RoundSignOffState = nothingNoted,
  handlers: Handlers = {},
) => html`<div class="wrap wide">
  ${state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing}
  ${roundHead(model.head, 'signOff')}
  <h2>${words.title}</h2>
  <p class="lede">${words.lede}</p>
  <div class="bench halves">
    <section aria-labelledby="steps"><h2 id="steps">${words.steps}</h2>${steps(model)}
      ${findingList(model.findings, 'blocks', pathOfRoundDesk('write', model.head.id))}
      ${findingList(model.findings, 'advice', pathOfRoundDesk('write', model.head.id))}</section>
    <section aria-labelledby="act" id="act-part" tabindex="-1">${act(model, state, handlers)}</section>
  </div>
  ${changes(model)}
</div>`

function steps({ findings, head }: Model) {
  const { signOff } = head
  const blocked = findings.filter(({ level }) => level === 'blocks').length
  const isSigned = signOff === 'signed' || signOff === 'scheduled' || signOff === 'published'
  const line = (text: string, done: boolean, left: string) =>
    html`<li><span>${text}</span> <span class=${`small mark ${done ? 'good' : 'waiting'}`}>${done ? words.done : left}</span></li>`
  return html`<ol class="steps">
    ${line(words.step1, blocked === 0, signOffWords.left(blocked))}
    ${line(words.step2, isSigned, words.notYet)}
    ${line(isSummary(head) ? words.stepSummary : words.step3, signOff === 'published', words.notYet)}
  </ol>`
}

function act(model: Model, state: RoundSignOffState, handlers: Handlers) {
  switch (model.head.signOff) {
    case 'draft':
      return ask(model, handlers)
    case 'asked':
      return sign(model, state, handlers)
    case 'signed':
      return publish(model, handlers)
    case 'scheduled':
      return html`<h2 id="act">${signOffWords.publishTitle}</h2><p>${signOffWords.willPublish(momentWords(model.dueAt ?? ''))}</p>
        ${model.mayPublish ? button({ kind: 'second', text: signOffWords.stop, onClick: () => handlers.onStop?.() }) : nothing}`
    case 'published':
      return html`<h2 id="act">${words.published}</h2>
        ${model.head.slug ? linkButton({ href: `/rounds/${model.head.slug}`, text: signOffWords.lookAt }) : nothing}`
  }
}

function ask(model: Model, handlers: Handlers) {
  const { sentBackNote, decidedBy, decidedAt, people, head } = model
  const over = head.stage === 'concluded' || head.stage === 'retracted'
  return html`<h2 id="act">${words.step2}</h2>
    ${
      sentBackNote && decidedBy && decidedAt
        ? notice({
            tone: 'warning',
            content: html`<p>${signOffWords.sentBack(nameOf(people, decidedBy), momentWords(decidedAt))}</p><p class="said">${sentBackNote}</p>`,
          })
        : nothing
    }
    ${over ? html`<p>${roundDeskWords.frozen[head.stage]}</p>` : nothing}
    ${model.mayAsk && !over ? html`<p>${words.nobodyElse}</p><div class="actions">${button({ text: signOffWords.ask, onClick: () => handlers.onAsk?.() })}</div>` : nothing}`
}

function sign(model: Model, state: RoundSignOffState, handlers: Handlers) {
  const { people, askedBy, askedAt, head } = model
  return html`<h2 id="act">${words.step2}</h2>
    ${askedBy && askedAt ? html`<p>${signOffWords.askedBy(nameOf(people, askedBy), momentWords(askedAt))}</p>` : nothing}
    ${askedBy === people.me ? html`<p>${words.ownRequest}</p>` : nothing}
    <p><a class="go" href=${pathOfRoundDesk('preview', head.id)}>${signOffWords.read}</a></p>
    ${
      model.maySign
        ? html`<div class="actions">${button({ text: signOffWords.sign, onClick: () => handlers.onSign?.() })}</div>
      <form method="dialog" novalidate @submit=${(event: Event) => {
        event.preventDefault()
        handlers.onSendBack?.()
      }}>${textarea({
        id: 'note',
        name: 'note',
        title: signOffWords.note,
        hint: signOffWords.noteHint,
        rows: 3,
        value: state.note,
        ...errorAt(state.problems, 'note'),
        onInput: (note) => handlers.onNote?.(note),
      })}<div class="actions">${button({ type: 'submit', kind: 'second', text: signOffWords.sendBack })}</div></form>`
        : nothing
    }`
}

function publish(model: Model, handlers: Handlers) {
  const { people, decidedBy, decidedAt, problem, head, opensLater } = model
  const opens = momentWords(head.opensAt ?? '')
  return html`<h2 id="act">${signOffWords.publishTitle}</h2>
    ${decidedBy && decidedAt ? html`<p>${signOffWords.signedBy(nameOf(people, decidedBy), momentWords(decidedAt))} ${signOffWords.editVoids}</p>` : nothing}
    ${problem ? failed(problem) : nothing}
    ${!isSummary(head) && opensLater ? html`<p>${words.opensThen(opens)}</p>` : nothing}
    ${isSummary(head) ? html`<p>${words.summaryFreezes}</p>` : nothing}
    ${
      model.mayPublish
        ? html`<div class="actions">
        ${button({ text: isSummary(head) ? words.publishSummary : words.publishNow, onClick: () => handlers.onPublish?.('now') })}
        ${!isSummary(head) && opensLater ? button({ kind: 'second', text: words.publishAtOpening(opens), onClick: () => handlers.onPublish?.('opening') }) : nothing}
      </div>`
        : html`<p>${words.publisherPublishes}</p>`
    }`
}

const failed = (problem: string) =>
  notice({
    tone: 'warning',
    title: signOffWords.failed,
    heading: 'h3',
    content: html`${problem.split('\n').map((line) => html`<p>${line}</p>`)}`,
  })

/** Field by field: what it said before and what it says now, and who wrote it. */
function changes({ changes: fields, people, lookedBefore }: Model) {
  return html`<section class="part" aria-labelledby="changed">
    <h2 id="changed">${lookedBefore ? words.changedSince : words.changedAll}</h2>
    ${fields.length === 0 ? html`<p>${signOffWords.nothingChanged}</p>` : fields.map((one) => change(one, people))}
  </section>`
}

const change = ({ field, before, now, by, at }: ChangedField, people: People) => html`<section
    class="changed-field"
    aria-labelledby=${`c-${field.toLowerCase()}`}
  >
    <h3 id=${`c-${field.toLowerCase()}`}>${roundFieldWords[field]?.label ?? field}</h3>
    <p class="quiet small">${by.map((id) => nameOf(people, id)).join(', ')}, ${momentWords(at)}</p>
    <dl class="two-words">
      ${before === undefined ? nothing : html`<div class="panel"><dt>${words.before}</dt><dd class="said">${shown(field, before)}</dd></div>`}
      <div class="panel"><dt>${words.now}</dt><dd class="said">${shown(field, now)}</dd></div>
    </dl>
  </section>`

const shown = (field: string, value: unknown): string =>
  (typeof value === 'string' ? choiceText(field, value) : undefined) ?? valueWords(value)
