let worn: Promise<void> | undefined

/** Sees to it that this page has the styles of rounds: the server writes them into its own pages of rounds only. */
export async function wearRoundStyles(): Promise<void> {
  const isHere = [...document.querySelectorAll('style')].some(({ textContent }) =>
    textContent.includes('.compose'),
  )
  // A page without them can be used all the same.
  if (!isHere)
    await (worn ??= import('./wear-styles.ts').then(
      ({ wear }) => wear(),
      () => undefined,
    ))
}
