import { createHash, randomUUID } from 'node:crypto'

const words =
  'The bus only comes every two hours, and the path to the door has steps. A later one would help me and my mother.'

/** One good answer to a question of each kind. */
const answers = {
  'short-text': ({ maxCharacters }) => ({ text: 'Every other week'.slice(0, maxCharacters) }),
  'long-text': ({ maxCharacters }) => ({ text: words.slice(0, maxCharacters) }),
  'one-of': ({ options }) => ({ choice: options[0].code }),
  'several-of': ({ options }) => ({ choices: [options[0].code] }),
  'yes-no': () => ({ choice: 'yes' }),
  agreement: () => ({ choice: 'agree' }),
  'number-scale': ({ from }) => ({ choice: String(from) }),
  matrix: ({ statements, scale }) => ({
    rows: Object.fromEntries(statements.map(({ code }) => [code, scale[0].code])),
  }),
  ranking: ({ options }) => ({ order: options.map(({ code }) => code) }),
  number: ({ least = 0 }) => ({ text: String(least + 1) }),
  date: ({ earliest }) => {
    const [year, month, day] = (earliest ?? '2026-01-15').split('-')
    return { day, month, year }
  },
  consent: () => ({ given: true }),
}

const codesOf = (answer) =>
  answer ? [answer.choice, ...(answer.choices ?? []), answer.given && 'given'] : []

/** Answers to at most `most` questions of a consultation, and only to ones that are asked. */
export const someAnswers = (consultation, most) => {
  const given = {}
  for (const question of consultation.sections.flatMap(({ questions }) => questions)) {
    const asked =
      !question.showIf ||
      codesOf(given[question.showIf.question]).some((code) =>
        question.showIf.includes.includes(code),
      )
    const room = Object.keys(given).length < most || question.mandatory
    if (asked && room)
      given[question.id] = { kind: question.kind, ...answers[question.kind](question) }
  }
  return given
}

/** A whole submission, with an id and a private code of its own. */
export const submission = ({ number, consultation }, most) => {
  const now = new Date().toISOString()
  return {
    responseId: randomUUID(),
    slug: consultation.slug,
    version: number,
    edition: 'standard',
    answers: someAnswers(consultation, most),
    codeHash: createHash('sha256').update(randomUUID()).digest('hex'),
    completedAt: now,
    sentAt: now,
  }
}

export const callHeaders = { 'content-type': 'application/json', 'x-takepart': '1' }
export const submitPath = '/trpc/response.submit'

/** The newest version of a consultation, as the server gives it to anybody. */
export const versionOf = async (origin, slug) =>
  (await fetch(`${origin}/consultations/${slug}.json`)).json()
