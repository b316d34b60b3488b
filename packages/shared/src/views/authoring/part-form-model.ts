import type { Part } from '../../domain/authoring/draft/draft.ts'
import type { EarlierQuestion } from './desk-model.ts'

/** What is in a field while somebody types something that has no value yet: "3", "13", "" of a date. */
export type TypedParts = Readonly<Record<string, string>>

export interface PartFormModel {
  /** With what was typed last. */
  readonly part: Part
  readonly typed: Readonly<Record<string, TypedParts>>
  /** What cannot be saved as it is, by field. */
  readonly problems: Readonly<Record<string, string>>
  readonly earlier: readonly EarlierQuestion[]
  readonly readings: readonly { readonly id: string; readonly title: string }[]
}

/** The id of the first control of a field. */
export const fieldId = (field: string): string => `f-${field.toLowerCase()}`
