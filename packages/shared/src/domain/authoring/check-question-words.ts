import type { Consultation } from '../consultation/consultation.ts'
import { error, warning, when, type Finding } from './finding.ts'
import type { Path } from '../core/loose-fields.ts'
import { optionListsOf, ownQuestionsOf, type PlacedQuestion } from './passages.ts'
import { saysSomething, sentencesOf, wordsOf } from './sentences.ts'

/**
 * What makes a question hard to answer truly: no words, two things asked at once, one "not" upon another. The last two are
 * found by what is surely so and are advice: a question mark in the middle; a second asking word after "and"; two negatives
 * in one sentence; a statement to agree with that says "not". (A. N. Oppenheim, Questionnaire Design, 1992, chapter 8.)
 */
export const checkQuestionWords = (consultation: Consultation): readonly Finding[] =>
  ownQuestionsOf(consultation).flatMap(checkQuestion)

function checkQuestion({ path, question }: PlacedQuestion): readonly Finding[] {
  const title = [...path, 'title']
  return [
    ...when(
      !saysSomething(question.title),
      error(title, 'This question has no words. Ask it here, as you would ask a person'),
    ),
    ...checkAsking(question.title, title),
    ...(question.kind === 'agreement'
      ? checkStatement(question.statement, [...path, 'statement'])
      : []),
    ...(question.kind === 'matrix'
      ? question.statements.flatMap(({ label }, index) =>
          checkStatement(label, [...path, 'statements', index, 'label']),
        )
      : []),
    ...optionListsOf(question).flatMap(([name, options]) =>
      options.flatMap(({ label }, index) =>
        when(
          !saysSomething(label),
          error(
            [...path, name, index, 'label'],
            'This option has no words. People who listen hear nothing to choose',
          ),
        ),
      ),
    ),
  ]
}

const secondAsking =
  /[,\s]and (?:also )?(?:how|what|why|when|where|who|whom|which|whether|do|does|did|is|are|was|were|can|could|would|should|will|have|has) [^.?!]*\?/i
const secondClaim =
  /[,\s](?:and|but) (?:the|our|your|my|we|they|it|there|i|you)\b[^.?!]* (?:is|are|was|were|has|have|had|can|could|should|would|will|must|did|do|does)\b/i
const negatives: ReadonlySet<string> = new Set([
  'not',
  'no',
  'never',
  'nobody',
  'nothing',
  'none',
  'nowhere',
  'neither',
  'without',
  'unless',
  'cannot',
  'hardly',
  'unable',
  'unlikely',
  'disagree',
  'oppose',
])

function checkAsking(text: string, path: Path): readonly Finding[] {
  const marks = text.split('?').slice(0, -1).filter(saysSomething).length
  return [
    ...when(
      marks > 1 || secondAsking.test(text),
      warning(
        path,
        'This seems to ask two things at once. Ask one in each question, so that one answer is enough',
      ),
    ),
    ...when(
      sentencesOf(text).some((sentence) => negativesIn(sentence).length > 1),
      warning(
        path,
        'There are two negatives in one sentence. Say it the other way round, without them',
      ),
    ),
  ]
}

function checkStatement(text: string, path: Path): readonly Finding[] {
  const [negative] = negativesIn(text)
  return [
    ...when(
      secondClaim.test(text),
      warning(
        path,
        'This seems to say two things. Somebody may agree with one of them only, so make it two statements',
      ),
    ),
    ...when(
      negative !== undefined,
      warning(
        path,
        `Somebody who disagrees with “${negative}” has to think twice. Say the statement without it`,
      ),
    ),
  ]
}

/** "Whether or not" denies nothing, and "neither … nor" denies once. */
const negativesIn = (sentence: string): readonly string[] =>
  wordsOf(sentence.toLowerCase().replaceAll(/\bor not\b/g, '')).filter(
    (word) => negatives.has(word) || /n['’]t$/.test(word),
  )
