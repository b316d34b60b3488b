import { acknowledgements, roundedCount, type Acknowledgement } from './acknowledgement.ts'
import type { Quotation, QuotationSource } from './quotation.ts'
import type { Round } from './round.ts'
import type { ShownContribution, ShownWords } from './shown-contribution.ts'

/**
 * A closed round as data: a collection of W3C Activity Streams 2.0 (https://www.w3.org/TR/activitystreams-core/) in which
 * each contribution is a Note and each quotation an annotation with a text-quote selector of the Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/). It holds what every reader of the pages sees, and nothing else: what is not
 * shown any more is a Tombstone, and counts below the threshold are left out.
 */
export const activityContext = [
  'https://www.w3.org/ns/activitystreams',
  {
    takepart: 'https://takepart.example/ns#',
    stance: 'takepart:stance',
    condition: 'takepart:condition',
    source: 'takepart:source',
    sourceNote: 'takepart:sourceNote',
    acknowledged: 'takepart:acknowledged',
    quotes: 'takepart:quotes',
    removed: 'takepart:removed',
    starters: 'takepart:starters',
    rules: 'takepart:rules',
    cameOfIt: 'takepart:cameOfIt',
  },
] as const

const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

/** A contribution with its quotations as they are found in the texts that are shown now; those that are not are not there. */
export interface ExportedContribution {
  readonly shown: ShownContribution
  readonly quoted: readonly Quotation[]
}

/**
 * All of the collection but what is in it and how much that is.
 *
 * @param base the address of the round, with the origin of the site where it is known
 */
export const collectionHead = (round: Round, base: string) => ({
  '@context': activityContext,
  id: `${base}/contributions.json`,
  type: 'OrderedCollection',
  name: round.title,
  summary: round.lede,
  url: base,
  startTime: round.opensAt,
  endTime: round.closesAt,
  attributedTo: { type: 'Organization', name: round.trust.name },
  rules: round.rules,
  starters: round.starters.map((starter) => ({
    id: `${base}#starter-${starter.id}`,
    type: 'Article',
    name: starter.title,
    mediaType: 'text/plain',
    content: starter.paragraphs.join('\n\n'),
    attributedTo: personOf(starter),
    source: starter.source,
  })),
  ...(round.summary ? { cameOfIt: round.summary } : {}),
})

const personOf = ({ name, self }: { readonly name: string; readonly self?: string }) => ({
  type: 'Person',
  name,
  ...(self === undefined ? {} : { summary: self }),
})

/** A contribution as an object of the collection. */
export function activityOf({ shown, quoted }: ExportedContribution, base: string) {
  const id = saidAt(base, shown.number)
  const reply = shown.inReplyTo === undefined ? {} : { inReplyTo: saidAt(base, shown.inReplyTo) }
  const { words } = shown
  if (words.kind !== 'said') return { id, type: 'Tombstone', formerType: 'Note', ...reply }
  return {
    id,
    type: 'Note',
    context: base,
    ...reply,
    attributedTo: personOf(words),
    mediaType: 'text/plain',
    content: words.text,
    published: `${shown.shownOn}T00:00:00Z`,
    ...(shown.editedOn === undefined ? {} : { updated: `${shown.editedOn}T00:00:00Z` }),
    source: shown.source,
    ...(shown.sourceNote === undefined ? {} : { sourceNote: shown.sourceNote }),
    ...(words.stance === undefined ? {} : { stance: words.stance }),
    ...(words.condition === undefined ? {} : { condition: words.condition }),
    ...(words.removed.length === 0 ? {} : { removed: words.removed }),
    ...(quoted.length === 0 ? {} : { quotes: quoted.map((one) => annotationOf(one, id, base)) }),
    ...countsOf(shown),
  }
}

const annotationOf = ({ of, exact, prefix, suffix }: Quotation, body: string, base: string) => ({
  '@context': annotationContext,
  type: 'Annotation',
  motivation: 'replying',
  body,
  target: {
    source: textAt(base, of),
    selector: { type: 'TextQuoteSelector', exact, prefix, suffix },
  },
})

const saidAt = (base: string, number: number): string => `${base}/said/${number}`

const textAt = (base: string, of: QuotationSource): string =>
  of.kind === 'starter' ? `${base}#starter-${of.id}` : saidAt(base, of.number)

function countsOf({ acknowledged }: ShownContribution): {
  readonly acknowledged?: Readonly<Partial<Record<Acknowledgement, number>>>
} {
  const counts = acknowledgements.flatMap((kind) => {
    const count = roundedCount(acknowledged[kind])
    return count === undefined ? [] : [[kind, count] as const]
  })
  return counts.length === 0 ? {} : { acknowledged: Object.fromEntries(counts) }
}

/** The columns of the same as a table, in order. */
export const exportColumns = [
  'Number',
  'Address',
  'Answers number',
  'Shown on',
  'Changed on',
  'Name',
  'How they describe themselves',
  'Stance',
  'Yes, if',
  'Where it comes from',
  'Text',
  'Quotations',
  'Parts taken out by a moderator',
  'Replies',
  'About so many see it this way too',
  'About so many were made to think',
] as const

/** A contribution as a row of the table, a cell for each column; cells of what is not shown any more are empty. */
export function rowOf({ shown, quoted }: ExportedContribution, base: string): readonly string[] {
  const { words } = shown
  const { acknowledged } = countsOf(shown)
  const said: Partial<ShownWords> = words.kind === 'said' ? words : {}
  return [
    shown.number,
    saidAt(base, shown.number),
    shown.inReplyTo,
    shown.shownOn,
    shown.editedOn,
    said.name,
    said.self,
    said.stance,
    said.condition,
    [shown.source, shown.sourceNote].filter(Boolean).join(': '),
    said.text ?? `[${words.kind}]`,
    quoted.map(({ exact }) => `“${exact}”`).join('\n'),
    (said.removed ?? []).map(({ reason }) => reason).join('; '),
    shown.replies,
    acknowledged?.alike,
    acknowledged?.thinking,
  ].map((cell) => (cell === undefined ? '' : String(cell)))
}
