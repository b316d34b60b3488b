import type { Services } from './services.ts'

/**
 * True while what is written may come to be kept on this device: it is, or its store has not answered yet. Whoever asks
 * what to keep asks it then already: nobody is asked again once it answers.
 */
export const mayKeep = ({
  durable,
  looking,
}: Pick<Services['records'], 'durable' | 'looking'>): boolean => durable || looking
