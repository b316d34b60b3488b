import * as z from 'zod/mini'
import { answer } from '../domain/answer-schema.ts'
export const both = [z.string(), answer]
