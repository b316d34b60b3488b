import { sameContent } from '../core/canonical-json.ts'
import type { ConsultationProblem } from './check-consultation.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { Edition } from '../consultation/edition.ts'
import { placeWords, type Path } from '../core/loose-fields.ts'

/**
 * The parts of editions that stayed as they were while the standard's words for the same thing changed, from one version
 * to the next. It may be right, after a spelling mistake for one; only a person can tell.
 */
export function editionsLeftBehind(
  before: Consultation,
  now: Consultation,
): readonly ConsultationProblem[] {
  return (now.editions ?? [])
    .flatMap((edition, index) => {
      const earlier = before.editions?.find(({ id }) => id === edition.id)
      return earlier ? partsOf({ before, now, earlier, edition }, ['editions', index]) : []
    })
    .map((path) => ({
      place: placeWords(now, path),
      words:
        'The standard says something else here than in the version before, and this edition says the same. See whether both still agree',
      level: 'warning',
    }))
}

interface Two {
  readonly before: Consultation
  readonly now: Consultation
  readonly earlier: Edition
  readonly edition: Edition
}

/** The places of what is left behind. */
const partsOf = (two: Two, path: Path): readonly Path[] => [
  ...overviewOf(two).map((name) => [...path, name]),
  ...(two.edition.documents ?? []).flatMap((own, index) =>
    isLeft(
      [find(two.earlier.documents, own.id), own],
      [find(two.before.documents, own.id), find(two.now.documents, own.id)],
    )
      ? [[...path, 'documents', index]]
      : [],
  ),
  ...(two.edition.sections ?? []).flatMap((own, index) =>
    sectionOf(two, own, [...path, 'sections', index]),
  ),
]

const overviewOf = ({ before, now, earlier, edition }: Two): readonly string[] => [
  ...(['title', 'summary'] as const).filter((name) =>
    isLeft([earlier[name], edition[name]], [before[name], now[name]]),
  ),
  ...(['promise', 'grace'] as const).filter((name) =>
    isLeft([earlier[name], edition[name]], [before[name].text, now[name].text]),
  ),
]

function sectionOf(
  { before, now, earlier }: Two,
  own: NonNullable<Edition['sections']>[number],
  path: Path,
): readonly Path[] {
  const [was, standardWas, standardIs] = [
    find(earlier.sections, own.id),
    find(before.sections, own.id),
    find(now.sections, own.id),
  ]
  return [
    ...(['title', 'introduction'] as const)
      .filter((name) => isLeft([was?.[name], own[name]], [standardWas?.[name], standardIs?.[name]]))
      .map((name) => [...path, name]),
    ...(own.questions ?? []).flatMap((question, index) => {
      const standard = [
        find(standardWas?.questions, question.id),
        find(standardIs?.questions, question.id),
      ] as const
      return isLeft([find(was?.questions, question.id), question], standard)
        ? [[...path, 'questions', index]]
        : []
    }),
  ]
}

const find = <Part extends { readonly id: string }>(
  parts: readonly Part[] | undefined,
  id: string,
): Part | undefined => parts?.find((part) => part.id === id)

/** True when both versions have both, the edition's is the same, and the standard's is another. */
const isLeft = (
  edition: readonly [unknown, unknown],
  standard: readonly [unknown, unknown],
): boolean =>
  [...edition, ...standard].every((one) => one !== undefined) &&
  sameContent(...edition) &&
  !sameContent(...standard)
