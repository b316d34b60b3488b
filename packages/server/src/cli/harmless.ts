/** Words out of a file on one line, with nothing that a terminal would obey or that turns its line round. */
export const harmless = (words: string): string =>
  words.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
