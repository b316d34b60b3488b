/** What is said beside the form of a consultation that somebody wants first, by their settings. Nothing else comes of it. */
export const wantedWords = 'the one you asked for in your settings'
