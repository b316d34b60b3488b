import { html, nothing } from 'lit'
import type { Consultation } from '../../domain/consultation/consultation.ts'
import type { Paging } from '../../domain/device/draft.ts'
import { addressOf } from '../../domain/consultation/edition-address.ts'
import { responseWords } from '../../words/response.ts'
import { backLink } from '../../ui/back-link.ts'
import { button, linkButton } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { insetText } from '../../ui/inset-text.ts'
import { unlessEnglish, wordsIn } from '../../ui/languages.ts'
import { radios } from '../../ui/radios.ts'
import { closedNotice } from './closed-notice.view.ts'
import { wordsFor } from '../own-words.ts'
import { lengthWords } from '../consultation/consultation-facts.view.ts'
import { pagingWords } from './paging-words.ts'

export interface StartPageModel {
  readonly consultation: Consultation
  readonly ownDevice: boolean | undefined
  readonly paging: Paging
  /** Shown after Start was pressed without saying whose device this is. */
  readonly missing: boolean
  /** A draft of this consultation that is on the device already. */
  readonly draft?: { readonly href: string; readonly answered: number; readonly of: number }
  /** The newest response to this consultation that this device has sent. */
  readonly sent?: { readonly href: string } | undefined
  /** True when the consultation has closed, by the clock of this device. */
  readonly closed: boolean
  /** False when this browser cannot keep anything at all. */
  readonly canKeep: boolean
}

export interface StartPageHandlers {
  readonly onDevice: (own: boolean) => void
  readonly onPaging: (paging: Paging) => void
  readonly onStart: () => void
  readonly onFollow: (controlId: string) => void
}

const missingWords = 'Select whether this is your own device'

/**
 * The page before the first question: whose device this is, and how many questions to see at a time. But for the title it is
 * in the website's own words, so it is an English page in every edition.
 */
export const startPageView = (
  model: StartPageModel,
  handlers: StartPageHandlers,
  own = wordsFor(model.consultation),
) => html`<div class="wrap">
  ${backLink({ href: addressOf(model.consultation) })}
  ${model.missing ? errorSummary({ items: [{ href: '#device', text: missingWords }], onFollow: handlers.onFollow }) : nothing}
  <p class="eyebrow">${wordsIn(model.consultation.title, unlessEnglish(model.consultation.lang))}</p>
  <h1 id=${pageTitleId}>Before you start</h1>
  ${model.closed ? closedNotice(model.consultation) : nothing}
  ${model.draft ? continueDraft(model.draft) : nothing}
  ${model.sent ? sentBefore(model.sent) : nothing}
  <p>${lengthWords(model.consultation)} ${own('You can answer without a connection.')}</p>
  <form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers.onStart()
  }}>
    ${
      model.canKeep
        ? deviceQuestion(model, handlers, own)
        : insetText(html`<p>This browser will not let us keep your answers. You can still answer and send
      them, if you do it in one go and keep this tab open.</p>`)
    }
    ${radios({
      id: 'paging',
      name: 'paging',
      title: own('How would you like to see the questions?'),
      heading: 'h2',
      hint: own('You can change this at any time. Your answers stay.'),
      items: pagingWords.map(([value, text]) => ({ value, text, checked: model.paging === value })),
      onChange: (paging) => handlers.onPaging(paging as Paging),
    })}
    <div class="actions">${button({ text: model.draft ? 'Start a new response' : 'Start', type: 'submit', kind: model.draft || model.closed ? 'second' : 'primary' })}</div>
  </form>
</div>`

const sentBefore = ({ href }: NonNullable<StartPageModel['sent']>) =>
  insetText(html`<p>${responseWords.sentBefore} <a href=${href}>${responseWords.seeSent}</a></p>`)

const continueDraft = ({ href, answered, of }: NonNullable<StartPageModel['draft']>) =>
  insetText(html`
  <p>There is a draft on this device, with ${answered} of ${of} questions answered.</p>
  ${linkButton({ href, text: 'Continue your draft' })}`)

const deviceQuestion = (
  model: StartPageModel,
  handlers: StartPageHandlers,
  own: (words: string) => string,
) =>
  radios({
    id: 'device',
    name: 'device',
    title: own('Is this your own device?'),
    heading: 'h2',
    hint: own('So that we know how long to keep what you write here.'),
    error: model.missing ? missingWords : undefined,
    items: [
      {
        value: 'own',
        text: 'Yes, it is mine',
        checked: model.ownDevice === true,
        hint: own(
          'We keep what you write on it, also once you have sent it, until you clear it. Drafts that you leave for 90 days go by themselves.',
        ),
      },
      {
        value: 'shared',
        text: 'No, other people use it too',
        checked: model.ownDevice === false,
        hint: own(
          'We keep your answers until you close Takepart. When you have finished, use “Clear this device”: some browsers bring closed tabs back.',
        ),
      },
    ],
    onChange: (value) => handlers.onDevice(value === 'own'),
  })
