import { numberScaleOptions } from '../agreement-scale.ts'
import { scaleKind } from './scale.ts'

/** A point on a line of whole numbers whose two ends are named. */
export const numberScale = scaleKind('number-scale', numberScaleOptions)
