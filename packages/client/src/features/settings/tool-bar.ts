/** What the reading tools put on a page: plain elements, beside what pages are made of and never in the place of any of it. */

/** Kinds as in ui/button, which would bring its library with it. */
export interface ToolButton {
  readonly text: string
  /** Said after the text to screen readers. */
  readonly hidden?: string
  readonly kind: 'second small' | 'quiet'
}

export function toolButton(
  { text, hidden, kind }: ToolButton,
  onPress: () => void,
): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `button ${kind}`
  setWords(button, text, hidden)
  button.addEventListener('click', onPress)
  return button
}

export function setWords(
  button: HTMLButtonElement,
  text: string,
  hidden: string | Node = '',
): void {
  const more = document.createElement('span')
  more.className = 'hidden-text'
  more.append('\u00a0', hidden)
  button.replaceChildren(text, ...(hidden ? [more] : []))
}

/**
 * A row of buttons of the reading tools. They are not read aloud, and not printed; the words are
 * ours, whatever the language of what is around them.
 */
export function toolBar(...content: readonly Node[]): HTMLElement {
  const bar = document.createElement('div')
  bar.className = 'reading-tools no-print'
  bar.lang = 'en-GB'
  bar.append(...content)
  return bar
}

/** The one row at the beginning of a page, for what is about the whole page. */
export function topBar(page: Element): HTMLElement {
  const there = page.querySelector<HTMLElement>(':scope > .reading-tools')
  if (there) return there
  const bar = toolBar()
  page.prepend(bar)
  return bar
}

/** The page that is shown, once nothing will take its first nodes for its own: a page of the app takes over what the server sent. */
export function shownPage(): Element | undefined {
  const main = document.getElementById('main')
  const first = main?.firstElementChild
  const isTakenOver =
    !first?.localName.startsWith('tp-') || (first as { hasUpdated?: boolean }).hasUpdated === true
  return isTakenOver ? (main?.querySelector('.wrap') ?? undefined) : undefined
}

/** Calls the listener whenever something comes to the page or goes from it, once a frame at most, until the signal ends it. */
export function whenPageChanges(listener: () => void, signal: AbortSignal): void {
  const main = document.getElementById('main')
  if (!main) return
  let frame = 0
  const soon = (): void => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(listener)
  }
  const observer = new MutationObserver(soon)
  observer.observe(main, { childList: true, subtree: true })
  // A page that is taken over as it stands changes nothing.
  main.addEventListener('page-ready', soon, { signal })
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame)
    observer.disconnect()
  })
}
