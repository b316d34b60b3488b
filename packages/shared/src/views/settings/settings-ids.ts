/** The ids by which a script finds what it changes on the page of display settings. */
export const settingsIds = {
  reset: 'reset-settings',
  /** How many settings are changed, in words. */
  changed: 'settings-changed',
  notKept: 'settings-not-kept',
  ownText: 'own-text',
  ownPage: 'own-page',
  ownWords: 'own-colours-words',
} as const

/** What a box to tick stands for, as its value: the setting, and the value that it gets. */
export const tickValue = (name: string, value: string): string => `${name}:${value}`
