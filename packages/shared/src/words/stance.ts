import type { Stance } from '../domain/round/stance.ts'

/** What a stance is called where somebody chooses one. */
export const stanceLabels: Readonly<Record<Stance, string>> = {
  for: 'For',
  against: 'Against',
  conditional: 'Yes, if…',
  undecided: 'Undecided',
}

export const askStance = (position: string): string => `Where do you stand on ${position}?`
