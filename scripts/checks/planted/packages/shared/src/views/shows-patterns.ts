import { patternGroups } from './patterns/all-patterns.ts'
export const shown = patternGroups
