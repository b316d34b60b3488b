import type { Consultation, ReadingDocument, Section } from './consultation.ts'
import { editionNamed, standardEdition } from './edition-address.ts'
import { langOf, type Edition, type EditionOption, type EditionSection } from './edition.ts'
import type { Option, Question } from '../question/question.ts'

/**
 * A consultation in one of its editions: the same questions, options and codes in the same order, with the edition's words
 * where it has some. Undefined when it has no such edition.
 */
export function consultationIn(consultation: Consultation, id: string): Consultation | undefined {
  if (id === standardEdition) return consultation
  const edition = editionNamed(consultation, id)
  if (!edition) return undefined
  const lang = langOf(id, consultation)
  const words: Words = {
    edition,
    otherLang: lang === consultation.lang ? undefined : consultation.lang,
  }
  const {
    title = consultation.title,
    summary = consultation.summary,
    recording = consultation.recording,
    // Words of another language are in none of its texts.
    glossary = words.otherLang === undefined ? consultation.glossary : [],
  } = edition
  return {
    ...consultation,
    edition: id,
    lang,
    title,
    summary,
    recording,
    glossary,
    promise:
      edition.promise === undefined
        ? kept(consultation.promise, words)
        : { ...consultation.promise, text: edition.promise },
    grace:
      edition.grace === undefined
        ? kept(consultation.grace, words)
        : { ...consultation.grace, text: edition.grace },
    contact:
      edition.contact === undefined
        ? kept(consultation.contact, words)
        : { ...consultation.contact, ...edition.contact },
    documents: consultation.documents.map((document) => documentIn(document, words)),
    sections: consultation.sections.map((section) => sectionIn(section, words)),
  }
}

/** An edition, and the language of what it has not got where that is another one. */
interface Words {
  readonly edition: Edition
  readonly otherLang: string | undefined
}

/** A part with the standard's words: it says its language. */
const kept = <Part extends { readonly lang?: string }>(part: Part, { otherLang }: Words): Part =>
  otherLang === undefined ? part : { ...part, lang: otherLang }

function documentIn(document: ReadingDocument, words: Words): ReadingDocument {
  const own = words.edition.documents?.find(({ id }) => id === document.id)
  return own ? { ...document, ...own } : kept(document, words)
}

function sectionIn(section: Section, words: Words): Section {
  const own = words.edition.sections?.find(({ id }) => id === section.id)
  const introduction = own?.introduction ?? section.introduction?.map((block) => kept(block, words))
  const questions = section.questions.map((question) => questionIn(question, own, words))
  const laid = { ...section, ...(introduction ? { introduction } : {}), questions }
  return own?.title === undefined ? kept(laid, words) : { ...laid, title: own.title }
}

function questionIn(
  question: Question,
  section: EditionSection | undefined,
  words: Words,
): Question {
  const own = section?.questions?.find(({ id }) => id === question.id)
  if (!own) return kept(question, words)
  const { hint, why, recording } = own
  return {
    ...question,
    ...Object.fromEntries(
      Object.entries(own).filter(([name]) => Object.hasOwn(question, name) && !isOptionList(name)),
    ),
    ...Object.fromEntries(
      Object.entries({ hint, why, recording }).filter(([, one]) => one !== undefined),
    ),
    ...Object.fromEntries(
      optionLists.flatMap((name) => {
        const options = optionsIn(question, name)
        return options ? [[name, options.map((option) => optionIn(option, own[name]))]] : []
      }),
    ),
    ...(words.edition.fixedLabels && hasFixedAnswers(question)
      ? { labels: words.edition.fixedLabels }
      : {}),
  } as Question
}

export const optionLists = ['options', 'statements', 'scale'] as const

const isOptionList = (name: string): boolean => optionLists.some((list) => list === name)

/** One of the lists of options that a question may have. */
export const optionsIn = (
  question: Question,
  list: (typeof optionLists)[number],
): readonly Option[] | undefined =>
  (question as { readonly [name in typeof list]?: readonly Option[] })[list]

/** Yes-no and agreement questions are answered in words that no file holds. */
export const hasFixedAnswers = ({ kind }: Question): boolean =>
  kind === 'yes-no' || kind === 'agreement'

function optionIn(option: Option, own: readonly EditionOption[] | undefined): Option {
  const words = own?.find(({ code }) => code === option.code)
  if (!words) return option
  const { label, hint, say } = words
  return {
    ...option,
    label,
    ...(hint === undefined ? {} : { hint }),
    ...(option.say && say !== undefined ? { say: { ...option.say, label: say } } : {}),
  }
}
