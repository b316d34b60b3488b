import { agreementOptionsOf } from '../agreement-scale.ts'
import { scaleKind } from './scale.ts'

/** How far somebody agrees with one statement. */
export const agreement = scaleKind('agreement', agreementOptionsOf)
