import type { AgreementQuestion, NumberScaleQuestion, Option, YesNoQuestion } from './question.ts'

/** Not knowing is an answer, and is offered wherever somebody is asked to take a side. */
const dontKnow: Option = { code: 'dont-know', label: 'I do not know' }

/** How far somebody agrees, from most to least, and not knowing. Codes and order are stored and exported: they stay. */
export const agreementScale: readonly Option[] = [
  { code: 'strongly-agree', label: 'Strongly agree' },
  { code: 'agree', label: 'Agree' },
  { code: 'neither', label: 'Neither agree nor disagree' },
  { code: 'disagree', label: 'Disagree' },
  { code: 'strongly-disagree', label: 'Strongly disagree' },
  dontKnow,
]

/** The options of every yes-no question, in English. */
export const yesNoOptions: readonly Option[] = [
  { code: 'yes', label: 'Yes' },
  { code: 'no', label: 'No' },
  dontKnow,
]

/** The answers of a yes-no question, in the words of its edition. */
export const yesNoOptionsOf = ({ labels }: Pick<YesNoQuestion, 'labels'>): readonly Option[] =>
  labelled(yesNoOptions, labels)

/** The answers of an agreement question, in the words of its edition. */
export const agreementOptionsOf = ({
  labels,
}: Pick<AgreementQuestion, 'labels'>): readonly Option[] => labelled(agreementScale, labels)

const labelled = (
  options: readonly Option[],
  labels: YesNoQuestion['labels'] = {},
): readonly Option[] =>
  options.map((option) =>
    Object.hasOwn(labels, option.code)
      ? { ...option, label: labels[option.code] ?? option.label }
      : option,
  )

/** More points than this cannot be told apart, nor shown on a small screen. */
const mostSteps = 10

/**
 * The points of a number scale, from lowest to highest: the code is the number, and the ends carry their meaning
 * ("1 – Very poor"). A scale that is longer than the domain allows is cut after 11 points.
 */
export function numberScaleOptions(question: NumberScaleQuestion): readonly Option[] {
  const { from, to } = question
  const steps = Math.max(-1, Math.min(to - from, mostSteps))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const point = from + step
    const meaning = point === from ? question.fromLabel : point === to ? question.toLabel : ''
    return { code: String(point), label: meaning === '' ? String(point) : `${point} – ${meaning}` }
  })
}
