import { caretLine } from './caret-line.ts'
import { shownPage, toolBar, toolButton, topBar, whenPageChanges } from './tool-bar.ts'

let guide: Guide | undefined

/** Does as the setting says: a ruler, a mask or nothing lies over the page. */
export function follow(): void {
  if (document.documentElement.dataset['guide']) guide ??= new Guide()
  else guide = guide?.end()
}

/** Round a control that has the focus, so that its ring is seen too. In the text's own size. */
const roomForRing = 0.9

/**
 * Keeps somebody's place: a line under what is read, or a mask over all but a few lines. It lies over the page and cannot
 * be pressed, and it is nothing to assistive technology. It follows the pointer or the focus, whichever moved last; two
 * buttons move it for whoever has neither. Nothing it does hides the control that has the focus.
 */
class Guide {
  readonly #over = new AbortController()
  readonly #sheet = document.createElement('div')
  readonly #bar = toolBar(
    toolButton({ text: 'Guide up', kind: 'second small' }, () => this.#step(-1)),
    toolButton({ text: 'Guide down', kind: 'second small' }, () => this.#step(1)),
  )
  /** The middle of the line that is read, from the top of the window. */
  #at = innerHeight / 2
  #frame = 0

  constructor() {
    const { signal } = this.#over
    this.#sheet.className = 'guide no-print'
    this.#sheet.ariaHidden = 'true'
    document.body.append(this.#sheet)
    addEventListener('pointermove', (event) => this.#followPointer(event), {
      signal,
      passive: true,
    })
    addEventListener(
      'click',
      (event) => {
        if (event.detail > 0) this.#followPointer(event)
      },
      { signal },
    )
    addEventListener('focusin', () => this.#followFocus(), { signal })
    document.addEventListener('selectionchange', () => this.#followCaret(), { signal })
    // Safari says nothing of a caret that moves within a field.
    for (const type of ['input', 'keyup'])
      addEventListener(type, () => this.#followField(), { signal })
    addEventListener(
      'scroll',
      ({ target }) => (target === focused() ? this.#followField() : this.#draw()),
      { signal, passive: true, capture: true },
    )
    addEventListener('resize', () => this.#draw(), { signal })
    whenPageChanges(() => this.#place(), signal)
    this.#place()
    this.#draw()
  }

  end(): undefined {
    this.#over.abort()
    cancelAnimationFrame(this.#frame)
    this.#sheet.remove()
    this.#bar.remove()
  }

  #place(): void {
    const page = shownPage()
    if (page && !page.contains(this.#bar)) topBar(page).append(this.#bar)
  }

  get #line(): number {
    return Number.parseFloat(getComputedStyle(this.#sheet).lineHeight)
  }

  #isOwn = (target: EventTarget | null): boolean => this.#bar.contains(target as Node)

  #followPointer({ clientY, target }: MouseEvent): void {
    if (!this.#isOwn(target)) this.#move(clientY)
  }

  /** The browser brings what gets the focus into sight first. */
  #followFocus(): void {
    requestAnimationFrame(() => {
      const control = focused()
      if (!control || this.#isOwn(control)) return
      if (control instanceof HTMLTextAreaElement) return this.#followField()
      const { top, bottom } = areaOf(control)
      this.#move(Math.min((top + bottom) / 2, top + this.#line))
    })
  }

  /** Somebody who moves through the words with a caret or marks them. */
  #followCaret(): void {
    if (focused() instanceof HTMLTextAreaElement) return this.#followField()
    const selection = getSelection()
    if (
      !selection?.focusNode ||
      selection.type === 'None' ||
      !document.getElementById('main')?.contains(selection.focusNode)
    )
      return
    const range = new Range()
    range.setStart(selection.focusNode, selection.focusOffset)
    const [box] = range.getClientRects()
    if (box) this.#move((box.top + box.bottom) / 2)
  }

  /** Somebody who writes, or moves through what they wrote. */
  #followField(): void {
    const field = focused()
    if (field instanceof HTMLTextAreaElement) this.#move(caretLine(field))
  }

  /** A line further; at the edge of the window the page moves instead. */
  #step(lines: number): void {
    const line = this.#line
    const to = this.#at + lines * line
    if (to < line * 2 || to > innerHeight - line * 2)
      scrollBy({ top: lines * line, behavior: 'instant' })
    else this.#move(to)
  }

  #move(at: number): void {
    this.#at = Math.min(Math.max(at, 0), innerHeight)
    this.#draw()
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      this.#sheet.style.setProperty('--at', `${this.#at}px`)
      this.#sheet.style.clipPath = holeAround(focused(), this.#line * roomForRing)
    })
  }
}

/** The control that has the focus, if any has. */
function focused(): Element | undefined {
  const { activeElement } = document
  return activeElement && !activeElement.matches('body, main') ? activeElement : undefined
}

/** A box or radio button together with its words. */
const areaOf = (control: Element): DOMRect =>
  (control.closest('.choice') ?? control).getBoundingClientRect()

/** Everything but where the control is. */
function holeAround(control: Element | undefined, room: number): string {
  if (!control) return ''
  const { left, top, right, bottom } = areaOf(control)
  const [x1, y1, x2, y2] = [left - room, top - room, right + room, bottom + room].map(
    (at) => `${Math.round(at)}px`,
  )
  return `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${x1} ${y1}, ${x2} ${y1}, ${x2} ${y2}, ${x1} ${y2}, ${x1} ${y1})`
}
