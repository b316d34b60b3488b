import { html, nothing } from 'lit'
import {
  agreementOptionsOf,
  numberScaleOptions,
  yesNoOptionsOf,
} from '../../domain/question/agreement-scale.ts'
import {
  questionsOf,
  statusOf,
  type Consultation,
  type Section,
} from '../../domain/consultation/consultation.ts'
import { momentWords } from '../../domain/core/dates.ts'
import { addressOf } from '../../domain/consultation/edition-address.ts'
import type { Option, Question } from '../../domain/question/question.ts'
import { backLink } from '../../ui/back-link.ts'
import { blocks, type BlockHelp } from '../../ui/blocks.ts'
import { linkButton } from '../../ui/button.ts'
import { pageTitleId, type Content } from '../../ui/field.ts'
import { ownWordsAmong, partIn, unlessEnglish, wordsIn } from '../../ui/languages.ts'
import { askedQuestion, type AskedWords } from './asked-question.view.ts'
import { contactLines } from './contact.view.ts'
import { explaining } from './explained-words.view.ts'
import { mediaView } from './media.view.ts'
import { otherForms } from './other-forms.view.ts'
import { ownWordsIn } from '../own-words.ts'

export interface AllQuestionsModel {
  readonly consultation: Consultation
  readonly now: Date
}

/** The page's own part of the document title. */
export const allQuestionsTitle = ({ consultation }: AllQuestionsModel): string =>
  `All the questions – ${consultation.title}`

/** Every question, to read or to print; one that is asked only of some says of whom. */
export function allQuestionsView({ consultation, now }: AllQuestionsModel) {
  const open = statusOf(consultation, now) === 'open'
  const words = explaining(consultation)
  const help = { text: words.text, plain: words.plain, media: mediaView(consultation).block }
  const own = ownWordsIn(consultation)
  return html`<div class="wrap">
    ${backLink({ href: addressOf(consultation), text: consultation.title })}
    <p class="eyebrow">${consultation.title}</p>
    <h1 id=${pageTitleId}>${own('All the questions')}</h1>
    <div class="lede"><p>${own(
      open
        ? `To read, to talk about, or to print. This consultation closes ${momentWords(consultation.closesAt)}.`
        : 'To read or to print.',
    )}</p></div>
    ${
      open
        ? html`<div class="actions">${linkButton({ href: `${addressOf(consultation)}/answer`, text: own('Start answering') })}</div>
      <div class="part"><h2>${own('On paper or by telephone')}</h2>${contactLines(consultation.contact, own)}</div>`
        : nothing
    }
    ${consultation.sections.map((section, index) => askedSection(consultation, { section, number: index + 1 }, help))}
    ${words.list()}
    ${otherForms({ consultation, rest: '/all-questions' })}
  </div>`
}

/** How to show what is read before the questions, and hard words in the questions themselves. */
type AskedHelp = BlockHelp & AskedWords

/** A part of the questions, to read or to print, numbered through from the first part. */
export function askedSection(
  consultation: Consultation,
  { section, number }: { readonly section: Section; readonly number: number },
  help: AskedHelp,
) {
  const all = questionsOf(consultation)
  const first = all.findIndex((question) => question.id === section.questions[0]?.id) + 1
  const own = ownWordsIn(consultation)
  const asked = (question: Question) => {
    const among = question.lang ?? consultation.lang
    return partIn(
      askedQuestion(question, conditionWords(question, all, consultation.lang), {
        own: ownWordsIn({ lang: among, edition: consultation.edition }),
        plain: help.plain,
      }),
      question.lang,
    )
  }
  return html`<section class="part" aria-labelledby=${`section-${section.id}`}>
    <h2 id=${`section-${section.id}`}>${own(`Part ${number}.`)} ${wordsIn(section.title, section.lang)}</h2>
    ${section.introduction ? blocks(section.introduction, 'h3', help) : nothing}
    <ol class="asked-list" start=${first}>
      ${section.questions.map((question) => html`<li class="asked">${asked(question)}</li>`)}
    </ol>
  </section>`
}

/**
 * When a question is asked, in the words of the question it depends on: "Asked if you choose “Bus” or “Train” in question 3."
 * The words stand among those of the question, and name choices of another: each may be in a language of its own.
 *
 * @param lang the language of the page
 */
export function conditionWords(
  question: Question,
  all: readonly Question[],
  lang = 'en-GB',
): Content | undefined {
  const condition = question.showIf
  if (!condition) return undefined
  const at = all.findIndex(({ id }) => id === condition.question)
  const earlier = all[at]
  if (!earlier) return undefined
  const own = ownWordsAmong(question.lang ?? lang)
  const earlierLang = unlessEnglish(earlier.lang ?? lang)
  if (earlier.kind === 'consent') return own(`Asked if you tick the box in question ${at + 1}.`)
  const labels = choicesOf(earlier)
    .filter(({ code }) => condition.includes.includes(code))
    .map(({ label }) => `“${label}”`)
  if (earlierLang === undefined)
    return own(`Asked if you choose ${labels.join(' or ')} in question ${at + 1}.`)
  const marked = labels.map(
    (label, index) => html`${index > 0 ? ' or ' : nothing}${wordsIn(label, earlierLang)}`,
  )
  return own(html`Asked if you choose ${marked} in question ${at + 1}.`)
}

function choicesOf(question: Question): readonly Option[] {
  switch (question.kind) {
    case 'one-of':
    case 'several-of':
    case 'ranking':
      return question.options
    case 'yes-no':
      return yesNoOptionsOf(question)
    case 'agreement':
      return agreementOptionsOf(question)
    case 'number-scale':
      return numberScaleOptions(question)
    case 'matrix':
      return question.scale
    default:
      return []
  }
}
