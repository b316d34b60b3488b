import { html, nothing } from 'lit'
import { hasClosed, type Consultation } from '../../domain/consultation/consultation.ts'
import { momentWords } from '../../domain/core/dates.ts'
import type { RequestProblem } from '../../domain/response/problem.ts'
import { problemWords } from '../../domain/response/problem-words.ts'
import { replyWithin } from '../../domain/support-request/support-request.ts'
import { backLink } from '../../ui/back-link.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { crisisLineOf } from '../../domain/site/crisis-lines.ts'
import { helpNowLine } from '../help-request/help-now-link.view.ts'
import { contactLines } from '../consultation/contact.view.ts'
import { needsScript } from '../site/needs-script.view.ts'
import {
  emptyRequestForm,
  placeOf,
  requestForm,
  type RequestFormHandlers,
  type RequestFormModel,
} from './request-form.view.ts'

/** What the page needs to know of the consultation. It is written into the server's page, for the script to go on from. */
export interface AnotherWayAbout extends Pick<Consultation, 'slug' | 'title' | 'contact'> {
  /** The last moment, where there was one when the page was made. A page may be kept beyond it, so it says when and not whether. */
  readonly closesAt?: string | undefined
}

export const anotherWayAbout = (consultation: Consultation, now: Date): AnotherWayAbout => ({
  slug: consultation.slug,
  title: consultation.title,
  contact: consultation.contact,
  ...(hasClosed(consultation, now) ? {} : { closesAt: consultation.closesAt }),
})

export interface AnotherWayModel extends RequestFormModel {
  readonly about: AnotherWayAbout
  /** True once the app has hydrated the page: until then it says what it needs. */
  readonly ready?: boolean
}

export interface AnotherWayHandlers extends RequestFormHandlers {
  readonly onFollow: (controlId: string) => void
}

/** The page as the server sends it. */
export const anotherWayModel = (about: AnotherWayAbout): AnotherWayModel => ({
  about,
  form: emptyRequestForm,
  problems: [],
  saved: { words: '', failed: false },
  canKeep: true,
  trouble: '',
})

export const anotherWayTitle = ({
  about,
  problems,
}: Pick<AnotherWayModel, 'about' | 'problems'>): string =>
  `${problems.length > 0 ? 'Error: ' : ''}Ask for this in another way – ${about.title}`

/**
 * How to ask for a format, for support, or to talk to somebody: by telephone, email or post, in words that need no script;
 * or with the form. `method="dialog"` and `autocomplete="off"` as on a page of questions.
 */
export const anotherWayView = (
  model: AnotherWayModel,
  handlers?: AnotherWayHandlers,
) => html`<div class="wrap" data-about=${JSON.stringify(model.about)}>
  ${backLink({ href: `/consultations/${model.about.slug}`, text: model.about.title })}
  ${model.problems.length > 0 ? summaryOf(model.problems, handlers) : nothing}
  <p class="eyebrow">${model.about.title}</p>
  <h1 id=${pageTitleId}>Ask for this in another way</h1>
  <p class="lede">Tell us what would help you to take part. You do not need an account.</p>
  <section class="part" aria-labelledby="ask-a-person"><h2 id="ask-a-person">Ask by phone, email or post</h2>${contactLines(model.about.contact)}</section>
  <section class="part" aria-labelledby="ask-here"><h2 id="ask-here">Ask on this page</h2>
    ${model.ready ? nothing : needsScript('ask')}
    <p>We aim to reply within ${replyWithin} working days.</p>
    ${
      model.about.closesAt
        ? html`<p>This closes ${momentWords(model.about.closesAt)}. If you ask before that, we aim to reply before that if there is time.
      We also give you back the days you wait: you can answer that much later, by phone, email or post.</p>`
        : nothing
    }
    ${requestForm({ model, handlers })}
  </section>
  ${helpNowLine(`/consultations/${model.about.slug}/another-way`, crisisLineOf(model.about.contact))}
</div>`

const summaryOf = (problems: readonly RequestProblem[], handlers: AnotherWayHandlers | undefined) =>
  errorSummary({
    items: problems.map((problem) => ({
      href: `#${placeOf(problem)}`,
      text: problemWords(problem),
    })),
    onFollow: handlers?.onFollow,
  })
