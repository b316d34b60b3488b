import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import { pathOfDraft } from '../../domain/site/authoring-paths.ts'
import { button, linkButton } from '../../ui/button.ts'
import { errorAt, errorSummary } from '../../ui/error-summary.ts'
import { notice } from '../../ui/notice.ts'
import { textarea } from '../../ui/textarea.ts'
import { signOffWords } from '../../words/sign-off.ts'
import { draftHead, nameOf } from './draft-head.view.ts'
import type { DraftHead, People } from './desk-model.ts'
import { historyLines, type HistoryLine } from './history-page.view.ts'
import { momentFields, type TypedMoment } from './moment-fields.view.ts'

export interface SignOffModel {
  readonly head: DraftHead
  readonly people: People
  readonly blocked: number
  readonly undecided: number
  readonly askedBy: string | null
  readonly askedAt: string | null
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly sentBackNote: string | null
  readonly dueAt: string | null
  readonly problem: string | null
  readonly slug: string | null
  readonly changes: readonly HistoryLine[]
  readonly lookedBefore: boolean
  readonly mayAsk: boolean
  readonly maySign: boolean
  readonly mayPublish: boolean
}

export interface SignOffState {
  readonly note: string
  readonly when: TypedMoment
  readonly problems: readonly { readonly href: string; readonly text: string }[]
}

export interface SignOffHandlers {
  readonly onAsk?: () => void
  readonly onNote?: (note: string) => void
  readonly onSign?: () => void
  readonly onSendBack?: () => void
  readonly onPublish?: () => void
  readonly onWhen?: (when: TypedMoment) => void
  readonly onPublishAt?: () => void
  readonly onStop?: () => void
}

export const nothingTyped: SignOffState = {
  note: '',
  when: { day: '', month: '', year: '', time: '9:00' },
  problems: [],
}

/** The way to being published: what is left to do, what has changed, and the next act for whoever looks. */
export const signOffView = (
  model: SignOffModel,
  state: SignOffState = nothingTyped,
  handlers: SignOffHandlers = {},
) => html`<div class="wrap wide">
  ${state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing}
  ${draftHead(model.head, 'signOff')}
  <h2>${signOffWords.title}</h2>
  <p class="lede">${signOffWords.lede}</p>
  <div class="bench halves">
    <section aria-labelledby="steps"><h2 id="steps">${signOffWords.steps}</h2>${steps(model)}</section>
    <section aria-labelledby="act">${act(model, state, handlers)}</section>
  </div>
  ${changes(model)}
  <p class="quiet">${signOffWords.neverChanges}</p>
</div>`

function steps({ blocked, undecided, head }: SignOffModel) {
  const signed = head.state === 'signed' || head.state === 'scheduled' || head.state === 'published'
  const line = (text: string, done: boolean, left: string) =>
    html`<li><span>${text}</span> <span class=${`small mark ${done ? 'good' : 'waiting'}`}>${done ? signOffWords.done : left}</span></li>`
  return html`<ol class="steps">
    ${line(signOffWords.step1, blocked === 0, signOffWords.left(blocked))}
    ${line(signOffWords.step2, blocked === 0 && undecided === 0, signOffWords.left(undecided))}
    ${line(signOffWords.step3, signed, signOffWords.notYet)}
    ${line(signOffWords.step4, head.state === 'published', signOffWords.notYet)}
  </ol>`
}

function act(model: SignOffModel, state: SignOffState, handlers: SignOffHandlers) {
  switch (model.head.state) {
    case 'draft':
      return ask(model, handlers)
    case 'asked':
      return sign(model, state, handlers)
    case 'signed':
      return html`${who(model)}${model.problem ? failed(model.problem) : nothing}${publish(model, state, handlers)}`
    case 'scheduled':
      return html`<h2 id="act">${signOffWords.publishTitle}</h2><p>${signOffWords.willPublish(momentWords(model.dueAt ?? ''))}</p>
        ${model.mayPublish ? button({ kind: 'second', text: signOffWords.stop, onClick: () => handlers.onStop?.() }) : nothing}`
    case 'published':
      return html`<h2 id="act">${signOffWords.published(model.head.version ?? 1)}</h2>
        ${model.slug ? linkButton({ href: `/consultations/${model.slug}`, text: signOffWords.lookAt }) : nothing}`
  }
}

function ask(model: SignOffModel, handlers: SignOffHandlers) {
  const { sentBackNote, decidedBy, decidedAt, people } = model
  return html`<h2 id="act">${signOffWords.step3}</h2>
    ${
      sentBackNote && decidedBy && decidedAt
        ? notice({
            tone: 'warning',
            content: html`<p>${signOffWords.sentBack(nameOf(people, decidedBy), momentWords(decidedAt))}</p><p>${sentBackNote}</p>`,
          })
        : nothing
    }
    ${model.mayAsk ? html`<div class="actions">${button({ text: signOffWords.ask, onClick: () => handlers.onAsk?.() })}</div>` : nothing}`
}

const who = ({ people, decidedBy, decidedAt }: SignOffModel) =>
  html`<h2 id="act">${signOffWords.publishTitle}</h2>${decidedBy && decidedAt ? html`<p>${signOffWords.signedBy(nameOf(people, decidedBy), momentWords(decidedAt))} ${signOffWords.editVoids}</p>` : nothing}`

function sign(model: SignOffModel, state: SignOffState, handlers: SignOffHandlers) {
  const { people, askedBy, askedAt } = model
  return html`<h2 id="act">${signOffWords.step3}</h2>
    ${askedBy && askedAt ? html`<p>${signOffWords.askedBy(nameOf(people, askedBy), momentWords(askedAt))}</p>` : nothing}
    ${askedBy === people.me ? html`<p>${signOffWords.ownRequest}</p>` : nothing}
    <p><a class="go" href=${pathOfDraft('preview', model.head.id)}>${signOffWords.read}</a></p>
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

const failed = (problem: string) =>
  notice({
    tone: 'warning',
    title: signOffWords.failed,
    heading: 'h3',
    content: html`${problem.split('\n').map((words) => html`<p>${words}</p>`)}`,
  })

const publish = (model: SignOffModel, state: SignOffState, handlers: SignOffHandlers) =>
  model.mayPublish
    ? html`<div class="actions">${button({ text: signOffWords.publishNow, onClick: () => handlers.onPublish?.() })}</div>
      <form method="dialog" novalidate @submit=${(event: Event) => {
        event.preventDefault()
        handlers.onPublishAt?.()
      }}>
        <h3>${signOffWords.publishAt}</h3>
        ${momentFields({ id: 'when', day: signOffWords.publishAtDate, time: signOffWords.publishAtTime, value: state.when, ...errorAt(state.problems, 'when'), onInput: (when) => handlers.onWhen?.(when) })}
        <div class="actions">${button({ type: 'submit', kind: 'second', text: signOffWords.publishAtButton })}</div>
      </form>`
    : nothing

function changes({ changes: lines, people, lookedBefore }: SignOffModel) {
  return html`<section class="part" aria-labelledby="changed">
    <h2 id="changed">${lookedBefore ? signOffWords.changedSince : signOffWords.changedAll}</h2>
    ${lines.length === 0 ? html`<p>${signOffWords.nothingChanged}</p>` : historyLines({ lines, people, mayWrite: false })}
  </section>`
}
