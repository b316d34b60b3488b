import { expect } from '@playwright/test'

/** What each check of the gate is about: the success criteria of WCAG 2.2, or the rule of ours that it holds. */
export const criteria = {
  axe: 'WCAG 2.2 A, AA and AAA contrast, best practice',
  reflow: '1.4.10',
  'text-spacing': '1.4.12',
  'text-size': '1.4.4',
  'target-44': '2.5.5',
  'target-24': '2.5.8',
  keyboard: '2.1.1',
  'keyboard-trap': '2.1.2',
  'focus-ring': '2.4.7, 2.4.13',
  obscured: '2.4.11, 2.4.12',
  'forced-colours': '1.4.11',
  motion: '2.2.2, 2.3.3',
  headings: '2.4.6, 2.4.10',
  'title-attribute': '1.4.13',
  placeholder: '3.3.2',
  drag: '2.5.7',
  accesskey: '2.1.4',
  tabindex: '2.4.3',
  autocomplete: '1.3.5',
  'unique-ids': '4.1.2',
  'live-region': '4.1.3',
  name: '4.1.2',
  'label-in-name': '2.5.3',
} as const

export type CheckName = keyof typeof criteria

/** One thing that keeps somebody out. */
export interface Finding {
  readonly check: CheckName
  /** The element, as a short path. */
  readonly where: string
  readonly what: string
}

/** A finding in a line, as a person reads it when a test has failed. */
export const inWords = ({ check, where, what }: Finding): string =>
  `${check} (${criteria[check]}): ${what}: ${where}`

export const expectNoFindings = (findings: readonly Finding[], state: string): void =>
  expect(findings.map(inWords), `what the gate found on ${state}`).toEqual([])
