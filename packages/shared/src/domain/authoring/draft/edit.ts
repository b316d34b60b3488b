import type { PartFields, PartKey, Value } from './draft.ts'

/** Where something stands among its like: after another, or first. Questions say in which section. */
export interface Place {
  readonly section?: string
  /** The id of what it comes after; absent: it is the first. */
  readonly after?: string
}

/**
 * One small change of a draft. It carries what its author saw (`was`), so that a change that arrives late is told from one
 * that would overwrite somebody else's words.
 */
export type Edit =
  | {
      readonly do: 'set'
      readonly part: PartKey
      readonly field: string
      readonly was?: Value
      readonly now?: Value
    }
  /** A new part. */
  | {
      readonly do: 'add'
      readonly part: PartKey
      readonly fields: PartFields
      readonly place: Place
    }
  | { readonly do: 'move'; readonly part: PartKey; readonly place: Place; readonly was?: Place }
  /** Takes it out of the consultation. Its words are kept. */
  | { readonly do: 'remove'; readonly part: PartKey; readonly was?: Place }
  /** Brings back what was removed. */
  | { readonly do: 'bring-back'; readonly part: PartKey; readonly place: Place }
  /** Chooses between two texts of one field; `edit` names the one that was kept beside, which goes. */
  | {
      readonly do: 'settle'
      readonly part: PartKey
      readonly field: string
      readonly edit: string
      readonly now?: Value
      readonly was?: Value
    }

/** Who makes an edit, and when (ISO 8601). */
export interface EditMark {
  readonly id: string
  readonly by: string
  readonly at: string
}

/** Why an edit cannot be made. */
export type EditProblem =
  | 'part-unknown'
  | 'part-exists'
  | 'part-removed'
  | 'place-gone'
  | 'field-unknown'
  | 'value-refused'
  | 'outline-full'
  | 'nothing-to-settle'
