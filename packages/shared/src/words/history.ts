import type { PartName } from '../domain/authoring/draft/draft-history.ts'
import type { Told } from '../domain/authoring/draft/history-words.ts'
import { withCapital } from '../domain/core/text.ts'
import { fieldName, partWords, questionKindWords } from './draft.ts'

type WordsOf = { readonly [Kind in Told['kind']]: (told: never, part: string) => string }

const words = {
  added: (_: Told, part: string) => `${part} was added`,
  moved: (_: Told, part: string) => `${part} was moved here`,
  removed: (_: Told, part: string) => `${part} was removed`,
  'brought-back': (_: Told, part: string) => `${part} was brought back`,
  settled: (_: Told, part: string) => `one of two texts was chosen in ${part}`,
  mandatory: ({ now }: Extract<Told, { kind: 'mandatory' }>, part: string) =>
    `${part} ${now ? 'must be answered now' : 'became optional'}`,
  'answered-by': ({ now }: Extract<Told, { kind: 'answered-by' }>, part: string) =>
    `how people answer ${part} changed to “${questionKindWords[now] ?? now}”`,
  'option-added': ({ label }: { readonly label: string }, part: string) =>
    `the choice “${label}” was added to ${part}`,
  'option-removed': ({ label }: { readonly label: string }, part: string) =>
    `the choice “${label}” was removed from ${part}`,
  'option-reworded': (
    { was, label }: { readonly was: string; readonly label: string },
    part: string,
  ) => `the choice “${was}” of ${part} became “${label}”`,
  'options-reordered': (_: Told, part: string) => `the choices of ${part} have another order`,
  'asked-of': ({ everybody }: Extract<Told, { kind: 'asked-of' }>, part: string) =>
    everybody ? `${part} is asked of everybody now` : `who is asked ${part} changed`,
  changed: ({ field }: { readonly field: string }, part: string) =>
    `${fieldName(field)} of ${part} changed`,
  emptied: ({ field }: { readonly field: string }, part: string) =>
    `${fieldName(field)} of ${part} was emptied`,
  written: ({ field }: { readonly field: string }, part: string) =>
    `${fieldName(field)} of ${part} was written`,
} satisfies WordsOf

/** "Question 4 became optional". `undone`: the edit took another back. */
export function historyWords(told: Told, part: PartName, undone = false): string {
  const say = words[told.kind] as (told: Told, part: string) => string
  return `${undone ? 'Undone: ' : ''}${withCapital(say(told, partWords(part)))}`
}
