import { yesNoOptionsOf } from '../agreement-scale.ts'
import { scaleKind } from './scale.ts'

/** Yes, no, or I do not know. */
export const yesNo = scaleKind('yes-no', yesNoOptionsOf)
