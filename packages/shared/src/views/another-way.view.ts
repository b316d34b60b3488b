import { html, nothing } from 'lit'
import { hasClosed, type Consultation } from '../domain/consultation.ts'
import type { RequestProblem } from '../domain/problem.ts'
import { problemWords } from '../domain/problem-words.ts'
import { needGroups, supportNeed, type NeedCode, type NeedGroup } from '../domain/support-needs.ts'
import { monthsKept, monthsKeptAtMost, replyWithin, type ReachBy, type RequestSoFar, type SupportRequest } from '../domain/support-request.ts'
import { backLink } from '../ui/back-link.ts'
import { button } from '../ui/button.ts'
import { checkboxes } from '../ui/checkboxes.ts'
import { errorSummary } from '../ui/error-summary.ts'
import { pageTitleId } from '../ui/field.ts'
import { radios } from '../ui/radios.ts'
import { textInput } from '../ui/text-input.ts'
import { textarea } from '../ui/textarea.ts'
import { contactLines } from './contact.view.ts'

/** What the page needs to know of the consultation. It is written into the server's page, for the script to go on from. */
export interface AnotherWayAbout extends Pick<Consultation, 'slug' | 'title' | 'contact'> {
  readonly closed: boolean
}

export const anotherWayAbout = (consultation: Consultation, now: Date): AnotherWayAbout =>
  ({ slug: consultation.slug, title: consultation.title, contact: consultation.contact, closed: hasClosed(consultation, now) })

/** What is on the form: everything written stays, also beside what is not chosen now. */
export interface RequestForm extends Omit<RequestSoFar, 'reach'> {
  readonly by?: ReachBy
  readonly to: Readonly<Partial<Record<ReachBy, string>>>
  readonly ownDevice: boolean
}

export const emptyRequestForm: RequestForm = { needs: [], say: {}, to: {}, remember: false, ownDevice: false }

/** The form with what was asked for before, to be changed and sent again. */
export const formOf = ({ reach, ...request }: SupportRequest, ownDevice: boolean): RequestForm =>
  ({ ...request, by: reach.by, to: { [reach.by]: reach.to }, ownDevice })

export const requestOf = ({ by, to, needs, say, name, when, remember }: RequestForm): RequestSoFar =>
  ({ needs, say, name, when, remember, ...(by ? { reach: { by, to: to[by] ?? '' } } : {}) })

export interface AnotherWayModel {
  readonly about: AnotherWayAbout
  readonly form: RequestForm
  readonly problems: readonly RequestProblem[]
  /** False when this browser cannot keep anything at all. */
  readonly canKeep: boolean
  /** Why it could not be sent, in words; empty when nothing stopped it. */
  readonly trouble: string
}

export interface AnotherWayHandlers {
  readonly onChange: (change: Partial<RequestForm>) => void
  readonly onSend: () => void
  readonly onFollow: (controlId: string) => void
}

/** The page as the server sends it. */
export const anotherWayModel = (about: AnotherWayAbout): AnotherWayModel =>
  ({ about, form: emptyRequestForm, problems: [], canKeep: true, trouble: '' })

export const anotherWayTitle = ({ about, problems }: Pick<AnotherWayModel, 'about' | 'problems'>): string =>
  `${problems.length > 0 ? 'Error: ' : ''}Ask for this in another way – ${about.title}`

/** The page and what it can do, handed down together. */
interface Live {
  readonly model: AnotherWayModel
  readonly handlers: AnotherWayHandlers | undefined
}

/**
 * How to ask for a format, for support, or to talk to somebody: by telephone, email or post, in words that need no script;
 * or with the form. `method="dialog"` and `autocomplete="off"` as on a page of questions.
 */
export const anotherWayView = (model: AnotherWayModel, handlers?: AnotherWayHandlers) => html`<div class="wrap" data-about=${JSON.stringify(model.about)}>
  ${backLink({ href: `/consultations/${model.about.slug}`, text: model.about.title })}
  ${model.problems.length > 0 ? summaryOf(model.problems, handlers) : nothing}
  <p class="eyebrow">${model.about.title}</p>
  <h1 id=${pageTitleId}>Ask for this in another way</h1>
  <p class="lede">Tell us what would help you to take part. You do not need an account.</p>
  <section class="part" aria-labelledby="ask-a-person"><h2 id="ask-a-person">Ask by phone, email or post</h2>${contactLines(model.about.contact)}</section>
  <section class="part" aria-labelledby="ask-here"><h2 id="ask-here">Ask on this page</h2>
    ${withoutScript}
    <p>We aim to reply within ${replyWithin} working days${model.about.closed ? '' : ', and before this closes if there is time'}.</p>
    ${model.about.closed ? nothing : html`<p>If you ask before it closes, we give you back the days you wait. You can answer that much later, by phone, email or post.</p>`}
    ${formWith({ model, handlers })}
  </section>
</div>`

/** A template of its own, as on a page of questions. */
const withoutScript = html`<noscript><p class="notice warning">To ask on this page your browser needs JavaScript. You can ask by phone, email or post instead.</p></noscript>`

const formWith = (live: Live) => html`<form novalidate autocomplete="off" method="dialog" @submit=${(event: Event) => { event.preventDefault(); live.handlers?.onSend() }}>
  ${needGroups.map((group) => needsOf(live, group))}
  ${reachOf(live)}
  ${textInput({
    id: 'called', name: 'called', title: 'What should we call you?', heading: 'h3', optional: true, value: live.model.form.name ?? '', autocomplete: 'name',
    error: errorOf(live, 'called'), onInput: (name) => live.handlers?.onChange({ name }),
  })}
  ${textarea({
    id: 'suits', name: 'suits', title: 'When is a good time for you?', heading: 'h3', optional: true, rows: 2, value: live.model.form.when ?? '',
    hint: 'Days, and times of day. Tell us too if there is a time when we must not ring.', error: errorOf(live, 'suits'), onInput: (when) => live.handlers?.onChange({ when }),
  })}
  ${checkboxes({
    id: 'remember', name: 'remember', title: 'May we remember what you need?', heading: 'h3',
    hint: 'If you say yes, our staff note it on your record, so that you need not ask again. They also tell other NHS services that care for you. You get what you ask for either way.',
    items: [{ value: 'yes', text: 'Yes, remember what I need', checked: live.model.form.remember }],
    onChange: (_value, remember) => live.handlers?.onChange({ remember }),
  })}
  ${live.model.canKeep ? checkboxes({
    id: 'own-device', name: 'own-device', title: 'Is this your own device?', heading: 'h3',
    hint: 'If other people use it too, it keeps what you write here only until you close Takepart.',
    items: [{ value: 'own', text: 'Yes, it is mine', checked: live.model.form.ownDevice }],
    onChange: (_value, ownDevice) => live.handlers?.onChange({ ownDevice }),
  }) : nothing}
  <div class="inset"><h3>What happens to what you write</h3>
    <p>We use it to get you what you asked for. We keep it apart from any answers you send: nothing in it says which answers are yours.</p>
    <p>We erase your details ${monthsKept} months after we have dealt with your request, and after ${monthsKeptAtMost} months at most. <a href="/privacy#requests">More about privacy</a></p>
  </div>
  ${live.model.trouble ? html`<p class="saved failed" id="trouble">${live.model.trouble}</p>` : nothing}
  <div class="actions">${button({ text: 'Send my request', type: 'submit', id: 'send' })}</div>
</form>`

function needsOf(live: Live, { id, title, needs }: NeedGroup) {
  const { form } = live.model
  const toggle = (code: NeedCode, chosen: boolean) => [...form.needs.filter((other) => other !== code), ...(chosen ? [code] : [])]
  return checkboxes({
    id, name: id, title, heading: 'h3', hint: id === 'format' ? 'Choose anything that would help, here or in the next two questions.' : 'Choose any.', error: errorOf(live, id),
    items: needs.map(({ code, label, say }) => ({
      value: code, text: label, checked: form.needs.includes(code),
      ...(say ? { conditional: textInput({
        id: `say-${code}`, name: `say-${code}`, title: say, value: form.say[code] ?? '', error: errorOf(live, `say-${code}`),
        onInput: (words) => live.handlers?.onChange({ say: { ...live.model.form.say, [code]: words } }),
      }) } : {}),
    })),
    onChange: (code, chosen) => live.handlers?.onChange({ needs: toggle(code as NeedCode, chosen) }),
  })
}

const reachLabels: readonly (readonly [by: ReachBy, label: string, title: string, autocomplete?: string])[] = [
  ['phone', 'Ring me', 'Phone number', 'tel'],
  ['text', 'Send me a text message', 'Mobile number', 'tel'],
  ['email', 'Email me', 'Email address', 'email'],
  ['post', 'Write to me', 'Name and address'],
]

function reachOf(live: Live) {
  const { form } = live.model
  return radios({
    id: 'reach', name: 'reach', title: 'How should we reach you?', heading: 'h3', error: errorOf(live, 'reach'),
    items: reachLabels.map(([by, text, title, autocomplete]) => {
      const id = `reach-${by}`
      const field = {
        id, name: id, title, value: form.to[by] ?? '', error: errorOf(live, id),
        onInput: (to: string) => live.handlers?.onChange({ to: { ...live.model.form.to, [by]: to } }),
      }
      return { value: by, text, checked: form.by === by, conditional: by === 'post' ? textarea({ ...field, rows: 4 }) : textInput({ ...field, width: by === 'email' ? undefined : 20, autocomplete, spellcheck: false }) }
    }),
    onChange: (by) => live.handlers?.onChange({ by: by as ReachBy }),
  })
}

/** The id of the control where a problem is put right. */
function placeOf(problem: RequestProblem): string {
  switch (problem.code) {
    case 'need-missing': return 'format'
    case 'need-say-missing': case 'need-say-too-long': return supportNeed(problem.need)?.say ? `say-${problem.need}` : 'format'
    case 'reach-missing': return 'reach'
    case 'reach-to-missing': case 'reach-to-unclear': case 'reach-to-too-long': return `reach-${problem.by}`
    case 'request-text-too-long': return problem.field === 'name' ? 'called' : 'suits'
    default: return 'send'
  }
}

function errorOf({ model }: Live, id: string): string | undefined {
  const problem = model.problems.find((one) => placeOf(one) === id)
  return problem && problemWords(problem)
}

const summaryOf = (problems: readonly RequestProblem[], handlers: AnotherWayHandlers | undefined) =>
  errorSummary({ items: problems.map((problem) => ({ href: `#${placeOf(problem)}`, text: problemWords(problem) })), onFollow: handlers?.onFollow })
