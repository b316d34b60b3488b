import { checkConsultation } from '@takepart/shared/domain/authoring/check-consultation'
import { describe, expect, it } from 'vitest'
import { smallConsultation } from '../test-support/sample-response.ts'
import { checkReport, problemLines } from './check-report.ts'

const paragraph = (text: string) => ({ kind: 'paragraph', text })
const saying = (...texts: readonly string[]) =>
  smallConsultation({
    summary: 'We have two waiting rooms. Tell us what they should be like.',
    promise: { by: '2027-05-20', text: 'We say what we did.' },
    documents: [
      { id: 'plan', title: 'The plan', minutes: 1, blocks: texts.map(paragraph) },
    ] as never,
  })
/** Advice that the consultation of these tests always gets: it has no editions. */
const onEditions = /^ {2}Editions\n {4}editions: There is no edition in .*\n/m
const reportOn = (document: unknown): readonly string[] =>
  checkReport('a.json', checkConsultation(document)).replace(onEditions, '').split('\n')

describe('checkReport', () => {
  it('says first how things stand, then how hard each part is to read', () => {
    const [first, ...rest] = reportOn(
      saying('We may paint the rooms. Tell us what colour you like.'),
    )
    expect(first).toMatch(
      /^a\.json: no problems, 1 piece of advice\. It reads at an age of \d+ to \d+$/,
    )
    expect(rest[0]).toBe(
      '  Reading grade, part by part. Aim for grade 6 or less, an age of 9 to 11',
    )
    expect(rest).toContainEqual(expect.stringMatching(/^ {4}The plan +– {2}11 words$/))
    expect(rest.at(-1)).toBe('')
  })

  it('names what stops publishing by its place, and gives advice once nothing does', () => {
    expect(reportOn(saying('See below: [click here](/help).'))).toEqual([
      'a.json: 1 problem to put right before publishing',
      '  error: documents › 1 (plan) › blocks › 1 › text: The link “click here” does not say where it leads. Name what people find there, like “bus times to the clinic”',
      '',
    ])
  })

  it('gives advice by topic, and no more than ten lines of each', () => {
    const lines = reportOn(
      saying('The EIA is done.', ...Array.from({ length: 13 }, () => 'See below.')),
    )
    expect(lines[0]).toMatch(/^a\.json: no problems, 15 pieces of advice\./)
    expect(lines[1]).toBe('  Abbreviations')
    expect(lines[2]).toMatch(
      /^ {4}documents › 1 \(plan\) › blocks › 1 › text: “EIA” is not explained/,
    )
    expect(lines[3]).toBe('  Pointing by place or colour')
    expect(lines[14]).toBe('    … and 3 more')
  })

  it('shows the hardest sentences, cut where they never end, and the long words', () => {
    const lines = reportOn(
      saying(
        `We ask about accountability${' and the old waiting room'.repeat(20)}.`,
        'Our accountability.',
      ),
    )
    const hardest = lines.indexOf('  Hardest sentences')
    expect(lines[hardest + 1]).toMatch(
      /^ {4}documents › 1 \(plan\) › blocks › 1 › text: 104 words, grade \d+: “We ask about .{200,}…”$/,
    )
    expect(lines.at(-2)).toBe(
      '    accountability, 2 times, first in documents › 1 (plan) › blocks › 1 › text',
    )
  })

  it('counts warnings about the file as advice', () => {
    const lines = reportOn({ ...saying('Nothing has been decided.'), minutes: 200 })
    expect(lines[0]).toContain('no problems, 2 pieces of advice')
    expect(lines[1]).toMatch(/^ {2}warning: minutes: 200 minutes for/)
  })

  it('shows nothing that a terminal would obey', () => {
    expect(
      checkReport('a.json', checkConsultation({ ...saying('Hello.'), '\u001b[2Jgone': 1 })),
    ).not.toContain('\u001b')
  })
})

it('puts what stops publishing first', () => {
  expect(
    problemLines([
      { level: 'warning', place: 'minutes', words: 'Short' },
      { level: 'error', place: '', words: 'Wrong' },
    ]),
  ).toEqual(['  error: Wrong', '  warning: minutes: Short'])
})
