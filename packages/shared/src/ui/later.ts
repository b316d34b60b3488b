import { html, noChange, render, type TemplateResult } from 'lit'
import { directive, Directive, type ChildPart } from 'lit/directive.js'
import { enterWords, takeOver, touchedIn } from './take-over.ts'

/**
 * A part of a long page that the app takes over by itself, after the page: taken over in one go, thirty questions hold
 * an old phone up for as long as a press may wait. Each part has its turn; whoever presses, types or moves the focus
 * into one makes it come first. A page that the app draws itself has no such parts.
 */

/**
 * The page as the server sends it, with lit's marks in each part put by: what takes the page over passes by marks it does
 * not know. They are short, a part with nothing in it is one mark and not two, and tags and what stands between
 * them are without the line ends that nobody sees: a page of thirty questions has two thousand of each. What people wrote
 * cannot look like a mark or a tag: its "<" and ">" are escaped.
 */
export const putLaterBy = (markup: string): string =>
  markup.replaceAll(/<tp-later>.*?<\/tp-later>/gs, (part) =>
    part
      .replace('>', ' defer>')
      .replaceAll(/<!--lit-part ?/g, '<!--')
      .replaceAll('<!--/lit-part-->', '<!--/-->')
      .replaceAll('<!--lit-node ', '<!--@')
      .replaceAll('=-->', '-->')
      .replaceAll('<!----><!--/-->', '<!--=-->')
      .replaceAll(/(<\/?(?:div|fieldset|legend|li|ol|p|ul)\b[^>]*>)\n\s*/g, '$1')
      .replaceAll(/\n\s+(?=<)/g, '\n')
      .replaceAll(/(<input[^>]*?)\s*\/>/g, '$1>')
      .replaceAll(/\s*\n\s*(?=[^<>]*>)/g, ' ')
      .replaceAll('" >', '">'),
  )

/** A mark of lit's, from one that was put by. What is no mark, which the server's pages have too, begins with "?". */
function markOf(putBy: string): string {
  if (putBy.startsWith('?')) return putBy
  if (putBy.startsWith('@')) return `lit-node ${putBy.slice(1)}`
  if (putBy === '/') return '/lit-part'
  // The name of a template is eight bytes in base64, which end with "=".
  return putBy ? `lit-part ${putBy}=` : 'lit-part'
}

/** Parts that wait for their turn, in the order of the page. */
const waiting = new Set<LaterDirective>()

/** What makes a part come first. Before the browser or anything else acts on it, so that nothing is missed. */
const wakes = ['pointerdown', 'focusin', 'click', 'input', 'change'] as const

type Draw = () => TemplateResult

class LaterDirective extends Directive {
  #of: readonly unknown[] | undefined
  #element: HTMLElement | undefined
  #first: Draw | undefined
  #latest: Draw | undefined

  render(draw: Draw, _of?: readonly unknown[], _still?: boolean): unknown {
    return html`<tp-later>${draw()}</tp-later>`
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
    if (!(sent instanceof HTMLElement && sent.hasAttribute('defer'))) return this.render(draw)
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

  /** Takes the part over, and leaves in its fields what somebody put there meanwhile: what they do next says so to the app. */
  readonly takeTurn = (): void => {
    const [element, first] = [this.#element, this.#first]
    if (!element || !first) return
    this.#first = undefined
    waiting.delete(this)
    for (const wake of wakes) element.removeEventListener(wake, this.takeTurn, true)
    const held = touchedIn(element).map((control) => ({
      control,
      value: control.value,
      checked: 'checked' in control && control.checked,
    }))
    takeMarksUp(element)
    takeOver(first(), element)
    render(this.#latest?.(), element)
    for (const { control, ...words } of held) enterWords(control, words)
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[] | undefined): boolean =>
  one.length === other?.length && one.every((value, at) => value === other[at])

function takeMarksUp(element: Element): void {
  element.removeAttribute('defer')
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_COMMENT)
  while (walker.nextNode()) {
    const mark = walker.currentNode as Comment
    // A part with nothing in it.
    if (mark.data === '=') mark.before(document.createComment('lit-part'))
    mark.data = mark.data === '=' ? '/lit-part' : markOf(mark.data)
  }
}

/** One part a task, so that a press never waits for more than one. */
function takeTurns(): void {
  const [next] = waiting
  next?.takeTurn()
  if (waiting.size > 0) setTimeout(takeTurns)
}

/**
 * `later(() => html…, [all that it is drawn of])`, where one template stands; what it holds is worked out in its turn too,
 * and again when it is drawn of something else. A part that is `still` stays as the server sent it until then: what is
 * only read, and links, need nothing from the app.
 */
export const later = directive(LaterDirective)
