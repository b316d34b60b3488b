import { describe, expect, it } from 'vitest'
import type { Answers } from '../question/answer.ts'
import { busConsultation, busVersion } from '../consultation/bus-consultation.fixture.ts'
import type { ChangeId, ResponseId } from '../core/ids.ts'
import type { ChangeResponse, SubmitResponse, WithdrawResponse } from './response.ts'
import {
  acceptChange,
  acceptResponse,
  acceptWithdrawal,
  answersToSend,
  toTheHour,
} from './response.ts'

const open = new Date('2027-05-10T12:00:00Z')
const closing = new Date(busConsultation.closesAt)
const after = (date: Date, hours: number) => new Date(date.getTime() + hours * 3_600_000)
const byCar: Answers = { 'how-travel': { kind: 'one-of', choice: 'car' } }

const response: SubmitResponse = {
  responseId: '7c0e9a52-5a3e-4c0e-9d0a-3f1f3a6c2b22' as ResponseId,
  slug: 'bus-to-the-clinic',
  version: 3,
  edition: 'standard',
  answers: byCar,
  codeHash: 'a'.repeat(64),
  completedAt: '2027-05-10T11:59:00.000Z',
  sentAt: '2027-05-10T11:59:00.000Z',
}
const change: ChangeResponse = {
  changeId: '8c0e9a52-5a3e-4c0e-9d0a-3f1f3a6c2b33' as ChangeId,
  responseId: response.responseId,
  code: '0123-4567-89AB-CDEF-GHJK',
  baseRevision: 2,
  answers: byCar,
  completedAt: response.completedAt,
  sentAt: response.sentAt,
}
/** Finished this many hours before it is sent, by a device whose clock is years wrong. */
const waited = (hours: number) => {
  const completed = new Date('1999-12-31T23:00:00Z')
  return { completedAt: completed.toISOString(), sentAt: after(completed, hours).toISOString() }
}
const codes = (result: ReturnType<typeof acceptResponse>) =>
  result.ok ? 'accepted' : result.problems.map((problem) => problem.code).join(' ')

describe('acceptResponse, and time', () => {
  it.each([
    [
      'before opening',
      after(new Date(busConsultation.opensAt), -1),
      waited(0),
      'consultation-not-open',
    ],
    [
      'before opening, whatever the device says',
      after(new Date(busConsultation.opensAt), -1),
      waited(100),
      'consultation-not-open',
    ],
    ['in the moment of opening', new Date(busConsultation.opensAt), waited(0), 'accepted'],
    ['while it is open', open, waited(0), 'accepted'],
    ['just before closing', new Date(closing.getTime() - 1), waited(0), 'accepted'],
    ['in the moment of closing', closing, waited(0), 'consultation-closed'],
    ['finished before closing, received after it', after(closing, 2), waited(3), 'accepted'],
    [
      'finished before closing, received long after the days of grace',
      after(closing, 24 * 60),
      waited(24 * 61),
      'accepted',
    ],
    ['finished after closing', after(closing, 3), waited(2), 'consultation-closed'],
    ['finished in the moment of closing', after(closing, 2), waited(2), 'consultation-closed'],
    ['with a clock that was put back meanwhile, while open', open, waited(-500), 'accepted'],
    [
      'with a clock that was put back meanwhile, after closing',
      after(closing, 1),
      waited(-500),
      'accepted',
    ],
    [
      'with times nobody can read, while open',
      open,
      { completedAt: 'yesterday', sentAt: '' },
      'accepted',
    ],
    [
      'with times nobody can read, after closing',
      after(closing, 1),
      { completedAt: 'yesterday', sentAt: '🕰' },
      'consultation-closed',
    ],
    [
      'with one time that nobody can read',
      after(closing, 1),
      { ...waited(9), completedAt: 'soon' },
      'consultation-closed',
    ],
  ])('%s: %#', (_when, now, times, outcome) => {
    expect(codes(acceptResponse(busVersion, { ...response, ...times }, now))).toBe(outcome)
  })

  it('marks what came after closing as late, and nothing else', () => {
    expect(
      acceptResponse(busVersion, { ...response, ...waited(3) }, after(closing, 2)),
    ).toMatchObject({ value: { late: true } })
    const early = acceptResponse(busVersion, { ...response, ...waited(3) }, after(closing, -2))
    expect(early).toMatchObject({ value: { late: false } })
  })

  it('marks as late what nobody knows the time of, as finished before closing', () => {
    const unknown = { ...response, ...waited(-8760) }
    expect(acceptResponse(busVersion, unknown, after(closing, 0.001))).toMatchObject({
      value: { late: true, completedAt: new Date(closing.getTime() - 1) },
    })
    expect(acceptResponse(busVersion, unknown, open)).toMatchObject({
      value: { late: false, completedAt: open },
    })
  })

  it('says by the clock of the server when it was finished', () => {
    const result = acceptResponse(busVersion, { ...response, ...waited(30) }, open)
    expect(result).toMatchObject({ value: { completedAt: after(open, -30) } })
  })

  it('lets nobody have finished before it opened', () => {
    const decades = { completedAt: '1970-01-01T00:00:00Z', sentAt: '2027-05-10T12:00:00Z' }
    const result = acceptResponse(busVersion, { ...response, ...decades }, open)
    expect(result).toMatchObject({ value: { completedAt: new Date(busConsultation.opensAt) } })
  })

  it('says when it opens, and when it closed', () => {
    expect(
      acceptResponse(busVersion, response, after(new Date(busConsultation.opensAt), -1)),
    ).toMatchObject({ problems: [{ opensAt: busConsultation.opensAt }] })
    expect(acceptResponse(busVersion, response, after(closing, 1))).toMatchObject({
      problems: [{ closedAt: busConsultation.closesAt }],
    })
  })
})

describe('acceptResponse, and answers', () => {
  const submit = (answers: Answers) => acceptResponse(busVersion, { ...response, answers }, open)

  it.each([
    ['nothing', {}, 'answer-missing'],
    ['an answer that is empty', { 'how-travel': { kind: 'one-of', choice: '' } }, 'answer-missing'],
    [
      'an answer to a question that does not exist',
      { ...byCar, nowhere: { kind: 'short-text', text: 'x' } },
      'question-unknown',
    ],
    [
      'an answer to a question that was not asked',
      { ...byCar, 'bus-trouble': { kind: 'yes-no', choice: 'no' } },
      'question-not-asked',
    ],
    [
      'a mandatory question asked because of an answer, and not answered',
      { 'how-travel': { kind: 'one-of', choice: 'bus' } },
      'answer-missing',
    ],
    [
      'an answer of another kind',
      { ...byCar, minutes: { kind: 'short-text', text: '5' } },
      'answer-of-another-kind',
    ],
    ['an unknown choice', { 'how-travel': { kind: 'one-of', choice: 'boat' } }, 'choice-unknown'],
    [
      'a name that every object has',
      JSON.parse(
        '{"how-travel":{"kind":"one-of","choice":"car"},"__proto__":{"kind":"short-text","text":"x"}}',
      ) as Answers,
      'question-unknown',
    ],
    [
      'one answer too many of several',
      { ...byCar, helps: { kind: 'several-of', choices: ['later', 'nearer', 'phone'] } },
      'choices-too-many',
    ],
  ] satisfies [string, Answers, string][])('refuses %s', (_what, answers, code) => {
    expect(codes(submit(answers))).toBe(code)
  })

  it('names every problem, in the order of the document', () => {
    const answers: Answers = {
      'last-visit': { kind: 'date', day: '31', month: '2', year: '2026' },
      nowhere: { kind: 'short-text', text: 'x' },
      minutes: { kind: 'number', text: 'twelve' },
      'publish-name': { kind: 'short-text', text: 'Ann' },
    }
    expect(codes(submit(answers))).toBe(
      'answer-missing number-not-a-number date-not-real question-not-asked question-unknown',
    )
  })

  it('refuses a response that says nothing where nothing is mandatory', () => {
    const sections = busConsultation.sections.slice(1)
    const version = { number: 3, consultation: { ...busConsultation, sections } }
    expect(codes(acceptResponse(version, { ...response, answers: {} }, open))).toBe(
      'response-empty',
    )
    const empty: Answers = { rating: { kind: 'number-scale', choice: '' } }
    expect(codes(acceptResponse(version, { ...response, answers: empty }, open))).toBe(
      'response-empty',
    )
  })

  it.each([
    [{ slug: 'another' }, 'consultation-unknown'],
    [{ version: 2 }, 'version-unknown'],
  ])('refuses a response to something else: %j', (other, code) => {
    expect(codes(acceptResponse(busVersion, { ...response, ...other }, open))).toBe(code)
  })

  it('stores tidied answers, without those that say nothing', () => {
    const answers: Answers = {
      'how-travel': { kind: 'one-of', choice: 'car', say: { other: 'By boat' } },
      minutes: { kind: 'number', text: ' 20 ' },
      helps: { kind: 'several-of', choices: [] },
    }
    expect(submit(answers)).toMatchObject({
      ok: true,
      value: {
        answers: {
          'how-travel': { kind: 'one-of', choice: 'car' },
          minutes: { kind: 'number', text: '20' },
        },
      },
    })
    expect(Object.keys((submit(answers) as { value: { answers: Answers } }).value.answers)).toEqual(
      ['how-travel', 'minutes'],
    )
  })
})

describe('answersToSend', () => {
  it('leaves out what is not asked any more, and what says nothing', () => {
    const answers: Answers = {
      ...byCar,
      'bus-trouble': { kind: 'yes-no', choice: 'yes' },
      'bus-words': { kind: 'long-text', text: 'Late' },
      minutes: { kind: 'number', text: ' ' },
    }
    expect(answersToSend(busConsultation, answers)).toEqual(byCar)
  })
})

describe('acceptChange', () => {
  const held = { state: 'received', revision: 2 } as const
  const made = (
    now: Date,
    input: Partial<ChangeResponse> = {},
    of: Parameters<typeof acceptChange>[1] = held,
  ) => codes(acceptChange(busVersion, of, { ...change, ...input }, now))

  it('accepts a change from the revision that is held', () => {
    expect(made(open)).toBe('accepted')
  })

  it.each([
    ['a withdrawn response', open, {}, { state: 'withdrawn', revision: 2 }, 'response-withdrawn'],
    ['an erased response', open, {}, { state: 'erased', revision: 2 }, 'response-erased'],
    [
      'a change that began from an older revision',
      open,
      { baseRevision: 1 },
      held,
      'response-changed-elsewhere',
    ],
    ['a change made after closing', after(closing, 1), {}, held, 'consultation-closed'],
    ['answers that do not fit', open, { answers: {} }, held, 'answer-missing'],
  ] as const)('refuses %s', (_what, now, input, of, code) => {
    expect(made(now, input, of)).toBe(code)
  })

  it('keeps a change that was finished before closing, and marks it late', () => {
    expect(
      acceptChange(busVersion, held, { ...change, ...waited(3) }, after(closing, 2)),
    ).toMatchObject({ ok: true, value: { late: true } })
  })
})

describe('acceptWithdrawal', () => {
  const { changeId, responseId, code } = change
  const withdrawal: WithdrawResponse = { changeId, responseId, code }
  it.each([
    ['until closing', new Date(closing.getTime() - 1), {}, true],
    ['not from closing on', closing, {}, false],
    ['when it was asked for before closing and came after it', after(closing, 2), waited(3), true],
    ['not when it was asked for after closing', after(closing, 3), waited(2), false],
  ])('lets somebody take a response back: %s', (_when, now, times, ok) => {
    expect(acceptWithdrawal(busVersion, { ...withdrawal, ...times }, now).ok).toBe(ok)
  })
})

describe('toTheHour', () => {
  it.each([
    ['2027-05-10T12:00:00.000Z', '2027-05-10T12:00:00.000Z'],
    ['2027-05-10T12:59:59.999Z', '2027-05-10T12:00:00.000Z'],
    ['1969-12-31T23:30:00.000Z', '1969-12-31T23:00:00.000Z'],
  ])('cuts %s to %s', (time, hour) => {
    expect(toTheHour(new Date(time))).toBe(hour)
  })
})
