import { readKey, type ListedPart } from '@takepart/shared/domain/authoring/draft/draft'
import type { Place } from '@takepart/shared/domain/authoring/draft/edit'
import type { EditorModel, MapEntry } from '@takepart/shared/views/authoring/desk-model'

/** Where something new goes: after the part at hand if it is of its kind, and otherwise last. A question without a section has no place. */
export function placeFor(
  kind: Exclude<ListedPart, 'media' | 'edition'>,
  { map, part }: Pick<EditorModel, 'map' | 'part'>,
): Place {
  const here = readKey(part.key)
  if (kind === 'document')
    return afterOrFirst(here?.kind === 'document' ? here.id : idOf(map.readings.at(-1)))
  const section =
    map.sections.find((one) => one.part === part.key || asks(one, part.key)) ?? map.sections.at(-1)
  if (kind === 'section') return afterOrFirst(idOf(section))
  if (!section) return {}
  const after = here?.kind === 'question' ? here.id : idOf(section.questions?.at(-1))
  return { section: idOf(section) ?? '', ...afterOrFirst(after) }
}

const asks = ({ questions = [] }: MapEntry, key: string): boolean =>
  questions.some((question) => question.part === key)

const idOf = (entry: MapEntry | undefined): string | undefined => readKey(entry?.part ?? '')?.id

const afterOrFirst = (after: string | undefined): Place => (after === undefined ? {} : { after })
