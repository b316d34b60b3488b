import { html, nothing } from 'lit'
import { agreementScale, numberScaleOptions, yesNoOptions } from '../domain/agreement-scale.ts'
import { questionsOf, statusOf, type Consultation, type Section } from '../domain/consultation.ts'
import { momentWords } from '../domain/dates.ts'
import type { Option, Question } from '../domain/question.ts'
import { backLink } from '../ui/back-link.ts'
import { blocks, type BlockHelp } from '../ui/blocks.ts'
import { linkButton } from '../ui/button.ts'
import { pageTitleId } from '../ui/field.ts'
import { askedQuestion } from './asked-question.view.ts'
import { contactLines } from './contact.view.ts'
import { explaining } from './explained-words.view.ts'
import { mediaView } from './media.view.ts'

export interface AllQuestionsModel {
  readonly consultation: Consultation
  readonly now: Date
}

/** The page's own part of the document title. */
export const allQuestionsTitle = ({ consultation }: AllQuestionsModel): string => `All the questions – ${consultation.title}`

/** Every question, to read or to print; one that is asked only of some says of whom. */
export function allQuestionsView({ consultation, now }: AllQuestionsModel) {
  const open = statusOf(consultation, now) === 'open'
  const words = explaining(consultation)
  const help = { text: words.text, media: mediaView(consultation).block }
  return html`<div class="wrap">
    ${backLink({ href: `/consultations/${consultation.slug}`, text: consultation.title })}
    <p class="eyebrow">${consultation.title}</p>
    <h1 id=${pageTitleId}>All the questions</h1>
    <div class="lede"><p>${open
      ? `To read, to talk about, or to print. This consultation closes ${momentWords(consultation.closesAt)}.`
      : 'To read or to print.'}</p></div>
    ${open ? html`<div class="actions">${linkButton({ href: `/consultations/${consultation.slug}/answer`, text: 'Start answering' })}</div>
      <div class="part"><h2>On paper or by telephone</h2>${contactLines(consultation.contact)}</div>` : nothing}
    ${consultation.sections.map((section, index) => askedSection(consultation, { section, number: index + 1 }, help))}
    ${words.list()}
  </div>`
}

/** A part of the questions, to read or to print, numbered through from the first part. */
export function askedSection(consultation: Consultation, { section, number }: { readonly section: Section; readonly number: number }, help: BlockHelp) {
  const all = questionsOf(consultation)
  const first = all.findIndex((question) => question.id === section.questions[0]?.id) + 1
  return html`<section class="part" aria-labelledby=${`section-${section.id}`}>
    <h2 id=${`section-${section.id}`}>Part ${number}. ${section.title}</h2>
    ${section.introduction ? blocks(section.introduction, 'h3', help) : nothing}
    <ol class="asked-list" start=${first}>
      ${section.questions.map((question) => html`<li class="asked">${askedQuestion(question, conditionWords(question, all))}</li>`)}
    </ol>
  </section>`
}

/** When a question is asked, in the words of the question it depends on: "Asked if you choose “Bus” or “Train” in question 3." */
export function conditionWords(question: Question, all: readonly Question[]): string | undefined {
  const condition = question.showIf
  if (!condition) return undefined
  const at = all.findIndex(({ id }) => id === condition.question)
  const earlier = all[at]
  if (!earlier) return undefined
  if (earlier.kind === 'consent') return `Asked if you tick the box in question ${at + 1}.`
  const labels = choicesOf(earlier).filter(({ code }) => condition.includes.includes(code)).map(({ label }) => `“${label}”`)
  return `Asked if you choose ${labels.join(' or ')} in question ${at + 1}.`
}

function choicesOf(question: Question): readonly Option[] {
  switch (question.kind) {
    case 'one-of': case 'several-of': case 'ranking': return question.options
    case 'yes-no': return yesNoOptions
    case 'agreement': return agreementScale
    case 'number-scale': return numberScaleOptions(question)
    case 'matrix': return question.scale
    default: return []
  }
}
