import { nothing } from 'lit'
import { type ChildPart, directive, Directive } from 'lit/directive.js'
import { setCommittedValue } from 'lit/directive-helpers.js'

class ChangingDirective extends Directive {
  #shown: unknown

  render(words: unknown): unknown {
    return words
  }

  override update(part: ChildPart, [words]: [unknown]): unknown {
    if (typeof this.#shown === 'string' && words !== this.#shown) setCommittedValue(part)
    this.#shown = words
    return words === '' ? nothing : words
  }
}

/**
 * Text that changes while it is on the page: `<p>${changing(words)}</p>`. Lit writes a changed text into the node that stands
 * where it put one, and a translator of pages has put its own element in the place of that node: the change would be
 * seen by nobody. Here a changed text takes the place of whatever stands there. It is the last thing in its element, or an
 * element or another expression follows: a text of the template that follows may have been replaced as well.
 */
export const changing = directive(ChangingDirective)
