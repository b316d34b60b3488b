const ownFigures = /^[\n -~]*$/
const hidden = /\p{Cf}/gu
const anyFigure = /\p{Nd}/gu
/** Signs that stand for these in other scripts, and in the full width of East Asian ones. */
const signs: Readonly<Record<string, string>> = {
  '\u066b': '.',
  '\u066c': ',',
  '\uff0e': '.',
  '\uff0c': ',',
  '\uff0d': '-',
}

/**
 * Figures as they are meant, whatever keyboard they come from: those of every script as 0 to 9, the signs between them as ours, and
 * without the marks that nobody sees and that come along when words are copied (the directions of text, soft hyphens,
 * spaces of no width).
 */
export const plainFigures = (typed: string): string =>
  ownFigures.test(typed) ? typed : readFigures(typed)

const readFigures = (typed: string): string =>
  typed
    .replace(hidden, '')
    .replace(anyFigure, valueOf)
    .replace(/[\u066b\u066c\uff0e\uff0c\uff0d]/g, (sign) => signs[sign] ?? sign)

/** In Unicode the figures of a script follow one another from nought to nine, and so do scripts whose figures meet. */
function valueOf(figure: string): string {
  const code = figure.codePointAt(0) ?? 0
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(Math.max(code - before - 1, 0)))) before += 1
  return String(before % 10)
}

/**
 * A whole number as people in the United Kingdom read it: "1,214". Written out by hand because a browser's first
 * number formatter takes longer to make than a whole page of questions on an old phone.
 */
export const figures = (whole: number): string => String(whole).replace(/\B(?=(?:\d{3})+$)/g, ',')
