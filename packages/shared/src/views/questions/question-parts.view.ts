import { html, nothing } from 'lit'
import { roundedCount } from '../../domain/round/acknowledgement.ts'
import type { ShownQuestion } from '../../domain/round/questions/shown-question.ts'
import type { Round } from '../../domain/round/round.ts'
import type { ShownContribution, ShownWords } from '../../domain/round/shown-contribution.ts'
import { hiddenText } from '../../ui/field.ts'
import { reportWords } from '../../words/contribution-report.ts'
import { questionWords as words } from '../../words/questions.ts'
import { roundWords } from '../../words/round.ts'
import { face, withMarks } from '../round/contribution.view.ts'
import { paragraphsOf } from '../round/paragraphs.view.ts'
import { reportAddress, saidAddress } from '../round/round-address.ts'

/** A question longer than this is no heading any more: its beginning is, and all of it stands below. */
const mostInHeading = 200
const mostInName = 60

const idOf = ({ number }: { readonly number: number }): string => `said-${number}`

export const headingIdOf = (one: { readonly number: number }): string => `${idOf(one)}-by`

/** The first words of a question, whole ones, to tell one control from another. */
export function beginningOf(
  { words: said }: Pick<ShownContribution, 'words'>,
  most = mostInName,
): string {
  if (said.kind !== 'said') return roundWords.gone[said.kind]
  const text = said.text.replaceAll(/\s+/g, ' ').trim()
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s\S*$/, '')}…`
}

/** What is asked, as a heading; a long question stands whole below it. */
export const askedView = ({ asked }: Pick<ShownQuestion, 'asked'>) => {
  const { words: said } = asked
  const id = headingIdOf(asked)
  if (said.kind !== 'said')
    return html`<h3 class="asked-words quiet" id=${id}>${said.kind === 'withdrawn' ? words.gone : roundWords.gone[said.kind]}</h3>`
  return fitsHeading(said)
    ? html`<h3 class="asked-words" id=${id} dir="auto">${withMarks(said.text, 0, said.removed)}</h3>`
    : html`<h3 class="asked-words" id=${id} dir="auto">${beginningOf(asked, mostInHeading)}</h3>
      <div class="said-text">${textOf(said)}</div>`
}

const fitsHeading = ({ text }: ShownWords): boolean =>
  text.length <= mostInHeading && !text.includes('\n')

export const textOf = (said: ShownWords) =>
  paragraphsOf(said.text, (paragraph, start) => withMarks(paragraph, start, said.removed))

/** Who asked, in their own words, and how many want it. */
export const askerView = (
  { asked, wanted }: ShownQuestion,
  { joined, longest = false }: { readonly joined: number; readonly longest?: boolean },
) => {
  const { words: said } = asked
  const count = roundedCount(wanted)
  const parts = [
    said.kind === 'said' ? html`<span dir="auto">${said.name}</span>` : nothing,
    said.kind === 'said' && said.self ? html`<span dir="auto">“${said.self}”</span>` : nothing,
    roundWords.source(asked.source, asked.sourceNote) || nothing,
    joined > 0 ? words.joined(joined) : nothing,
    count === undefined ? nothing : words.wanted(count),
    longest ? html`<strong>${words.longest}</strong>` : nothing,
  ].filter((part) => part !== nothing)
  return html`<p class="as">${parts.map((part, index) => html`${index > 0 ? ' · ' : nothing}${part}`)}</p>`
}

/** A script puts the button in its place where one can press it. The count stands above, in words. */
export const wantedPlace = ({ number, asked }: ShownQuestion) =>
  html`<div class="reacts" data-acknowledge=${number} data-kinds="wanted" data-about=${`: ${beginningOf(asked)}`}></div>`

/** The questions that ask the same, to be read where somebody wants to. */
export const joinedView = (joined: readonly ShownQuestion[]) => {
  const readable = joined.filter(({ asked }) => asked.words.kind === 'said')
  return readable.length === 0
    ? nothing
    : html`<details><summary>${words.joinedTitle(readable.length)}</summary>
      <ul>${readable.map(({ asked }) => (asked.words.kind === 'said' ? html`<li id=${idOf(asked)}><span dir="auto">${asked.words.name}</span>: <span dir="auto">“${asked.words.text}”</span></li>` : nothing))}</ul></details>`
}

/** An answer under its question, in the name of whoever of the staff gave it. */
export const answerView = (
  answer: ShownContribution,
  at: string | undefined,
  { slug, opensAt }: Pick<Round, 'slug' | 'opensAt'>,
) =>
  answer.words.kind === 'said'
    ? html`<article class="say" id=${idOf(answer)} aria-labelledby=${headingIdOf(answer)}>
    ${face(answer.words.name, 'staff')}
    <div class="bubble">
      <div class="by"><div><h4 id=${headingIdOf(answer)} dir="auto">${answer.words.name}</h4>
        <span class="as">${words.staff(answer.sourceNote)}${at === undefined ? nothing : html` · <time datetime=${at}>${words.answeredAt(at, opensAt)}</time>`}</span></div></div>
      <div class="said-text">${textOf(answer.words)}</div>
      ${toolsOf(answer, slug)}
    </div>
  </article>`
    : nothing

export const toolsOf = (one: ShownContribution, slug: string) => html`<p class="tools no-print">
  <a class="tool" href=${saidAddress(slug, one.number)}>${roundWords.link}${hiddenText(`: ${beginningOf(one)}`)}</a>
  <a class="tool" href=${reportAddress(slug, one.number)}>${reportWords.link}${hiddenText(`: ${beginningOf(one)}`)}</a>
</p>`

/** Why there is no answer, and what else there is to say. */
export const reasonView = ({ why, note }: ShownQuestion) =>
  why === undefined
    ? nothing
    : html`<p><strong>${words.reasons[why]}</strong> ${note ? html`<span dir="auto">${note}</span>` : nothing}</p>`
