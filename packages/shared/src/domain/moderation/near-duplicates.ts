/**
 * Texts that are nearly the same: a campaign letter with its variants, or one paper form typed in twice. They are found so
 * that staff can label them and read what each person added; nothing is ever dropped because of it.
 *
 * Candidates come from MinHash signatures in bands (Broder 1997; Leskovec, Rajaraman and Ullman, "Mining of Massive
 * Datasets", chapter 3), so the work grows with the number of texts and not with its square. Each candidate pair is then
 * compared exactly. The same texts give the same groups whatever order they come in.
 */
export interface LikeText {
  readonly id: string
  readonly text: string
}

export interface LikeGroup {
  /** The text most people sent unchanged; of several, the longest. */
  readonly model: string
  /** Everybody in the group, the model too, in order of id. */
  readonly ids: readonly string[]
  /** How many sent the same words, capitals, punctuation and spacing aside. */
  readonly identical: number
}

/** Shorter texts are stock answers ("Nothing", "Everything was good"): alike by chance, never a campaign. */
const fewestWords = 14
/** Of the pairs of words in the shorter of two texts, the share that must be in the other. */
const leastShared = 0.34
/** And at least so many, so that a sentence quoted in two letters does not join them. */
const fewestShared = 8
const bands = 96
const rows = 3
/** In one bucket a text is compared with so many others at most: enough to join a group, few enough for any bucket. */
const mostCompared = 12

/** Groups of two or more. A text in no group is like no other. */
export function groupLikeTexts(texts: readonly LikeText[]): readonly LikeGroup[] {
  const different = differentTexts(texts)
  const groups = createGroups(different.length)
  for (const bucket of bucketsOf(different)) joinAlike(bucket, different, groups)
  const members = new Map<number, DifferentText[]>()
  different.forEach((text, index) => {
    const root = groups.find(index)
    members.set(root, [...(members.get(root) ?? []), text])
  })
  return [...members.values()]
    .map(groupOf)
    .filter(({ ids }) => ids.length > 1)
    .sort((one, other) => (one.model < other.model ? -1 : 1))
}

/**
 * The sentences of a text that are not in the model: what somebody added to a letter, or changed in it. A changed sentence
 * can turn the letter's meaning round ("I support the move"), so it is shown whole.
 */
export function ownWordsIn(text: string, model: string): readonly string[] {
  const known = pairsOf(wordsOf(model))
  return sentencesOf(text).filter((sentence) => {
    const words = wordsOf(sentence)
    if (words.length === 0) return false
    if (words.length === 1) return !wordsOf(model).includes(words[0] as string)
    const pairs = pairsOf(words)
    return shared(pairs, known) < pairs.size
  })
}

interface DifferentText {
  readonly ids: readonly string[]
  readonly words: number
  readonly pairs: ReadonlySet<number>
}

/** Identical texts are one from here on: of 5,000 copies of a letter one is compared. */
function differentTexts(texts: readonly LikeText[]): readonly DifferentText[] {
  const byWords = new Map<string, string[]>()
  for (const { id, text } of texts) {
    const words = wordsOf(text).join(' ')
    const ids = byWords.get(words)
    if (ids) ids.push(id)
    else byWords.set(words, [id])
  }
  return [...byWords]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([text, ids]) => ({ ids: ids.sort(), words: text.split(' ') }))
    .filter(({ words }) => words.length >= fewestWords)
    .map(({ ids, words }) => ({ ids, words: words.length, pairs: pairsOf(words) }))
}

function groupOf(members: readonly DifferentText[]): LikeGroup {
  const [model] = [...members].sort(
    (one, other) =>
      other.ids.length - one.ids.length ||
      other.words - one.words ||
      ((one.ids[0] as string) < (other.ids[0] as string) ? -1 : 1),
  )
  return {
    model: model?.ids[0] as string,
    ids: members.flatMap(({ ids }) => ids).sort(),
    identical: model?.ids.length ?? 0,
  }
}

/** Capitals, punctuation, accents and typographic apostrophes aside. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** Every two neighbouring words as one number. Two words, since 20 % of words changed leave 64 % of pairs and 51 % of threes. */
function pairsOf(words: readonly string[]): ReadonlySet<number> {
  const pairs = new Set<number>()
  for (let at = 1; at < words.length; at += 1)
    pairs.add(hashOf(`${words[at - 1] as string} ${words[at] as string}`))
  return pairs
}

/** FNV-1a, 32 bits, mixed at the end so that neighbouring texts are not neighbouring numbers. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mixed(hash)
}

/** The finaliser of MurmurHash3. */
function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function shared(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let count = 0
  for (const pair of one) if (other.has(pair)) count += 1
  return count
}

function alike(one: DifferentText, other: DifferentText): boolean {
  const [fewer, more] = one.pairs.size <= other.pairs.size ? [one, other] : [other, one]
  const both = shared(fewer.pairs, more.pairs)
  return both >= fewestShared && both >= leastShared * fewer.pairs.size
}

/** Texts whose signatures agree in all rows of a band are in one bucket of it. */
function bucketsOf(texts: readonly DifferentText[]): readonly (readonly number[])[] {
  const buckets = new Map<string, number[]>()
  texts.forEach(({ pairs }, index) => {
    const signature = signatureOf(pairs)
    for (let band = 0; band < bands; band += 1) {
      const key = `${band} ${signature.subarray(band * rows, (band + 1) * rows).join(' ')}`
      const bucket = buckets.get(key)
      if (bucket) bucket.push(index)
      else buckets.set(key, [index])
    }
  })
  return [...buckets.values()].filter(({ length }) => length > 1)
}

function signatureOf(pairs: ReadonlySet<number>): Uint32Array {
  const signature = new Uint32Array(bands * rows).fill(0xffffffff)
  for (const pair of pairs)
    for (let at = 0; at < signature.length; at += 1) {
      const hash = mixed(pair ^ Math.imul(at + 1, 0x9e3779b1))
      if (hash < (signature[at] as number)) signature[at] = hash
    }
  return signature
}

function joinAlike(
  bucket: readonly number[],
  texts: readonly DifferentText[],
  groups: Groups,
): void {
  for (let at = 1; at < bucket.length; at += 1) {
    const index = bucket[at] as number
    let compared = 0
    for (let before = at - 1; before >= 0 && compared < mostCompared; before -= 1) {
      const other = bucket[before] as number
      if (groups.find(index) === groups.find(other)) continue
      compared += 1
      if (alike(texts[index] as DifferentText, texts[other] as DifferentText))
        groups.join(index, other)
    }
  }
}

interface Groups {
  find(index: number): number
  join(one: number, other: number): void
}

/** Disjoint sets, with paths halved as they are walked. */
function createGroups(count: number): Groups {
  const parents = Array.from({ length: count }, (_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number
      at = parents[at] as number
    }
    return at
  }
  return {
    find,
    join: (one, other) => {
      const [low, high] = [find(one), find(other)].sort((a, b) => a - b) as [number, number]
      parents[high] = low
    },
  }
}
