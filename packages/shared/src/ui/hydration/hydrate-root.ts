import { hydrate } from '@lit-labs/ssr-client'
import type { RenderOptions, TemplateResult } from 'lit'
import { isAsSent, sectionTag } from './shape.ts'

/**
 * Hydrates what a server rendered, without touching a node that somebody may be typing in. A root that is not as the server
 * sent it, or is of another build than this script, is emptied, to be rendered anew.
 *
 * @returns false where it was emptied
 */
export function hydrateRoot(
  template: TemplateResult,
  root: HTMLElement,
  options?: RenderOptions,
): boolean {
  const asSent = isAsSent(root)
  root.removeAttribute('data-shape')
  concealSections(root)
  try {
    if (asSent) hydrate(template, root, options)
    if (asSent) return true
  } catch {
    // The template is not the one that the server rendered: a page of another build.
  }
  root.replaceChildren()
  delete (root as { _$litPart$?: unknown })._$litPart$
  return false
}

/** What the comments of a section said. */
const concealed = new WeakMap<Element, readonly (readonly [comment: Comment, data: string])[]>()

/** Lit hydrates every comment below a root: those of the sections in it are empty until each is hydrated itself. */
function concealSections(root: Element): void {
  for (const section of root.querySelectorAll(`${sectionTag}[data-shape]`)) {
    const comments: (readonly [Comment, string])[] = []
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_COMMENT)
    while (walker.nextNode()) {
      const comment = walker.currentNode as Comment
      comments.push([comment, comment.data])
      comment.data = ''
    }
    concealed.set(section, comments)
  }
}

/** Gives the comments of a section back, so that it can be hydrated. */
export function revealSection(section: Element): void {
  for (const [comment, data] of concealed.get(section) ?? []) comment.data = data
  concealed.delete(section)
}
