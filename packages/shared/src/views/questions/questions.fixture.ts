import type { ShownQuestion, ShownQuestions } from '../../domain/round/questions/shown-question.ts'
import type { ShownContribution, ShownWords } from '../../domain/round/shown-contribution.ts'
import { clinicRound } from '../../domain/round/round.fixture.ts'

/** A contribution as everybody reads it. */
export const shownWords = (
  number: number,
  text: string,
  changes: Partial<Omit<ShownContribution, 'words'>> & {
    readonly words?: Partial<ShownWords>
  } = {},
): ShownContribution => ({
  number,
  source: 'participant',
  shownOn: '2027-03-10',
  replies: 0,
  acknowledged: { alike: 0, thinking: 0, wanted: 0 },
  ...changes,
  words: { kind: 'said', name: 'Bernard', text, removed: [], quotations: [], ...changes.words },
})

const question = (
  number: number,
  text: string,
  changes: Partial<ShownQuestion> = {},
): ShownQuestion => ({
  number,
  state: 'waiting',
  wanted: 0,
  asked: shownWords(number, text),
  ...changes,
})

/** One question in every state. */
export const everyState: readonly ShownQuestion[] = [
  question(1, 'Is there a bus?', {
    state: 'answered',
    by: { name: 'Jo Fenn', self: 'nurse at Birch' },
    answer: shownWords(7, 'At half past nine.', {
      source: 'staff',
      sourceNote: 'nurse at Birch',
      inReplyTo: 1,
      words: { name: 'Jo Fenn' },
    }),
    endedAt: '2027-03-10T12:20:00.000Z',
  }),
  question(2, 'Is there a lift?', {
    state: 'being-answered',
    wanted: 21,
    by: { name: 'Sunil Dray' },
    takenAt: '2027-03-11T12:30:00.000Z',
  }),
  question(3, 'When is my appointment?', {
    state: 'not-answered',
    why: 'one-person',
    note: 'Ring the ward at 9.',
    endedAt: '2027-03-10T12:10:00.000Z',
  }),
  question(4, 'Does the bus still go?', { state: 'joined', joinedTo: 1 }),
  question(5, 'What does it cost?', { wanted: 12 }),
  question(6, `${'Why is it so far from where I live? '.repeat(8)}\n\nTell me.`),
]

export const questionsRound = clinicRound({
  kind: 'questions',
  starters: [],
  opensAt: '2027-03-10T09:00:00+00:00',
  answering: [{ name: 'Jo Fenn', self: 'nurse at Birch' }, { name: 'Sunil Dray' }],
})

export const shownQuestions = (changes: Partial<ShownQuestions> = {}): ShownQuestions => ({
  sequence: 12,
  questions: everyState,
  ...changes,
})
