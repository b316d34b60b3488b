const skipped = 'font, script, style, textarea, [translate=no]'

/**
 * Does what page translators do: every text gives way to elements of the translator's own, now and whenever one comes. The
 * words stay in English, between marks.
 *
 * @returns ends it
 */
export function translatePages(): () => void {
  const translate = (): void => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest(skipped)) continue
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.textContent = `«${text.data}»`
      outer.append(inner)
      text.replaceWith(outer)
    }
  }
  const observer = new MutationObserver(translate)
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  translate()
  return () => observer.disconnect()
}
