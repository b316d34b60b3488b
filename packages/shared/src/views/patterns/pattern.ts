import type { TemplateResult } from 'lit'

/** A pattern as designers and developers look it up: what it is for, how it is wired, and how it looks in every state. */
export interface Pattern {
  /** Letters, digits and hyphens: the address of the pattern in the page, and the beginning of the ids of its examples. */
  readonly id: string
  readonly title: string
  /** Where it is made, from `packages/shared/src`. */
  readonly file: string
  /** One sentence on when to use it and when not. */
  readonly use: string
  /** What belongs to what, for somebody who cannot see it: names, descriptions, roles, focus. */
  readonly wiring: string
  readonly examples: readonly Example[]
}

/** A pattern in one of its states. */
export interface Example {
  readonly title: string
  /** Made with an id of its own, since ids belong to the whole page and all examples stand on one. */
  readonly show: (id: string) => TemplateResult
}

/** Patterns that are looked for together. */
export interface PatternGroup {
  readonly title: string
  readonly patterns: readonly Pattern[]
}

/** "Radios" and "With an error" become `radios-with-an-error`. */
export const exampleId = (pattern: Pattern, example: Example): string =>
  `${pattern.id}-${example.title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`
