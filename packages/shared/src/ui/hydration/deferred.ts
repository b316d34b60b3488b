import { html, noChange, render, type TemplateResult } from 'lit'
import { directive, Directive, type ChildPart } from 'lit/directive.js'
import { hydrateRoot, revealSection } from './hydrate-root.ts'
import { isAsSent } from './shape.ts'
import { enterAgain, holdFocus, typeAgain, typedIn } from './typed-words.ts'

/**
 * A section of a long page that the app hydrates by itself, after the page: hydrated in one go, thirty questions hold an old
 * phone up for as long as a press may wait. Each section has its turn; whoever presses, types or moves the focus into
 * one makes it come first. A page that the app renders itself has no such sections.
 */

/** Sections that wait for their turn, in the order of the page. */
const waiting = new Set<DeferredDirective>()

/** What makes a section come first. Before the browser or anything else acts on it, so that nothing is missed. */
const wakes = ['pointerdown', 'focusin', 'click', 'input', 'change'] as const

/** What is only begun by these: a section to be rendered anew waits for what ends it, or a press would end on nothing. */
const beginnings: ReadonlySet<string> = new Set(['pointerdown', 'focusin'])

type Draw = () => TemplateResult

class DeferredDirective extends Directive {
  #of: readonly unknown[] | undefined
  #element: HTMLElement | undefined
  #first: Draw | undefined
  #latest: Draw | undefined

  render(draw: Draw, _of?: readonly unknown[], _still?: boolean): unknown {
    return html`<tp-section>${draw()}</tp-section>`
  }

  override update(
    part: ChildPart,
    [draw, of, still]: [Draw, (readonly unknown[])?, boolean?],
  ): unknown {
    if (of && isSame(of, this.#of)) return noChange
    this.#of = of
    this.#latest = draw
    if (this.#first) {
      this.#wait()
      return noChange
    }
    if (this.#element) {
      render(draw(), this.#element)
      return noChange
    }
    const sent = part.startNode?.nextSibling
    if (!(sent instanceof HTMLElement && sent.dataset['shape'])) return this.render(draw)
    this.#element = sent
    this.#first = draw
    if (still) return noChange
    for (const wake of wakes) sent.addEventListener(wake, this.takeTurn, true)
    this.#wait()
    return noChange
  }

  #wait(): void {
    waiting.add(this)
    if (waiting.size === 1) setTimeout(takeTurns)
  }

  /** Hydrates the section, and leaves in its fields what somebody put there meanwhile. */
  readonly takeTurn = (event?: Event): void => {
    const [element, first] = [this.#element, this.#first]
    if (!element || !first) return
    revealSection(element)
    if (event && beginnings.has(event.type) && !isAsSent(element)) return
    this.#first = undefined
    waiting.delete(this)
    for (const wake of wakes) element.removeEventListener(wake, this.takeTurn, true)
    const typed = typedIn(element)
    const focusAgain = holdFocus(element)
    const hydrated = hydrateRoot(first(), element)
    render(this.#latest?.(), element)
    if (hydrated) return enterAgain(typed)
    focusAgain()
    // The event goes on to nodes that are gone: what stands in their place is told.
    void typeAgain(typed, nextTask)
    if (event?.type === 'click') pressAgain(event)
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[] | undefined): boolean =>
  one.length === other?.length && one.every((value, at) => value === other[at])

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

function pressAgain({ target }: Event): void {
  const button = target instanceof Element ? target.closest('button[id]') : null
  if (button) document.getElementById(button.id)?.click()
}

/** One section a task, so that a press never waits for more than one. */
function takeTurns(): void {
  const [next] = waiting
  next?.takeTurn()
  if (waiting.size > 0) setTimeout(takeTurns)
}

/**
 * `deferred(() => html…, [all that it is drawn of])`, where one template stands; what it holds is worked out in its turn too,
 * and again when it is drawn of something else. A section that is `still` stays as the server sent it until then: what is
 * only read, and links, need nothing from the app.
 */
export const deferred = directive(DeferredDirective)
