import type { Block, Consultation } from '../consultation/consultation.ts'
import { coverageOf, formats, isFormat, nameOf, type Edition } from '../consultation/edition.ts'
import { warning, when, type Finding } from './finding.ts'
import { sentencesOf, wordsOf } from './sentences.ts'

/**
 * Which editions are missing, and what is missing from those that there are. None of it stops publishing: half an edition
 * is more than none, and the page says truly how much of one there is.
 */
export const checkMissingEditions = (consultation: Consultation): readonly Finding[] => {
  const { editions = [] } = consultation
  return [
    ...noEdition(editions),
    ...editions.flatMap((edition, index) => [
      ...missingParts(consultation, edition),
      ...(edition.id === 'easy-read' ? checkEasyRead(edition, index) : []),
    ]),
  ]
}

function noEdition(editions: readonly Edition[]): readonly Finding[] {
  const wanted = Object.entries(formats)
    .filter(([format]) => !editions.some(({ id }) => id === format))
    .map(([, name]) => name)
  const missing = [
    ...wanted,
    ...(editions.every(({ id }) => isFormat(id)) ? ['another language'] : []),
  ]
  return when(
    missing.length > 0,
    warning(
      ['editions'],
      `There is no edition in ${listed(missing)}. People can ask for one; say to yourself now who makes it, and how long it takes`,
    ),
  )
}

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('')

/** By section and document of the standard, which is where somebody who writes the edition reads them. */
function missingParts(consultation: Consultation, edition: Edition): readonly Finding[] {
  if (coverageOf(consultation, edition).whole) return []
  const name = `“${nameOf(edition.id).name}” (${edition.id})`
  const read = edition.documents?.map(({ id }) => id) ?? []
  const asked =
    edition.sections?.flatMap(({ questions = [] }) => questions.map(({ id }) => id)) ?? []
  return [
    ...consultation.documents.flatMap(({ id }, index) =>
      when(
        !read.includes(id),
        warning(['documents', index], `Not in the edition ${name}: people read it as it is here`),
      ),
    ),
    ...consultation.sections.flatMap(({ questions }, index) => {
      const left = questions.map(({ id }) => id).filter((id) => !asked.includes(id))
      const which =
        left.length === questions.length
          ? 'none of its questions is'
          : `not in it: ${left.join(', ')}`
      return when(
        left.length > 0,
        warning(
          ['sections', index],
          `In the edition ${name}, ${which}${left.length === questions.length ? ' there' : ''}`,
        ),
      )
    }),
  ]
}

const mostWords = 15

/** Easy Read has one short idea to a sentence, and a picture beside it. */
const checkEasyRead = ({ documents = [] }: Edition, edition: number): readonly Finding[] =>
  documents.flatMap(({ blocks = [] }, document) => {
    const path = ['editions', edition, 'documents', document, 'blocks']
    return [
      ...when(
        blocks.length > 0 && !blocks.some(({ kind }) => kind === 'easy'),
        warning(
          path,
          'This has no pictures. Easy Read says each thing with a picture beside it: use blocks of the kind “easy”',
        ),
      ),
      ...blocks.flatMap((block, index) =>
        longSentences(block).map((sentence) =>
          warning(
            [...path, index],
            `“${sentence.slice(0, 100)}” has more than ${mostWords} words. Say one thing in each sentence`,
          ),
        ),
      ),
    ]
  })

const longSentences = (block: Block): readonly string[] =>
  (block.kind === 'easy' ? block.sentences : block.kind === 'paragraph' ? [block.text] : [])
    .flatMap((words) => sentencesOf(words))
    .filter((sentence) => wordsOf(sentence).length > mostWords)
