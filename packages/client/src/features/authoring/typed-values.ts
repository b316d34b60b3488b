import { blocksFrom } from '@takepart/shared/domain/authoring/draft/block-text'
import type { Value } from '@takepart/shared/domain/authoring/draft/draft'
import { dateFrom, londonMoment } from '@takepart/shared/domain/core/london-time'
import type { FormField } from '@takepart/shared/views/authoring/part-fields'
import type { TypedParts } from '@takepart/shared/views/authoring/part-form-model'
import { formWords } from '@takepart/shared/words/part-fields'

/** What somebody typed into a field whose value is made from text: the value, or why it is none yet. */
export type Typed =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly words: string }

const value = (one: Value): Typed => ({ ok: true, value: one })
const no = (words: string): Typed => ({ ok: false, words })

/** An empty field is no value, and no mistake. */
export function readTyped({ control }: Pick<FormField, 'control'>, parts: TypedParts): Typed {
  const text = (parts[''] ?? '').trim()
  switch (control) {
    case 'number':
      return readNumber(text, /^\d{1,6}$/, formWords.notANumber)
    case 'amount':
      return readNumber(text, /^-?\d{1,12}(?:\.\d{1,6})?$/, formWords.notAnAmount)
    case 'blocks': {
      const blocks = blocksFrom(parts[''] ?? '')
      return value(blocks.length === 0 ? undefined : blocks)
    }
    case 'glossary':
      return value(wordsFrom(parts[''] ?? ''))
    case 'date':
      return readDay(parts)
    default:
      return readMoment(parts)
  }
}

function readNumber(text: string, shape: RegExp, words: string): Typed {
  if (text === '') return value(undefined)
  return shape.test(text) ? value(Number(text)) : no(words)
}

/** "word: what it means", a line each; a line without a colon is a word without a meaning yet. */
function wordsFrom(text: string): Value {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) return undefined
  return lines.map((line) => {
    const [word = '', ...meaning] = line.split(':')
    return { word: word.trim().slice(0, 80), meaning: meaning.join(':').trim() }
  })
}

const isEmpty = ({ day = '', month = '', year = '' }: TypedParts): boolean =>
  [day, month, year].every((part) => part.trim() === '')

function readDay(parts: TypedParts): Typed {
  if (isEmpty(parts)) return value(undefined)
  const { day = '', month = '', year = '' } = parts
  const date = dateFrom(day, month, year)
  return date === undefined ? no(formWords.noSuchDate) : value(date)
}

function readMoment(parts: TypedParts): Typed {
  const day = readDay(parts)
  if (!day.ok || typeof day.value !== 'string') return day
  const clock = clockFrom(parts['time'] ?? '')
  if (clock === undefined) return no(formWords.noSuchTime)
  const moment = londonMoment(day.value, clock)
  return moment === undefined ? no(formWords.noSuchMoment) : value(moment)
}

/** "9", "9:00", "9.00", "9 am", "5:30pm" and "17:30" as "09:00" and so on; undefined when there is no such time. */
export function clockFrom(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(text.trim())
  if (!found) return undefined
  const [, hours = '', minutes = '00', half] = found
  const after = half?.toLowerCase()
  if (after && (Number(hours) < 1 || Number(hours) > 12)) return undefined
  const hour = after ? (Number(hours) % 12) + (after === 'pm' ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}`
}
