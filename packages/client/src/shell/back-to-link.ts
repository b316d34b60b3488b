/**
 * Back from a place within the page gives the focus to the link that led there, as to the explanation of a word. Browsers
 * scroll back to it by themselves, and leave the focus where it was.
 */
export function comeBackToLinks(): void {
  document.addEventListener('click', ({ target, defaultPrevented }) => {
    const link = (target as Element).closest<HTMLElement>('a[href^="#"]')
    if (!link || defaultPrevented) return
    const { href } = location
    const back = ({ newURL }: HashChangeEvent): void => {
      if (newURL !== href) return
      removeEventListener('hashchange', back)
      link.focus({ preventScroll: true })
    }
    addEventListener('hashchange', back)
  })
}
