import { isLate } from '../domain/clean.ts'
export const late = isLate
