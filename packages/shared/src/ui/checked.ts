import { noChange } from 'lit'
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js'

class CheckedDirective extends Directive {
  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.ELEMENT)
      throw new Error('checked() stands in an element: <input ${checked(true)}>')
  }

  render(_checked: boolean): typeof noChange {
    return noChange
  }

  override update(part: ElementPart, [checked]: [boolean]): typeof noChange {
    const input = part.element as HTMLInputElement
    if (input.checked !== checked) input.checked = checked
    return noChange
  }
}

/**
 * Keeps a radio button or checkbox as the data says, also after somebody has pressed it, when its attribute no longer
 * counts. It stands beside `?checked`, which is for the server. A binding to `.checked` would do neither: the server
 * writes it as `checked="false"`, and that means checked.
 */
export const checked = directive(CheckedDirective)
