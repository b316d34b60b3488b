import { error, warning, when, type Finding } from './finding.ts'
import { wordFinder, wordId } from '../consultation/glossary.ts'
import { itemsOf, textOf, type Fields } from '../core/loose-fields.ts'

/** Words explained: each once, each used somewhere. */
export function checkGlossary(document: Fields): readonly Finding[] {
  const entries = itemsOf(document['glossary']).map(({ word }) => textOf(word)?.trim() ?? '')
  const ids = entries.map((word) => wordId({ word, meaning: '' }))
  const { glossary: _, media: __, ...rest } = document
  const said = entries.length > 0 ? textsIn(rest).join('\n') : ''
  return entries.flatMap((word, index) => {
    const path = ['glossary', index, 'word']
    if (word === '') return []
    const name = `“${word.slice(0, 60)}”`
    if (ids.indexOf(ids[index] ?? '') < index) return [error(path, `${name} is explained twice`)]
    return when(
      !isUsed(word, said),
      warning(path, `${name} is not used in this file. Take it out, or use it`),
    )
  })
}

const isUsed = (word: string, said: string): boolean =>
  wordFinder([{ word, meaning: '' }])
    .find(said)
    .some(({ explained }) => explained)

const deepest = 14

function textsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || depth >= deepest) return []
  return Object.values(value).flatMap((item) => textsIn(item, depth + 1))
}
