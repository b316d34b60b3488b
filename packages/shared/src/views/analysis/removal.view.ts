import { html, nothing, type TemplateResult } from 'lit'
import { errorAt } from '../../ui/error-summary.ts'
import { markOf } from '../../domain/analysis/removal/take-out-words.ts'
import {
  redactText,
  removedKinds,
  type RemovedKind,
  type TextPart,
} from '../../domain/moderation/redaction.ts'
import {
  erasureReasons,
  takeOutReasons,
  type ErasureReason,
  type TakeOutReason,
} from '../../domain/response/removal.ts'
import { button } from '../../ui/button.ts'
import { details } from '../../ui/details.ts'
import { radios } from '../../ui/radios.ts'
import { select } from '../../ui/select.ts'
import { textInput } from '../../ui/text-input.ts'
import { removedLabels } from '../../words/moderation.ts'
import { erasureWords, removalWords as words, takeOutWhy } from '../../words/removal.ts'
import { wordsToChoose } from '../moderation/words-to-choose.view.ts'
import { confirmation } from '../response/confirmation.view.ts'
import { paragraphsOf } from '../round/paragraphs.view.ts'
import type { ShownErasure, ShownText } from './response.view.ts'

/** What somebody has chosen and typed about taking words out, or erasing all. */
export interface RemovalState {
  /** The key of the text that words are being taken out of. */
  readonly open: string
  readonly words: string
  readonly selected: { readonly start: number; readonly end: number } | undefined
  readonly what: RemovedKind
  readonly parts: readonly TextPart[]
  readonly why: TakeOutReason | ''
  readonly eraseWhy: ErasureReason | ''
  /** Asked once more, since it cannot be undone. */
  readonly confirming: 'take-out' | 'erase' | undefined
  readonly problems: readonly { readonly href: string; readonly text: string }[]
}

export const nothingRemoved: RemovalState = {
  open: '',
  words: '',
  selected: undefined,
  what: 'name',
  parts: [],
  why: '',
  eraseWhy: '',
  confirming: undefined,
  problems: [],
}

/** What the desk can do here; without a script the page is only for reading. */
export interface RemovalHandlers {
  readonly onType?: (typed: Partial<RemovalState>) => void
  readonly onOpen?: (key: string) => void
  readonly onAdd?: () => void
  readonly onPutBack?: (part: TextPart) => void
  readonly onCheck?: () => void
  readonly onClose?: () => void
  readonly onConfirm?: () => void
  readonly onAsk?: () => void
  readonly onKeep?: () => void
  readonly onErase?: () => void
}

export const takeOutTitleId = 'taken-out'
export const takeOutHeadingId = 'take-out-title'
export const erasureId = 'erasure'

const submitted = (act?: () => void) => (event: Event) => {
  event.preventDefault()
  act?.()
}

/** Choosing the words of one text, saying what they were and why they go, and confirming it. */
export const takeOutForm = (
  text: ShownText,
  state: RemovalState,
  handlers: RemovalHandlers,
): TemplateResult => html`<section class="panel take-out no-print" aria-labelledby=${takeOutHeadingId}>
  <h3 id=${takeOutHeadingId} tabindex="-1">${words.takeOutTitle(text.label)}</h3>
  <p class="quiet" id="take-out-how">${words.how}</p>
  <form method="dialog" novalidate @submit=${submitted(handlers.onAdd)}>
    ${wordsToChoose({
      id: 'choose-words',
      label: words.text,
      said: text.text,
      rows: 5,
      describedBy: 'take-out-how',
      onChosen: (start, end) =>
        handlers.onType?.({ words: text.text.slice(start, end), selected: { start, end } }),
    })}
    ${textInput({
      id: 'out-words',
      name: 'words',
      title: words.words,
      hint: words.wordsHint,
      value: state.words,
      ...errorAt(state.problems, 'out-words'),
      onInput: (typed) => handlers.onType?.({ words: typed, selected: undefined }),
    })}
    <div @change=${(event: Event) => handlers.onType?.({ what: (event.target as HTMLSelectElement).value as RemovedKind })}>${select(
      {
        id: 'out-what',
        name: 'what',
        title: words.what,
        items: removedKinds.map((what) => ({
          value: what,
          text: removedLabels[what],
          selected: what === state.what,
        })),
      },
    )}</div>
    <div class="actions">${button({ type: 'submit', kind: 'second', text: words.add })}</div>
  </form>
  ${asRead(text, state, handlers)}
  ${whyForm(state, handlers)}
</section>`

const asRead = ({ text }: ShownText, { parts, why }: RemovalState, handlers: RemovalHandlers) => {
  if (parts.length === 0) return nothing
  const shown = redactText(text, parts, (what) => markOf(what, why === '' ? 'shows-who' : why))
  return html`<div class="inset">
    <h4>${words.asRead}</h4>
    ${shown.ok ? paragraphsOf(shown.value) : nothing}
    <p class="tools">${parts.map(
      (part) =>
        html`<button class="tool" type="button" @click=${() => handlers.onPutBack?.(part)}>${words.putBack(text.slice(part.start, part.end))}</button>`,
    )}</p>
  </div>`
}

const whyForm = (state: RemovalState, handlers: RemovalHandlers) => html`<form
  method="dialog" novalidate @submit=${submitted(handlers.onCheck)}
>
  ${radios({
    id: 'out-why',
    name: 'why',
    title: words.why,
    ...errorAt(state.problems, 'out-why'),
    items: takeOutReasons.map((value) => ({
      value,
      text: takeOutWhy[value],
      checked: state.why === value,
    })),
    onChange: (why) => handlers.onType?.({ why: why as TakeOutReason }),
  })}
  ${
    state.confirming === 'take-out'
      ? confirmation({
          title: words.confirmTitle,
          consequence: words.confirm,
          yes: words.confirmYes,
          no: words.confirmNo,
          onYes: () => handlers.onConfirm?.(),
          onNo: () => handlers.onClose?.(),
        })
      : html`<div class="actions">${button({ type: 'submit', text: words.next })}
    ${button({ kind: 'quiet', text: words.cancel, onClick: () => handlers.onClose?.() })}</div>`
  }
</form>`

/** Erasing all of it: one person asks, another does it or keeps it. */
export const erasureSection = (
  { asked }: ShownErasure,
  state: RemovalState,
  handlers: RemovalHandlers,
): TemplateResult => html`<section class="no-print" aria-labelledby=${erasureId}>
  <h2 id=${erasureId} tabindex="-1">${asked ? words.askedTitle : words.eraseTitle}</h2>
  ${asked ? askedFor(asked, state, handlers) : askForm(state, handlers)}
</section>`

const askForm = (state: RemovalState, handlers: RemovalHandlers) => html`<p>${words.eraseLede}</p>
  ${details({ summary: words.eraseOpen, content: whyErase(state, handlers) })}`

const whyErase = (
  state: RemovalState,
  handlers: RemovalHandlers,
) => html`<form method="dialog" novalidate @submit=${submitted(handlers.onAsk)}>
    ${radios({
      id: 'erase-why',
      name: 'erase-why',
      title: words.eraseWhy,
      ...errorAt(state.problems, 'erase-why'),
      items: erasureReasons.map((value) => ({
        value,
        text: erasureWords[value],
        checked: state.eraseWhy === value,
      })),
      onChange: (why) => handlers.onType?.({ eraseWhy: why as ErasureReason }),
    })}
    <div class="actions">${button({ type: 'submit', kind: 'second', text: words.eraseAsk })}</div>
  </form>`

function askedFor(
  { said, reason, own }: NonNullable<ShownErasure['asked']>,
  { confirming }: RemovalState,
  handlers: RemovalHandlers,
) {
  const keep = (text: string) =>
    button({ kind: 'second', text, onClick: () => handlers.onKeep?.() })
  return html`<p>${said} ${words.askedReason(reason)}</p>
  ${
    own
      ? html`<p>${words.askedByYou}</p><div class="actions">${keep(words.takeBack)}</div>`
      : confirming === 'erase'
        ? confirmation({
            title: words.eraseConfirmTitle,
            consequence: words.eraseConfirm,
            yes: words.eraseYes,
            no: words.eraseNo,
            onYes: () => handlers.onConfirm?.(),
            onNo: () => handlers.onClose?.(),
          })
        : html`<div class="actions">${button({ kind: 'danger', text: words.erase, onClick: () => handlers.onErase?.() })} ${keep(words.keep)}</div>`
  }`
}
