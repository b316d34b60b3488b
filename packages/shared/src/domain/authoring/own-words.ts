import type { Consultation, ReadingDocument, Section } from '../consultation/consultation.ts'
import {
  langOf,
  type Edition,
  type EditionQuestion,
  type EditionSection,
} from '../consultation/edition.ts'
import { optionLists } from '../consultation/edition-words.ts'
import { at, type Path } from '../core/loose-fields.ts'
import type { Question } from '../question/question.ts'

/**
 * A consultation made of the words that an edition has of its own, in the edition's own order, so that whatever checks the
 * words of a consultation can check those of an edition too. Places in it are places in the edition; places that are not
 * there, because the edition has left that part to the standard, are let go by {@link placeInEdition}.
 */
export function ownWords(consultation: Consultation, edition: Edition): Consultation {
  const {
    title = consultation.title,
    summary = consultation.summary,
    documents = [],
    sections = [],
    glossary = consultation.glossary,
  } = edition
  return {
    ...consultation,
    lang: langOf(edition.id, consultation),
    title,
    summary,
    glossary,
    grace: { ...consultation.grace, text: edition.grace ?? '' },
    promise: { ...consultation.promise, text: edition.promise ?? '' },
    documents: documents.map((own): ReadingDocument => ({
      minutes: 1,
      ...own,
      title: own.title ?? '',
      blocks: own.blocks ?? [],
    })),
    sections: sections.map((own) => sectionOf(own, consultation)),
    outcome: undefined,
    editions: undefined,
  }
}

function sectionOf(own: EditionSection, { sections }: Consultation): Section {
  const standard = sections.find(({ id }) => id === own.id)?.questions ?? []
  return {
    ...own,
    title: own.title ?? '',
    questions: (own.questions ?? []).map((question) => questionOf(question, standard)),
  }
}

/** The question with the edition's words and no others. One that the standard has not got is a problem already. */
function questionOf(own: EditionQuestion, standard: readonly Question[]): Question {
  const { kind = 'short-text', about = '' } = standard.find(({ id }) => id === own.id) ?? {}
  const lists = Object.fromEntries(optionLists.map((list) => [list, own[list] ?? []]))
  return {
    statement: '',
    ...own,
    ...lists,
    kind,
    about,
    title: own.title ?? '',
  } as unknown as Question
}

/** Where a place in an edition's own words is in the file; undefined when the edition has nothing of its own there. */
export function placeInEdition(
  consultation: Consultation,
  edition: Edition,
  path: Path,
): Path | undefined {
  const own =
    path.length === 2 && path[1] === 'text' && (path[0] === 'grace' || path[0] === 'promise')
      ? path.slice(0, 1)
      : path
  if (own.reduce<unknown>(at, edition) === undefined) return undefined
  return ['editions', (consultation.editions ?? []).indexOf(edition), ...own]
}
