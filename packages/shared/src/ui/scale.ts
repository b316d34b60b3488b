import { radios, type RadiosOptions } from './radios.ts'

export type ScaleOptions = Omit<RadiosOptions, 'layout'>

/**
 * A point on a scale: radio buttons side by side where there is room, one below the other where there is not.
 * What the ends mean belongs in the words of the first and last item, so that each is heard with its own meaning.
 */
export const scale = (options: ScaleOptions) => radios({ ...options, layout: 'points' })
