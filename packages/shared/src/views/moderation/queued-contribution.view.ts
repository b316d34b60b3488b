import { html, nothing } from 'lit'
import { howLongWords } from '../../domain/desk/waiting.ts'
import type { Hint } from '../../domain/moderation/choose-parts.ts'
import type { RedactedField } from '../../domain/moderation/redaction.ts'
import { hiddenText } from '../../ui/field.ts'
import { detailLabels, reportLabels } from '../../words/moderation.ts'
import { moderationDeskWords as words } from '../../words/moderation-desk.ts'
import { roundWords } from '../../words/round.ts'
import { roundAddress } from '../round/round-address.ts'
import { stanceView } from '../round/contribution.view.ts'
import type {
  DecidingHandlers,
  DecidingState,
  ModerationModel,
  QueuedContribution,
} from './moderation-model.ts'
import { isSamePart } from '../../domain/moderation/choose-parts.ts'

/** The id of the one that is open; it takes the focus, so that single keys work in it. */
export const queuedId = 'queued'

export interface Deciding {
  readonly model: ModerationModel
  readonly one: QueuedContribution
  readonly state: DecidingState
  readonly handlers: DecidingHandlers
}

/** Everything a moderator needs to know of one contribution: where it stands, who says it, what it says, what was found in it. */
export const queuedContribution = (deciding: Deciding) => {
  const { one, model } = deciding
  return html`<p><strong>${words.waited(howLongWords(Date.parse(model.now) - Date.parse(one.since)))}</strong> ${standing(one).map((sentence) => html`${sentence} `)}</p>
  <p class="quiet">${words.tellPeople(one.round.reading)}</p>
  <p class="quiet">${words.in} <a href=${roundAddress(one.round.slug)}>${one.round.title}</a>${one.answered ? html`, ${words.inReplyTo(one.answered.name)}` : nothing}</p>
  ${one.answered ? html`<figure class="exact"><blockquote dir="auto">${one.answered.text}</blockquote></figure>` : nothing}
  <h3 id="queued-by"><span dir="auto">${marked(deciding, 'name')}</span>${one.said.self === undefined ? nothing : html` <span class="optional" dir="auto">“${marked(deciding, 'self')}”</span>`}</h3>
  ${one.source === 'participant' ? nothing : html`<p class="quiet">${roundWords.source(one.source)}</p>`}
  <h4 class="hidden-text">${words.text}</h4>
  <div class="said-here" dir="auto">${marked(deciding, 'text')}</div>
  ${stance(deciding)}
  ${reportsView(one)}${answerView(deciding)}${hintsView(deciding)}${likeView(deciding)}`
}

const standing = ({ first, shown, late, severity }: QueuedContribution): readonly string[] => [
  shown ? words.isShown : words.notShown,
  ...(first ? [words.firstOfPerson] : []),
  ...(late ? [words.isLate] : []),
  ...(severity ? [words.hasConcern(severity)] : []),
]

/** The words of a field, with what was found in it marked. */
function marked({ one }: Deciding, field: RedactedField) {
  const text = one.said[field] ?? ''
  const parts: unknown[] = []
  let at = 0
  for (const { start, end } of one.hints.filter((hint) => hint.field === field)) {
    parts.push(text.slice(at, start), html`<mark class="flag">${text.slice(start, end)}</mark>`)
    at = end
  }
  return [...parts, text.slice(at)]
}

function stance({ one }: Deciding) {
  const { position } = one.round
  if (position === undefined) return nothing
  return html`<p>${
    one.said.stance
      ? stanceView(one.said.stance, position, one.said.condition)
      : html`<span class="mark">${words.noStance}</span>`
  }</p>`
}

const reportsView = ({ reports }: QueuedContribution) =>
  reports.length === 0
    ? nothing
    : html`<h4>${words.reports(reports.length)}</h4>
      <ul class="checks plain">${reports.map(
        ({ reason, words: said }) =>
          html`<li><p><span class=${reason === 'worried' ? 'mark due' : 'mark waiting'}>${reportLabels[reason]}</span></p>${said === null ? nothing : html`<p class="said" dir="auto">${said}</p>`}</li>`,
      )}</ul>
      <p class="quiet">${words.reportsMore}</p>`

const answerView = ({ one, model }: Deciding) =>
  one.answer === null
    ? nothing
    : html`<h4>${words.answerTitle}</h4><p class="said" dir="auto">${one.answer}</p>
      <p class="quiet">${words.answerBy(model.people[one.firstDecidedBy ?? ''] ?? words.nextOf(''))}</p>`

function hintsView(deciding: Deciding) {
  const { hints } = deciding.one
  return hints.length === 0
    ? nothing
    : html`<h4>${words.hints(hints.length)}</h4>
      <ul class="checks plain">${hints.map((hint) => hintItem(deciding, hint))}</ul>
      <p class="quiet">${words.hintsMore}</p>`
}

function hintItem({ state, handlers }: Deciding, hint: Hint) {
  const out = state.parts.some((part) => isSamePart(part, hint))
  const { field, start, end, what } = hint
  const press = () =>
    out ? handlers.onPutBack?.(hint) : handlers.onTakeOut?.([{ field, start, end, what }])
  return html`<li>
    <p><span class=${out ? 'mark good' : 'mark waiting'}>${detailLabels[hint.kind]}: <strong dir="auto">${hint.words}</strong>${out ? ` – ${words.takenOut.toLowerCase()}` : nothing}</span></p>
    <p class="tools"><button class="tool" type="button" @click=${press}>${out ? words.leaveItIn : words.takeItOut}${hiddenText(`: ${hint.words}`)}</button></p>
  </li>`
}

function likeView({ one, state, handlers }: Deciding) {
  const { like } = one
  if (like.length === 0) return nothing
  return html`<h4>${words.like(like.length)}</h4>
    <p class="quiet">${words.likeMore}</p>
    <ul class="plain">${like.map(
      ({ id, name, own }) => html`<li>
        <div class="choice"><input type="checkbox" id=${`too-${id}`} .checked=${state.others.includes(id)}
          @change=${(event: Event) => handlers.onOther?.(id, (event.currentTarget as HTMLInputElement).checked)} /><label for=${`too-${id}`} dir="auto">${words.decideToo(name)}</label></div>
        <p class="quiet" dir="auto">${own.length === 0 ? words.likeSame : html`${words.likeOwn} “${own.join(' ')}”`}</p>
      </li>`,
    )}</ul>`
}
