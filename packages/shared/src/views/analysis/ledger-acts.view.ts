import { html, nothing, type TemplateResult } from 'lit'
import { errorAt } from '../../ui/error-summary.ts'
import {
  behalves,
  exclusionReasons,
  type Behalf,
  type ExclusionReason,
} from '../../domain/analysis/ledger/ledger-line.ts'
import {
  decisionKinds,
  type DecisionKind,
  type TypedDecision,
} from '../../domain/analysis/ledger/typed-decision.ts'
import { button } from '../../ui/button.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { details } from '../../ui/details.ts'
import { radios } from '../../ui/radios.ts'
import { textInput } from '../../ui/text-input.ts'
import { textarea } from '../../ui/textarea.ts'
import { ledgerActWords } from '../../words/ledger-acts.ts'
import type { OpenLine } from './ledger.view.ts'

/** Responses in nearly the same words, as the desk shows them. */
export interface AlikeGroup {
  readonly model: string
  readonly words: string
  readonly standard: readonly string[]
  readonly edited: readonly { readonly id: string; readonly own: readonly string[] }[]
}

/** What somebody has chosen and typed about one group. */
export interface AlikeTyped {
  readonly name: string
  readonly countAs: 'each' | 'one'
}

/** `chosen` are ids of responses. */
export interface LedgerState extends TypedDecision {
  readonly problems: readonly { readonly href: string; readonly text: string }[]
  /** Absent until somebody looked. */
  readonly alike?: readonly AlikeGroup[]
  readonly typed: Readonly<Record<string, AlikeTyped>>
}

export const nothingDecided: LedgerState = {
  chosen: [],
  kind: '',
  into: '',
  because: '',
  behalf: '',
  reason: '',
  problems: [],
  typed: {},
}

export const noName: AlikeTyped = { name: '', countAs: 'each' }

/** What the desk can do here; without a script the page is only for reading. */
export interface LedgerHandlers {
  readonly onType?: (typed: Partial<LedgerState>) => void
  readonly onDecide?: () => void
  readonly onUndo?: (step: string) => void
  readonly onFind?: () => void
  readonly onLabel?: (group: AlikeGroup) => void
  readonly onCopies?: (group: AlikeGroup) => void
  readonly onNotAlike?: (group: AlikeGroup) => void
}

const submitted = (act?: () => void) => (event: Event) => {
  event.preventDefault()
  act?.()
}

/** The responses of an open line as boxes to choose, and the decision for those that are chosen. */
export const decisionForm = (
  { rows }: OpenLine,
  state: LedgerState,
  handlers: LedgerHandlers,
): TemplateResult => html`<form method="dialog" novalidate @submit=${submitted(handlers.onDecide)}>
  ${checkboxes({
    id: 'chosen',
    name: 'chosen',
    title: ledgerActWords.choose,
    hint: ledgerActWords.chooseHint,
    ...errorAt(state.problems, 'chosen'),
    items: rows.map(({ id, reference, finished, cameOn }) => ({
      value: id,
      text: reference,
      hint: ledgerActWords.cameOn(finished, cameOn),
      checked: state.chosen.includes(id),
    })),
    onChange: (id, isChosen) =>
      handlers.onType?.({
        chosen: isChosen ? [...state.chosen, id] : state.chosen.filter((one) => one !== id),
      }),
  })}
  <h3>${ledgerActWords.decide}</h3>
  ${radios({
    id: 'kind',
    name: 'kind',
    title: ledgerActWords.what,
    ...errorAt(state.problems, 'kind'),
    items: decisionKinds.map((kind) => ({
      value: kind,
      text: ledgerActWords.decisions[kind],
      checked: state.kind === kind,
      ...moreOf(kind, state, handlers),
    })),
    onChange: (kind) => handlers.onType?.({ kind: kind as DecisionKind }),
  })}
  ${textarea({
    id: 'reason',
    name: 'reason',
    title: ledgerActWords.reason,
    hint: ledgerActWords.reasonHint,
    rows: 3,
    value: state.reason,
    ...errorAt(state.problems, 'reason'),
    onInput: (reason) => handlers.onType?.({ reason }),
  })}
  <div class="actions">${button({ type: 'submit', text: ledgerActWords.save })}</div>
</form>`

/** What one decision needs besides its reason. */
function moreOf(
  kind: DecisionKind,
  state: LedgerState,
  { onType }: LedgerHandlers,
): { readonly conditional?: TemplateResult } {
  if (kind === 'merge')
    return {
      conditional: textInput({
        id: 'into',
        name: 'into',
        title: ledgerActWords.into,
        hint: ledgerActWords.intoHint,
        width: 10,
        spellcheck: false,
        value: state.into,
        ...errorAt(state.problems, 'into'),
        onInput: (into) => onType?.({ into }),
      }),
    }
  if (kind === 'exclude')
    return {
      conditional: radios({
        id: 'because',
        name: 'because',
        title: ledgerActWords.because,
        ...errorAt(state.problems, 'because'),
        items: exclusionReasons.map((value) => ({
          value,
          text: ledgerActWords.reasons[value],
          checked: state.because === value,
        })),
        onChange: (because) => onType?.({ because: because as ExclusionReason }),
      }),
    }
  if (kind === 'answer-for')
    return {
      conditional: radios({
        id: 'behalf',
        name: 'behalf',
        title: ledgerActWords.forWhom,
        ...errorAt(state.problems, 'behalf'),
        items: behalves.map((value) => ({
          value,
          text: ledgerActWords.behalves[value],
          checked: state.behalf === value,
        })),
        onChange: (behalf) => onType?.({ behalf: behalf as Behalf }),
      }),
    }
  return {}
}

/** Responses in nearly the same words: looked for when somebody asks, read, and decided on by a person (S51). */
export const alikeSection = (
  state: LedgerState,
  handlers: LedgerHandlers,
): TemplateResult => html`<section aria-labelledby="alike">
  <h2 id="alike" tabindex="-1">${ledgerActWords.alikeTitle}</h2>
  <p>${ledgerActWords.alikeLede}</p>
  <div class="actions">${button({ kind: 'second', text: ledgerActWords.alikeFind, onClick: () => handlers.onFind?.() })}</div>
  ${state.alike?.length === 0 ? html`<p>${ledgerActWords.alikeNone}</p>` : nothing}
  ${(state.alike ?? []).map((group) => alikeGroup(group, state, handlers))}
</section>`

function alikeGroup(group: AlikeGroup, state: LedgerState, handlers: LedgerHandlers) {
  const { model, words, standard, edited } = group
  const typed = state.typed[model] ?? noName
  const type = (changes: Partial<AlikeTyped>) =>
    handlers.onType?.({ typed: { ...state.typed, [model]: { ...typed, ...changes } } })
  return html`<section class="part" aria-labelledby=${`g-${model}`}>
    <h3 id=${`g-${model}`}>${ledgerActWords.alikeGroup(standard.length + edited.length)}</h3>
    <p>${ledgerActWords.alikeParts(standard.length, edited.length)}</p>
    ${details({ summary: ledgerActWords.alikeRead, content: html`<p class="said">${words}</p>` })}
    ${edited.length > 0 ? details({ summary: ledgerActWords.alikeOwn, content: html`<ul>${edited.slice(0, 20).map(({ own }) => html`<li>${own.join(' … ')}</li>`)}</ul>` }) : nothing}
    <form method="dialog" novalidate @submit=${submitted(() => handlers.onLabel?.(group))}>
      ${textInput({
        id: `name-${model}`,
        name: 'name',
        title: ledgerActWords.alikeName,
        hint: ledgerActWords.alikeNameHint,
        value: typed.name,
        ...errorAt(state.problems, `name-${model}`),
        onInput: (name) => type({ name }),
      })}
      ${radios({
        id: `count-${model}`,
        name: 'count',
        title: ledgerActWords.alikeCount,
        items: [
          {
            value: 'each',
            text: ledgerActWords.alikeCountEach,
            checked: typed.countAs === 'each',
          },
          { value: 'one', text: ledgerActWords.alikeCountOne, checked: typed.countAs === 'one' },
        ],
        onChange: (countAs) => type({ countAs: countAs === 'one' ? 'one' : 'each' }),
      })}
      <div class="actions">
        ${button({ type: 'submit', text: ledgerActWords.alikeLabel })}
        ${button({ kind: 'second', text: ledgerActWords.alikeCopies, onClick: () => handlers.onCopies?.(group) })}
        ${button({ kind: 'quiet', text: ledgerActWords.alikeNot, onClick: () => handlers.onNotAlike?.(group) })}
      </div>
      <p class="hint">${ledgerActWords.alikeCopiesHint}</p>
    </form>
  </section>`
}
