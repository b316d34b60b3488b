import type { Paging } from '../../domain/device/draft.ts'

/** How many questions somebody sees at a time, in the order in which it is offered, in words. */
export const pagingWords: readonly (readonly [Paging, string])[] = [
  ['question', 'One question at a time'],
  ['section', 'One part at a time'],
  ['all', 'Everything on one page'],
]
