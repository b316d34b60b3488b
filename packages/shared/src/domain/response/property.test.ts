import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, AnswerKind, Answers } from '../question/answer.ts'
import {
  busConsultation as consultation,
  busVersion,
} from '../consultation/bus-consultation.fixture.ts'
import { sameContent } from '../core/canonical-json.ts'
import { checkConsultation } from '../authoring/check-consultation.ts'
import { questionsOf } from '../consultation/consultation.ts'
import {
  changeResponseSchema,
  readResponseSchema,
  readResultSchema,
  receiptResultSchema,
  submitResponseSchema,
  withdrawResponseSchema,
} from '../consultation/consultation-schema.ts'
import type { Draft, Paging } from '../device/draft.ts'
import { mergeDrafts, newDraft } from '../device/draft.ts'
import type { ResponseId } from '../core/ids.ts'
import { answerTo, journeyPages, visibleQuestions } from '../consultation/journey.ts'
import { normaliseCode } from './private-code.ts'
import { checkAnswer, tidyAnswer } from '../question/question-kinds.ts'
import { isAnswered } from '../question/said.ts'
import { readDeviceFile } from '../device/record-file.ts'
import {
  acceptChange,
  acceptResponse,
  acceptWithdrawal,
  answersToSend,
  type AcceptedResponse,
} from './response.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { parseRichText } from '../core/rich-text.ts'

/*
 * 100,000 inputs to the procedures, from junk to nearly right: no rule throws, everything is accepted or refused, and
 * what is accepted would be accepted again. A failure prints the seed and the smallest input that shows it.
 */

const questions = questionsOf(consultation)
const codes = [
  'bus',
  'car',
  'other',
  'yes',
  'no',
  'dont-know',
  'later',
  'nearer',
  'phone',
  'none',
  'near',
  'soon',
  'same',
  'agree',
  'good',
  'poor',
  'staff',
  'rooms',
  '0',
  '10',
  'constructor',
  '__proto__',
  '',
  'x',
]
const code = fc.constantFrom(...codes)
const words = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '12',
      '1.5',
      '-1',
      '31',
      '2',
      '2027',
      'Late',
      '\u0000',
      '👩‍👩‍👧',
      'é',
      '\ud800',
    ),
  },
  fc.string({ maxLength: 30 }),
)
const said = fc.option(fc.dictionary(code, words, { maxKeys: 3 }), { nil: undefined })

const answerOf: { readonly [Kind in AnswerKind]: fc.Arbitrary<Answer> } = {
  'short-text': words.map((text) => ({ kind: 'short-text', text })),
  'long-text': fc
    .oneof(words, fc.string({ minLength: 90, maxLength: 120 }))
    .map((text) => ({ kind: 'long-text', text })),
  'one-of': fc
    .tuple(code, said)
    .map(([choice, say]) => ({ kind: 'one-of', choice, ...(say ? { say } : {}) })),
  'several-of': fc
    .tuple(fc.array(code, { maxLength: 4 }), said)
    .map(([choices, say]) => ({ kind: 'several-of', choices, ...(say ? { say } : {}) })),
  'yes-no': code.map((choice) => ({ kind: 'yes-no', choice })),
  agreement: code.map((choice) => ({ kind: 'agreement', choice })),
  'number-scale': code.map((choice) => ({ kind: 'number-scale', choice })),
  matrix: fc.dictionary(code, code, { maxKeys: 3 }).map((rows) => ({ kind: 'matrix', rows })),
  ranking: fc.array(code, { maxLength: 4 }).map((order) => ({ kind: 'ranking', order })),
  number: words.map((text) => ({ kind: 'number', text })),
  date: fc
    .tuple(words, words, words)
    .map(([day, month, year]) => ({ kind: 'date', day, month, year })),
  consent: fc.boolean().map((given) => ({ kind: 'consent', given })),
}
const anyAnswer = fc.oneof(...Object.values(answerOf))

/** Answers to the questions of the fixture: mostly of the right kind, in every state from empty to wrong. */
const answersToFixture: fc.Arbitrary<Answers> = fc
  .tuple(
    fc.record(
      Object.fromEntries(questions.map((question) => [question.id, answerOf[question.kind]])),
      { requiredKeys: [] },
    ),
    fc.option(
      fc.tuple(
        fc.constantFrom('nowhere', 'constructor', ...questions.map((question) => question.id)),
        anyAnswer,
      ),
      { freq: 1 },
    ),
  )
  .map(([given, odd]) => ({ ...given, ...(odd ? { [odd[0]]: odd[1] } : {}) }) as Answers)

/** Answers as our own client sends them after every check, so that a good part is accepted. */
const honestAnswers = answersToFixture.map((given): Answers => {
  const fitting = questions
    .filter((question) => checkAnswer(question, answerTo(given, question.id)).length === 0)
    .map((question) => [question.id, answerTo(given, question.id)] as const)
    .filter(([, answer]) => answer !== undefined)
  const mandatory: Answers = {
    'how-travel': { kind: 'one-of', choice: 'car' },
    'bus-trouble': { kind: 'yes-no', choice: 'no' },
  }
  return answersToSend(consultation, { ...mandatory, ...(Object.fromEntries(fitting) as Answers) })
})

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(undefined, null, Number.NaN, Infinity, 10n, '', [], {}),
)
const id = '7c0e9a52-5a3e-4c0e-9d0a-3f1f3a6c2b22'
const deviceTime = fc.oneof(
  fc.constantFrom(
    '2027-05-10T12:00:00Z',
    '2027-06-01T12:00:00Z',
    '1970-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    '',
    'soon',
  ),
  fc.string({ maxLength: 40 }),
)
const now = fc
  .integer({ min: -15, max: 30 })
  .map((days) => new Date(Date.parse('2027-05-10T12:00:00Z') + days * 86_400_000))
const times = { completedAt: deviceTime, sentAt: deviceTime }
const answers = fc.oneof(honestAnswers, answersToFixture)

/** A good input with nothing, one or two of its fields spoilt. */
const nearly = (fields: Record<string, fc.Arbitrary<unknown>>) => {
  const spoilt = fc.dictionary(
    fc.constantFrom(...Object.keys(fields), 'isAdmin', '__proto__'),
    junk,
    { maxKeys: 2 },
  )
  return fc
    .tuple(fc.record(fields), fc.option(spoilt, { freq: 2 }))
    .map(([good, bad]) => ({ ...good, ...bad }))
}
const mostly = (good: unknown, ...rest: readonly unknown[]) =>
  fc.constantFrom(...Array.from({ length: 8 }, () => good), ...rest)

const submit = nearly({
  responseId: mostly(id, 'x'),
  slug: mostly(consultation.slug, 'other'),
  version: mostly(3, 4),
  edition: fc.constant('standard'),
  answers,
  codeHash: mostly('a'.repeat(64), 'a'),
  ...times,
})
const change = nearly({
  changeId: mostly(id),
  responseId: mostly(id),
  code: words,
  baseRevision: mostly(2, 1),
  answers,
  ...times,
})
const withdraw = nearly({ changeId: mostly(id), responseId: mostly(id), code: words, ...times })
const read = nearly({
  reference: fc.oneof(words, fc.string({ maxLength: 120 })),
  code: fc.oneof(words, fc.string({ maxLength: 120 })),
})

type Outcome = 'not-parsed' | 'refused' | 'accepted'

/** What every outcome must be, whatever went in. */
function judged(result: Result<unknown>): Outcome {
  if (result.ok) return 'accepted'
  expect(result.problems.length).toBeGreaterThan(0)
  expect(receiptResultSchema.safeParse(result).success).toBe(true)
  return 'refused'
}

/** What is stored checks clean, is complete, and would be sent just so again. */
function clean({ answers: stored, completedAt, late }: AcceptedResponse, at: Date): void {
  const asked = new Map(
    visibleQuestions(consultation, stored).map((question) => [question.id, question]),
  )
  for (const question of asked.values())
    expect(checkAnswer(question, answerTo(stored, question.id))).toEqual([])
  for (const questionId of Object.keys(stored)) expect(asked.has(questionId)).toBe(true)
  expect(Object.keys(stored).length).toBeGreaterThan(0)
  expect(sameContent(answersToSend(consultation, stored), stored)).toBe(true)
  expect(completedAt.getTime()).toBeLessThanOrEqual(at.getTime())
  expect(late).toBe(at.getTime() >= Date.parse(consultation.closesAt))
}

/** Runs a property and tells how often each outcome came, so that a test that only meets refusals is noticed. */
function outcomes<Input>(
  arbitrary: fc.Arbitrary<Input>,
  runs: number,
  outcomeOf: (input: Input) => Outcome,
): Record<Outcome, number> {
  const counts = { 'not-parsed': 0, refused: 0, accepted: 0 }
  fc.assert(
    fc.property(arbitrary, (input) => {
      counts[outcomeOf(input)] += 1
    }),
    { numRuns: runs },
  )
  return counts
}

/** The outcomes that came in fewer than one run of twenty. */
const rare = (counts: Record<Outcome, number>, runs: number): readonly string[] =>
  Object.entries(counts)
    .filter(([, count]) => count < runs / 20)
    .map(([outcome]) => outcome)

describe('any input to a procedure', { timeout: 60_000 }, () => {
  it('is accepted or refused by response.submit', () => {
    const counts = outcomes(fc.tuple(submit, now), 40_000, ([input, at]) => {
      const parsed = submitResponseSchema.safeParse(input)
      if (!parsed.success) return 'not-parsed'
      const result = acceptResponse(busVersion, parsed.data, at)
      if (result.ok) clean(result.value, at)
      return judged(result)
    })
    expect(rare(counts, 40_000)).toEqual([])
  })

  it('is accepted or refused by response.change', () => {
    const held = fc.record({
      state: fc.constantFrom('received' as const, 'received' as const, 'withdrawn' as const),
      revision: mostly(2, 3) as fc.Arbitrary<number>,
    })
    const counts = outcomes(fc.tuple(change, held, now), 25_000, ([input, of, at]) => {
      const parsed = changeResponseSchema.safeParse(input)
      if (!parsed.success) return 'not-parsed'
      const result = acceptChange(busVersion, of, parsed.data, at)
      if (result.ok) clean(result.value, at)
      return judged(result)
    })
    expect(rare(counts, 25_000)).toEqual([])
  })

  it('is accepted or refused by response.withdraw', () => {
    const counts = outcomes(fc.tuple(withdraw, now), 15_000, ([input, at]) => {
      const parsed = withdrawResponseSchema.safeParse(input)
      return parsed.success ? judged(acceptWithdrawal(busVersion, parsed.data, at)) : 'not-parsed'
    })
    expect(rare(counts, 15_000)).toEqual([])
  })

  it('is read or refused by response.read', () => {
    const counts = outcomes(read, 12_000, (input) => {
      const parsed = readResponseSchema.safeParse(input)
      if (!parsed.success) return 'not-parsed'
      return judged(
        normaliseCode(parsed.data.code) === null
          ? refuse({ code: 'response-not-found' })
          : accept(true),
      )
    })
    expect(counts['not-parsed']).toBeGreaterThan(40)
    expect(counts.refused).toBeGreaterThan(40)
  })

  it('is refused by every schema when it is mere junk', () => {
    fc.assert(
      fc.property(fc.oneof(junk, fc.anything({ maxDepth: 3 })), (input) => {
        for (const schema of [
          submitResponseSchema,
          changeResponseSchema,
          withdrawResponseSchema,
          readResponseSchema,
          receiptResultSchema,
          readResultSchema,
        ]) {
          expect(schema.safeParse(input).success).toBe(false)
        }
      }),
      { numRuns: 8_000 },
    )
  })
})

describe('any answer', () => {
  it('checks the same after tidying, and tidying again changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), anyAnswer, (question, answer) => {
        const tidy = tidyAnswer(question, answer)
        expect(tidyAnswer(question, tidy)).toEqual(tidy)
        expect(isAnswered(question, tidy)).toBe(isAnswered(question, answer))
        expect(checkAnswer(question, tidy)).toEqual(checkAnswer(question, answer))
      }),
      { numRuns: 8_000 },
    )
  })
})

describe('any answers', () => {
  it('lead to pages that show every visible question once, in each paging', () => {
    fc.assert(
      fc.property(
        answersToFixture,
        fc.constantFrom<Paging>('question', 'section', 'all'),
        (given, paging) => {
          const pages = journeyPages(consultation, given, paging)
          expect(pages.flatMap((page) => page.questions)).toEqual(
            visibleQuestions(consultation, given),
          )
          expect(pages.map((page) => page.number)).toEqual(pages.map((_, index) => index + 1))
          expect(pages.every((page) => page.of === pages.length && page.questions.length > 0)).toBe(
            true,
          )
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it('are never refused as not asked when our own client sends them', () => {
    fc.assert(
      fc.property(answersToFixture, (given) => {
        const sent = answersToSend(consultation, given)
        const asked = visibleQuestions(consultation, given).map((question) => question.id)
        expect(visibleQuestions(consultation, sent).map((question) => question.id)).toEqual(asked)
        expect(Object.keys(sent).every((questionId) => asked.includes(questionId))).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('any two drafts', () => {
  const start = {
    id: id as ResponseId,
    version: busVersion,
    code: '',
    ownDevice: true,
    now: '2027-05-10',
  }
  const draftWith = (given: Answers, changedAt: string): Draft => ({
    ...newDraft(start),
    answers: given,
    changedAt,
  })
  const few = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'constructor'), anyAnswer, {
    maxKeys: 4,
  })
  /** Answers that began from `base`, with some changed. */
  const from = (base: Answers) => few.map((changes) => ({ ...base, ...changes }))
  const pair = few.chain((base) => fc.tuple(fc.constant(base), from(base), from(base)))

  const keeps = (draft: Draft, questionId: string, answer: Answer): boolean => {
    const kept = [
      answerTo(draft.answers, questionId),
      ...draft.others
        .filter((other) => other.questionId === questionId)
        .map((other) => other.answer),
    ]
    return kept.some(
      (one) =>
        sameContent(one, answer) ||
        (one !== null &&
          one !== undefined &&
          'text' in one &&
          'text' in answer &&
          one.text.startsWith(answer.text)),
    )
  }

  it('are merged without losing anything written in either', () => {
    fc.assert(
      fc.property(pair, ([base, mine, theirs]) => {
        const merged = mergeDrafts(
          base,
          draftWith(mine, '2027-05-11'),
          draftWith(theirs, '2027-05-12'),
        )
        for (const [questionId, answer] of [...Object.entries(mine), ...Object.entries(theirs)]) {
          if (!sameContent(answer, answerTo(base, questionId)))
            expect(keeps(merged, questionId, answer), questionId).toBe(true)
        }
      }),
      { numRuns: 5_000 },
    )
  })

  it('are merged into mine when nothing was written elsewhere, and into theirs when nothing was written here', () => {
    fc.assert(
      fc.property(pair, ([base, mine]) => {
        const [unchanged, changed] = [draftWith(base, '2027-05-11'), draftWith(mine, '2027-05-12')]
        for (const merged of [
          mergeDrafts(base, changed, unchanged),
          mergeDrafts(base, unchanged, changed),
        ]) {
          expect(sameContent(merged.answers, mine)).toBe(true)
          expect(merged.others).toEqual([])
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('any text', () => {
  const markup = fc
    .array(
      fc.oneof(
        fc.constantFrom('**', '*', '[', ']', '](', '(', ')', '/', 'https://a', 'javascript:', '\n'),
        fc.string({ maxLength: 5 }),
      ),
    )
    .map((parts) => parts.join(''))

  it('keeps its words as rich text, and links only where that is allowed', () => {
    fc.assert(
      fc.property(markup, (written) => {
        const runs = parseRichText(written)
        for (const { href } of runs)
          expect(href === undefined || /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(href)).toBe(
            true,
          )
        if (!written.includes('**') && !written.includes(']('))
          expect(runs.map((run) => run.text).join('')).toBe(written)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is read as a file of records or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .array(junk)
            .map((records) =>
              JSON.stringify({ format: 'takepart/device/1', records }, (_, value: unknown) =>
                typeof value === 'bigint' ? String(value) : value,
              ),
            ),
        ),
        (text) => {
          const file = readDeviceFile(text)
          expect(file.ok ? file.records : []).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('any document', () => {
  /** The good document with one value anywhere in it replaced by junk. */
  const places = placesIn(consultation, [])
  const spoilt = fc
    .tuple(fc.constantFrom(...places), junk)
    .map(([path, value]) => replaced(consultation, path, value))

  it('is checked without an exception, and is good or has an error', () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 4, arbitrary: spoilt }, { weight: 1, arbitrary: junk }),
        (document) => {
          const checked = checkConsultation(document)
          expect(checked.consultation === undefined).toBe(
            checked.problems.some((problem) => problem.level === 'error'),
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})

type Path = readonly (string | number)[]

function placesIn(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inside = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : Object.entries(value)
  return [path, ...inside.flatMap(([step, item]) => placesIn(item, [...path, step]))]
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? replaced(item, rest, by) : item))
  return Object.fromEntries(
    Object.entries(value as object).map(([name, item]) => [
      name,
      name === step ? replaced(item, rest, by) : (item as unknown),
    ]),
  )
}
