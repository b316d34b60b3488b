import * as z from 'zod/mini'
export const answer = z.string()
