import {
  contrastRatio,
  leastContrast,
  luminance,
  type ColourPair,
} from '../../domain/settings/display-settings.ts'

/** What the two colours are set to before anybody has chosen their own. */
export const firstPair: ColourPair = { text: '#1f2a44', page: '#fdf6e3' }

/** Down to one place, so that a pair that just falls short is never said to reach it. */
const ratioWords = (ratio: number): string => `${Math.floor(ratio * 10) / 10} to 1`

/** What can be said of a colour pair: how far apart the two are, and what to do when that is not enough. */
export function ownColoursWords(pair: ColourPair): {
  readonly enough: boolean
  readonly words: string
} {
  const ratio = contrastRatio(pair.text, pair.page)
  if (ratio >= leastContrast)
    return {
      enough: true,
      words: `The contrast is ${ratioWords(ratio)}. That is enough to read by.`,
    }
  const how = isForDarkText(pair)
    ? 'Choose a darker colour for the text, or a lighter one for the page.'
    : 'Choose a lighter colour for the text, or a darker one for the page.'
  return {
    enough: false,
    words: `The contrast is ${ratioWords(ratio)}. It has to be ${leastContrast} to 1 or more, so these two are not used. ${how}`,
  }
}

/** Dark words on light are meant by a light page too, whatever its words are now. */
const isForDarkText = ({ text, page }: ColourPair): boolean =>
  luminance(text) < luminance(page) || luminance(page) > 0.4
