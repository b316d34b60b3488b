import { describe, expect, it } from 'vitest'
import {
  activityContext,
  activityOf,
  collectionHead,
  exportColumns,
  rowOf,
  type ExportedContribution,
} from './round-export.ts'
import { clinicRound } from './round.fixture.ts'
import type { ShownContribution, ShownWords } from './shown-contribution.ts'

const base = 'https://takepart.example/rounds/one-clinic-or-rooms'
const words: ShownWords = {
  kind: 'said',
  name: 'Bernard',
  self: 'a neighbour',
  stance: 'conditional',
  condition: 'there is a late bus',
  text: 'I asked [name removed] about it.',
  removed: [{ start: 8, end: 22, reason: 'It says who somebody is' }],
  quotations: [],
}
const one = (
  shown: Partial<ShownContribution> = {},
  quoted: ExportedContribution['quoted'] = [],
): ExportedContribution => ({
  shown: {
    number: 4,
    inReplyTo: 2,
    source: 'meeting',
    sourceNote: 'the carers’ group',
    shownOn: '2027-03-10',
    editedOn: '2027-03-12',
    replies: 0,
    words,
    acknowledged: { alike: 12, thinking: 7, wanted: 0 },
    ...shown,
  },
  quoted,
})
const quotation = {
  of: { kind: 'starter', id: 'clinic' },
  exact: 'keep the doors open',
  prefix: 'I can ',
  suffix: ' until nine',
} as const

describe('a closed round as Activity Streams', () => {
  it('is an ordered collection in the words of the recommendation, and its own for the rest', () => {
    const head = collectionHead(clinicRound(), base)
    expect(head).toMatchObject({
      id: `${base}/contributions.json`,
      type: 'OrderedCollection',
      name: 'One better clinic, or rooms nearer home?',
      attributedTo: { type: 'Organization', name: 'Example Vale NHS Trust' },
      startTime: '2027-03-01T09:00:00+00:00',
    })
    expect(head['@context'][0]).toBe('https://www.w3.org/ns/activitystreams')
    expect(head.starters[1]).toMatchObject({
      id: `${base}#starter-waiting-room`,
      type: 'Article',
      attributedTo: { type: 'Person', name: 'Amina' },
    })
    expect(head).not.toHaveProperty('cameOfIt')
  })

  it('has every word it uses that is not of the recommendation in its context', () => {
    const own = new Set(Object.keys(activityContext[1]))
    const ofRecommendation =
      'id type name summary url startTime endTime attributedTo context inReplyTo mediaType content published updated formerType @context'
    const used = [
      ...Object.keys(collectionHead(clinicRound({ summary: {} as never }), base)),
      ...Object.keys(activityOf(one({}, [quotation]), base)),
      ...Object.keys(activityOf(one({ words: { kind: 'withdrawn' } }), base)),
    ]
    expect(used.filter((name) => !own.has(name) && !ofRecommendation.includes(name))).toEqual([])
  })

  it('gives a contribution as a note that answers another, with what was said beside it', () => {
    expect(activityOf(one(), base)).toEqual({
      id: `${base}/said/4`,
      type: 'Note',
      context: base,
      inReplyTo: `${base}/said/2`,
      attributedTo: { type: 'Person', name: 'Bernard', summary: 'a neighbour' },
      mediaType: 'text/plain',
      content: 'I asked [name removed] about it.',
      published: '2027-03-10T00:00:00Z',
      updated: '2027-03-12T00:00:00Z',
      source: 'meeting',
      sourceNote: 'the carers’ group',
      stance: 'conditional',
      condition: 'there is a late bus',
      removed: words.removed,
      acknowledged: { alike: 10 },
    })
  })

  it('leaves out counts below the threshold, all of them where there are no others', () => {
    const few = one({ acknowledged: { alike: 7, thinking: 0, wanted: 0 } })
    expect(activityOf(few, base)).not.toHaveProperty('acknowledged')
    expect(rowOf(few, base).slice(-2)).toEqual(['', ''])
  })

  it('gives a quotation as an annotation with a text-quote selector', () => {
    expect(activityOf(one({}, [quotation]), base)).toMatchObject({
      quotes: [
        {
          '@context': 'http://www.w3.org/ns/anno.jsonld',
          type: 'Annotation',
          body: `${base}/said/4`,
          target: {
            source: `${base}#starter-clinic`,
            selector: {
              type: 'TextQuoteSelector',
              exact: 'keep the doors open',
              prefix: 'I can ',
              suffix: ' until nine',
            },
          },
        },
      ],
    })
  })

  it.each(['changing', 'withdrawn', 'removed'] as const)(
    'leaves nothing of what is %s but its place',
    (kind) => {
      expect(activityOf(one({ words: { kind } }), base)).toEqual({
        id: `${base}/said/4`,
        type: 'Tombstone',
        formerType: 'Note',
        inReplyTo: `${base}/said/2`,
      })
      expect(rowOf(one({ words: { kind } }), base).join('|')).not.toContain('Bernard')
    },
  )
})

describe('a closed round as a table', () => {
  it('has a cell for every column', () => {
    const row = rowOf(one({}, [quotation]), base)
    expect(row).toHaveLength(exportColumns.length)
    expect(Object.fromEntries(exportColumns.map((name, at) => [name, row[at]]))).toMatchObject({
      Number: '4',
      'Answers number': '2',
      Name: 'Bernard',
      'Yes, if': 'there is a late bus',
      'Where it comes from': 'meeting: the carers’ group',
      Quotations: '“keep the doors open”',
      'Parts taken out by a moderator': 'It says who somebody is',
      'About so many see it this way too': '10',
    })
  })
})
