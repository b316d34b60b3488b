import { describe, expect, it } from 'vitest'
import { applyEdit } from './apply-edit.ts'
import { checkDraft, findingKey, placeIn } from './check-draft.ts'
import { checkFairness } from './check-fairness.ts'
import { checkTime } from './check-time.ts'
import { busConsultation } from '../../consultation/bus-consultation.fixture.ts'
import type { Consultation } from '../../consultation/consultation.ts'
import type { Question } from '../../question/question.ts'
import { busDraft, editId, ros } from './draft.fixture.ts'
import { keyOf, wordsKey, type Draft } from './draft.ts'
import { electionDays } from './election-periods.ts'
import type { Edit } from './edit.ts'
import { blankDraft } from './take-apart.ts'

const now = new Date('2027-01-04T09:00:00Z')
const after = (draft: Draft, edit: Edit): Draft => {
  const result = applyEdit(draft, edit, { id: editId(1), by: ros, at: now.toISOString() })
  if (!result.ok) throw new Error(result.problem)
  return result.draft
}

describe('checkDraft', () => {
  it('says of an empty draft what has to be written, in words for people and each once', () => {
    const { findings, consultation } = checkDraft(blankDraft(busDraft.id, '', ''), now)
    expect(consultation).toBeUndefined()
    expect(findings.every(({ level }) => level === 'blocks')).toBe(true)
    const words = findings.map((finding) => finding.words)
    expect(words).toContain('Write the title')
    expect(words).toContain('Say when it closes')
    expect(words).toContain('Add a section with questions')
    expect(words.join(' ')).not.toMatch(/quotation marks|brackets|braces|not there/)
    expect(new Set(findings.map(findingKey)).size).toBe(findings.length)
  })

  it('gives the consultation when nothing blocks, and advice beside it', () => {
    const { findings, consultation } = checkDraft(busDraft, now)
    expect(consultation).toEqual(busConsultation)
    expect(findings.map(({ level }) => level)).not.toContain('blocks')
    expect(findings.map(({ words }) => words).join('\n')).toMatch(/less than 6 weeks/)
  })

  it('names the part and the field where something is put right', () => {
    const draft = after(busDraft, {
      do: 'set',
      part: keyOf('question', 'bus-trouble'),
      field: 'showIf',
      was: { question: 'how-travel', includes: ['bus'] },
      now: { question: 'publish', includes: ['given'] },
    })
    expect(checkDraft(draft, now).findings[0]).toMatchObject({
      level: 'blocks',
      part: 'question:bus-trouble',
      field: 'showIf',
    })
  })

  it('puts what blocks first', () => {
    const draft = after(busDraft, {
      do: 'set',
      part: keyOf('section', 'you'),
      field: 'purpose',
      was: 'equality',
      now: 'publication',
    })
    const twice = after(draft, {
      do: 'set',
      part: keyOf('question', 'bus-words'),
      field: 'showIf',
      was: { question: 'bus-trouble', includes: ['yes', 'dont-know'] },
      now: { question: 'bus-trouble', includes: ['maybe'] },
    })
    const levels = checkDraft(twice, now).findings.map(({ level }) => level)
    expect(levels.slice(0, 2)).toEqual(['blocks', 'advice'])
    expect(levels.slice(1)).not.toContain('blocks')
  })

  it.each([
    [['title'], { part: 'about', field: 'title' }],
    [['opensAt'], { part: 'dates', field: 'opensAt' }],
    [['promise', 'by'], { part: 'dates', field: 'promiseBy' }],
    [['contact', 'email'], { part: 'contact', field: 'email' }],
    [['glossary', 2, 'word'], { part: 'glossary', field: 'words' }],
    [['documents', 0, 'blocks', 3], { part: 'document:plan', field: 'blocks' }],
    [['sections', 1, 'title'], { part: 'section:views', field: 'title' }],
    [
      ['sections', 1, 'questions', 0, 'options', 1],
      { part: 'question:one-place', field: 'options' },
    ],
    [['sections', 1, 'questions', 0], { part: 'question:one-place' }],
    [['editions'], { part: 'about', field: 'editions' }],
    [['editions', 0, 'summary'], { part: 'edition:cy', field: 'summary' }],
    [
      ['editions', 0, 'sections', 0, 'questions', 1, 'title'],
      { part: wordsKey('cy', 'question:bus-trouble'), field: 'title' },
    ],
    [
      ['editions', 0, 'documents', 0, 'blocks', 0],
      { part: wordsKey('cy', 'document:plan'), field: 'blocks' },
    ],
  ])('finds the place of %j', (path, place) => {
    const welsh = after(busDraft, { do: 'add', part: 'edition:cy', fields: {}, place: {} })
    expect(placeIn(welsh, path)).toEqual(place)
  })
})

const during = (opensAt: string, closesAt: string) =>
  checkTime({ opensAt, closesAt }, now).map(({ words }) => words)

describe('checkTime', () => {
  it('has nothing to say of twelve working weeks', () => {
    expect(during('2027-09-06T09:00:00+01:00', '2027-11-29T17:00:00+00:00')).toEqual([])
  })

  it.each([
    ['2027-09-06T09:00:00+01:00', '2027-10-18T08:59:00+01:00', '5 weeks'],
    ['2027-09-06T09:00:00+01:00', '2027-09-09T09:00:00+01:00', '3 days'],
    ['2027-09-06T09:00:00+01:00', '2027-09-07T09:00:00+01:00', '1 day'],
  ])('points out %s to %s', (opens, closes, length) => {
    expect(during(opens, closes)[0]).toBe(`Open for ${length}, which is less than 6 weeks`)
  })

  it('lets six weeks to the minute pass', () => {
    expect(during('2027-09-06T09:00:00+01:00', '2027-10-18T09:00:00+01:00')).toEqual([])
  })

  it.each([
    ['2027-11-01T09:00:00+00:00', '2027-12-24T12:00:00+00:00', /Christmas and New Year \(2027/],
    ['2026-12-30T09:00:00+00:00', '2027-03-01T12:00:00+00:00', /Christmas and New Year \(2026/],
    ['2027-06-01T09:00:00+01:00', '2027-08-10T12:00:00+01:00', /summer holidays of 2027/],
    ['2027-03-01T09:00:00+00:00', '2027-04-30T12:00:00+01:00', /local elections of 2027/],
    [
      '2027-05-03T09:00:00+01:00',
      '2027-07-01T12:00:00+01:00',
      /opens on a bank holiday, 3 May 2027/,
    ],
    ['2027-09-06T09:00:00+01:00', '2027-11-28T12:00:00+00:00', /closes at a weekend, 28 November/],
    ['2026-09-06T09:00:00+01:00', '2027-02-26T12:00:00+00:00', /This day has passed/],
  ])('points out what lies between %s and %s', (opens, closes, words) => {
    expect(during(opens, closes).join('\n')).toMatch(words)
  })

  it('does not look up centuries for a date that was mistyped', () => {
    expect(during('2027-09-06T09:00:00+01:00', '9027-11-29T17:00:00+00:00').length).toBeLessThan(20)
  })

  it('knows the first Thursday in May', () => {
    expect([2026, 2027, 2028, 2031].map((year) => electionDays(year)[0]?.until)).toEqual([
      '2026-05-07',
      '2027-05-06',
      '2028-05-04',
      '2031-05-01',
    ])
  })
})

describe('checkFairness', () => {
  const asking = (question: Partial<Question>, more: Partial<Consultation> = {}): string =>
    checkFairness({
      ...busConsultation,
      ...more,
      sections: [
        {
          id: 's',
          title: 'S',
          questions: [
            {
              id: 'q',
              kind: 'yes-no',
              title: 'Is it far?',
              about: 'it',
              why: 'To know.',
              ...question,
            } as Question,
          ],
        },
      ],
    })
      .map(({ words }) => words)
      .join('\n')

  it.each([
    'Do you agree that one clinic is enough?',
    'Don’t you think that it is too far?',
    'How much do you support the plan?',
    'What do you think of our improved clinic?',
    'Surely two clinics are enough?',
  ])('takes “%s” for a leading question', (title) => {
    expect(asking({ title })).toContain('This may lead people')
  })

  it.each([
    'How far do you agree or disagree?',
    'What do you think of the plan?',
    'How do you travel to us?',
    'Is the clinic far from your home?',
  ])('has nothing against “%s”', (title) => {
    expect(asking({ title })).not.toContain('This may lead people')
  })

  it('misses a reason, and not of what explains itself', () => {
    expect(asking({ why: undefined })).toContain('why we ask')
    expect(asking({ kind: 'date', why: undefined })).not.toContain('why we ask')
    expect(asking({})).not.toContain('why we ask')
  })

  const choosing = (...labels: readonly string[]) =>
    asking({
      kind: 'one-of',
      title: 'Which option do you prefer?',
      options: labels.map((label, index) => ({ code: `o${index}`, label })),
    } as Partial<Question>)

  it('misses a real alternative', () => {
    expect(choosing('One clinic', 'Two clinics')).toContain('no real alternative')
    expect(choosing('One clinic', 'Keep things as they are')).not.toContain('no real alternative')
    expect(choosing('One clinic', 'Something else')).not.toContain('no real alternative')
  })

  it('misses equality questions and other forms, until they are there', () => {
    expect(asking({})).toMatch(/equality questions[\s\S]*No other form is offered/)
    expect(asking({}, { summary: 'Ask us for it in Easy Read.' })).not.toContain('No other form')
    expect(asking({}, { editions: [{ id: 'easy-read' }] })).not.toContain('No other form')
    expect(
      checkFairness(busConsultation)
        .map(({ words }) => words)
        .join(),
    ).not.toContain('equality')
  })
})
