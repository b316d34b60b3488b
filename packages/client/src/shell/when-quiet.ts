/** Runs work that can wait once the page has loaded and the browser has a quiet moment, or two seconds later at most. */
export function whenQuiet(work: () => unknown): void {
  const later = () =>
    'requestIdleCallback' in window
      ? requestIdleCallback(work, { timeout: 2000 })
      : setTimeout(work, 200)
  if (document.readyState === 'complete') later()
  else addEventListener('load', later, { once: true })
}
