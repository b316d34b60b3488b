import type { Consultation } from '../../consultation/consultation.ts'
import { questionLibrary } from '../../question/question-library.ts'
import type { Question } from '../../question/question.ts'
import { warning, when, type Finding } from '../finding.ts'
import type { Path } from '../../core/loose-fields.ts'

/**
 * Whether a consultation is asked fairly, as the Gunning principles and the courts want it: nothing decided beforehand,
 * real alternatives, and a reason for each question. All of it is advice; only a person can judge it.
 */
export const checkFairness = (consultation: Consultation): readonly Finding[] => [
  ...consultation.sections.flatMap(({ questions, purpose }, section) =>
    questions.flatMap((question, index) =>
      isReady(question)
        ? []
        : [
            ...checkLeading(question, ['sections', section, 'questions', index]),
            ...(purpose === undefined
              ? checkWhy(question, ['sections', section, 'questions', index])
              : []),
          ],
    ),
  ),
  ...checkAlternatives(consultation),
  ...when(
    !consultation.sections.some(({ purpose }) => purpose === 'equality'),
    warning(
      ['sections'],
      'There are no equality questions. Without them you cannot see whom you have not heard from. Add the ready ones',
    ),
  ),
  ...when(
    !consultation.editions?.length && !mentionsOtherForms(consultation),
    warning(
      ['summary'],
      'No other form is offered. Say that people can have it in Easy Read, large print or another language, and whom to ask',
    ),
  ),
]

const ready: ReadonlySet<string> = new Set(
  questionLibrary.flatMap(({ questions }) => questions.map(({ title }) => title)),
)

const isReady = ({ title }: Question): boolean => ready.has(title)

/** Words that say which answer is wanted (Oppenheim, 1992, chapter 8; Government Analysis Function, "Writing questions"). */
const leading: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:do(?:n[’']t| not)? you agree|would you agree|you agree) that\b/i,
    'asks people to agree. Ask what they think, with both sides as answers',
  ],
  [
    /\b(?:wouldn|don|isn|aren|shouldn|won)[’']t (?:you|it|we|they)\b/i,
    'expects a yes. Ask it without “not”',
  ],
  [
    /\bhow (?:much )?(?:do you )?(?:support|welcome|value|like)\b/i,
    'takes for granted that people like it',
  ],
  [
    /\b(?:exciting|improved|much-needed|modern(?:ised)?|world-class|state-of-the-art|better|safer|vital|unfortunately|inevitabl[ey])\b/i,
    'has a word in it that says what to think',
  ],
  [
    /\b(?:obviously|of course|surely|everyone knows|as you know)\b/i,
    'says that only one answer makes sense',
  ],
]

function checkLeading(question: Question, path: Path): readonly Finding[] {
  const found = leading.find(([pattern]) => pattern.test(question.title))
  const [pattern, words] = found ?? []
  const [said = ''] = (pattern && pattern.exec(question.title)) ?? []
  return when(
    found !== undefined,
    warning([...path, 'title'], `This may lead people: “${said.trim()}” ${words ?? ''}`),
  )
}

/** Text, numbers and choices that a Trust wants to know something from; consent and dates explain themselves. */
const checkWhy = (question: Question, path: Path): readonly Finding[] =>
  when(
    question.why === undefined && question.kind !== 'consent' && question.kind !== 'date',
    warning([...path, 'why'], 'There is no “why we ask”. Say what you will use the answer for'),
  )

const noChange =
  /\b(?:no change|as (?:it is|they are|now|at present)|stay(?:s)? (?:the same|open|as)|keep (?:it|them|things|both|the)|do nothing|leave (?:it|them|things)|none of these|something else|another (?:idea|option|way)|not sure|other)\b/i

/** A choice between proposals has a way to say "none of these", or "as it is now". */
function checkAlternatives({ sections }: Consultation): readonly Finding[] {
  return sections.flatMap(({ questions, purpose }, section) =>
    purpose === undefined
      ? questions.flatMap((question, index) =>
          alternative(question, ['sections', section, 'questions', index]),
        )
      : [],
  )
}

function alternative(question: Question, path: Path): readonly Finding[] {
  if (question.kind !== 'one-of' && question.kind !== 'ranking') return []
  const proposes = /\b(?:option|proposal|prefer|should|plan|choose between|which of)\b/i.test(
    question.title,
  )
  const open = question.options.some(({ label, say }) => say !== undefined || noChange.test(label))
  return when(
    proposes && !open && !isReady(question),
    warning(
      [...path, 'options'],
      'There is no real alternative among the choices. Add “as it is now”, or “something else” with room to say what',
    ),
  )
}

/** Said in the summary, in what is read or in the contact, it counts as offered. */
function mentionsOtherForms({ summary, documents, contact }: Consultation): boolean {
  const said = [
    summary,
    contact.hours ?? '',
    ...documents.flatMap(({ blocks }) =>
      blocks.map((block) =>
        'text' in block ? block.text : 'items' in block ? block.items.join(' ') : '',
      ),
    ),
  ].join(' ')
  return /\b(?:easy read|large print|braille|another language|other languages|sign language|BSL|another format|other formats)\b/i.test(
    said,
  )
}
