import type { Severity } from './severity.ts'

/**
 * A plain list of words that suggests where somebody may need help now. It is the Trust's to edit. It only suggests: a
 * person looks, and what has no such word in it is raised by its writer or by staff. Where a phrase to leave alone
 * ("suicide prevention") covers a word of the list, nothing is suggested.
 *
 * A phrase is words, small or capital, apostrophes or none. A star ends a word that may go on: `suicid*`. Three dots
 * stand for up to three words between: `take … own life`.
 */
export interface UrgentWordList {
  readonly phrases: readonly UrgentPhrase[]
  readonly leaveAlone: readonly string[]
}

export interface UrgentPhrase {
  readonly words: string
  readonly severity: Severity
}

/** Words of the list in a text, in UTF-16 units. */
export interface UrgentHit extends UrgentPhrase {
  readonly start: number
  readonly end: number
}

export const urgentListLimits = { phrases: 500, leaveAlone: 500, words: 8, characters: 80 } as const

/** What the list suggests in a text, in order of place; one place is told once, by its most urgent phrase. */
export function findUrgentWords(text: string, list: UrgentWordList): readonly UrgentHit[] {
  const words = wordsIn(text)
  const { phrases, leaveAlone } = readied(list)
  const alone = placesIn(words, leaveAlone).map(({ place }) => place)
  const hits = placesIn(words, phrases)
    .filter(({ place }) => !alone.some((other) => overlap(place, other)))
    .map(({ phrase, place: [from, to] }) => ({
      ...phrase,
      start: (words[from] as Word).start,
      end: (words[to - 1] as Word).end,
    }))
  return withoutOverlaps(hits)
}

const urgency: Readonly<Record<Severity, number>> = { now: 0, today: 1, week: 2 }

function withoutOverlaps(hits: readonly UrgentHit[]): readonly UrgentHit[] {
  const kept: UrgentHit[] = []
  const byUrgency = hits.toSorted(
    (one, other) =>
      urgency[one.severity] - urgency[other.severity] ||
      other.end - other.start - (one.end - one.start) ||
      one.start - other.start,
  )
  for (const hit of byUrgency)
    if (!kept.some((other) => hit.start < other.end && other.start < hit.end)) kept.push(hit)
  return kept.sort((one, other) => one.start - other.start)
}

/** The severity a text is raised with: that of the most urgent phrase. Nothing when the list suggests nothing. */
export const suggestedSeverity = (hits: readonly UrgentHit[]): Severity | undefined =>
  hits.map(({ severity }) => severity).toSorted((one, other) => urgency[one] - urgency[other])[0]

interface Word {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** Apostrophes are part of a word and do not count; a hyphen parts two words. */
const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200b-\u200d'’‘`´]*/gu)].map((found) => ({
    word: folded(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }))

const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\u200b-\u200d'’‘`´]/gu, '')

type Step = { readonly word: string; readonly open: boolean } | 'gap'

/** Empty when there is no word in the phrase. */
function compiled(phrase: string): readonly Step[] {
  const steps = phrase
    .split(/[\s-]+/u)
    .map((part): Step | undefined => {
      if (/^(?:…|\.\.\.)$/u.test(part)) return 'gap'
      const word = folded(part).replaceAll(/[^\p{L}\p{N}]/gu, '')
      return word === '' ? undefined : { word, open: part.endsWith('*') }
    })
    .filter((step) => step !== undefined)
  return steps.some((step) => step !== 'gap') ? steps : []
}

/** From and to (not included), as numbers of words. */
type Place = readonly [from: number, to: number]

const overlap = (one: Place, other: Place): boolean => one[0] < other[1] && other[0] < one[1]

/** Phrases by their first word, so that a word of a text is held against few of them. Those whose first word is open or a gap stand apart. */
interface Readied<Phrase> {
  readonly byFirst: ReadonlyMap<string, readonly ReadiedPhrase<Phrase>[]>
  readonly others: readonly ReadiedPhrase<Phrase>[]
}

interface ReadiedPhrase<Phrase> {
  readonly phrase: Phrase
  readonly steps: readonly Step[]
}

function ready<Phrase>(
  phrases: readonly Phrase[],
  wordsOf: (phrase: Phrase) => string,
): Readied<Phrase> {
  const byFirst = new Map<string, ReadiedPhrase<Phrase>[]>()
  const others: ReadiedPhrase<Phrase>[] = []
  for (const phrase of phrases) {
    const steps = compiled(wordsOf(phrase))
    const [first] = steps
    if (first === undefined) continue
    if (first === 'gap' || first.open) others.push({ phrase, steps })
    else byFirst.set(first.word, [...(byFirst.get(first.word) ?? []), { phrase, steps }])
  }
  return { byFirst, others }
}

const readiedLists = new WeakMap<
  UrgentWordList,
  { readonly phrases: Readied<UrgentPhrase>; readonly leaveAlone: Readied<string> }
>()

/** One list is read with for as long as the Trust leaves it as it is. */
function readied(list: UrgentWordList) {
  const before = readiedLists.get(list)
  if (before) return before
  const made = {
    phrases: ready(list.phrases, ({ words }) => words),
    leaveAlone: ready(list.leaveAlone, (words) => words),
  }
  readiedLists.set(list, made)
  return made
}

const placesIn = <Phrase>(words: readonly Word[], { byFirst, others }: Readied<Phrase>) =>
  words.flatMap(({ word }, from) =>
    [...(byFirst.get(word) ?? []), ...others].flatMap(({ phrase, steps }) => {
      const to = endOfMatch(steps, words, { step: 0, at: from })
      return to === undefined ? [] : [{ phrase, place: [from, to] as Place }]
    }),
  )

const mostBetween = 3

function endOfMatch(
  steps: readonly Step[],
  words: readonly Word[],
  { step, at }: { readonly step: number; readonly at: number },
): number | undefined {
  const wanted = steps[step]
  if (wanted === undefined) return at
  if (wanted === 'gap') {
    for (let skipped = 0; skipped <= mostBetween; skipped += 1) {
      const end = endOfMatch(steps, words, { step: step + 1, at: at + skipped })
      if (end !== undefined) return end
    }
    return undefined
  }
  const word = words[at]?.word
  const fits = wanted.open ? word?.startsWith(wanted.word) : word === wanted.word
  return fits ? endOfMatch(steps, words, { step: step + 1, at: at + 1 }) : undefined
}

/** What is wrong with a list that somebody wrote. */
export type ListProblem =
  | { readonly code: 'phrases-too-many'; readonly most: number }
  | { readonly code: 'phrase-empty'; readonly phrase: string }
  | { readonly code: 'phrase-too-long'; readonly phrase: string; readonly most: number }
  | { readonly code: 'phrase-too-short'; readonly phrase: string }
  | { readonly code: 'phrase-twice'; readonly phrase: string }
  | { readonly code: 'phrase-never-found'; readonly phrase: string; readonly by: string }

/** Every reason to refuse a list, in its order. A phrase of one or two letters, or one that a phrase to leave alone always covers, is a slip. */
export function checkWordList(list: UrgentWordList): readonly ListProblem[] {
  const phrases = list.phrases.map(({ words }) => words)
  return [
    ...tooMany(phrases, urgentListLimits.phrases),
    ...tooMany(list.leaveAlone, urgentListLimits.leaveAlone),
    ...[...phrases, ...list.leaveAlone].flatMap(problemOfPhrase),
    ...twice(phrases),
    ...twice(list.leaveAlone),
    ...neverFound(phrases, list.leaveAlone),
  ]
}

const tooMany = (phrases: readonly string[], most: number): readonly ListProblem[] =>
  phrases.length > most ? [{ code: 'phrases-too-many', most }] : []

function problemOfPhrase(phrase: string): readonly ListProblem[] {
  const { words: most, characters } = urgentListLimits
  const steps = compiled(phrase).filter((step) => step !== 'gap')
  if (steps.length === 0) return [{ code: 'phrase-empty', phrase }]
  if (steps.length > most || phrase.length > characters)
    return [{ code: 'phrase-too-long', phrase: phrase.slice(0, characters), most }]
  const letters = steps.reduce((sum, { word }) => sum + word.length, 0)
  return letters < 3 ? [{ code: 'phrase-too-short', phrase }] : []
}

const spellingOf = (phrase: string): string => JSON.stringify(compiled(phrase))

const twice = (phrases: readonly string[]): readonly ListProblem[] => {
  const spellings = phrases.map(spellingOf)
  return phrases
    .filter((_phrase, at) => spellings.indexOf(spellings[at] as string) < at)
    .map((phrase) => ({ code: 'phrase-twice', phrase }))
}

function neverFound(
  phrases: readonly string[],
  leaveAlone: readonly string[],
): readonly ListProblem[] {
  return phrases.flatMap((phrase): readonly ListProblem[] => {
    const words = wordsIn(phrase.replaceAll(/[*…]/gu, ' '))
    const by = leaveAlone.find(
      (other) =>
        placesIn(
          words,
          ready([other], (only) => only),
        ).length > 0,
    )
    return by === undefined || compiled(phrase).includes('gap')
      ? []
      : [{ code: 'phrase-never-found', phrase, by }]
  })
}
