import type { Page } from '@playwright/test'

/** A node of the tree that the browser hands to assistive technology, without what that never meets. */
export interface Heard {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly value: string
  /** Only what is so: `checked`, `expanded`, `invalid`, `focused`, `level` … */
  readonly states: ReadonlyMap<string, string>
  readonly children: readonly Heard[]
}

interface AxValue {
  readonly value?: unknown
}
interface AxNode {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: AxValue
  readonly name?: AxValue
  readonly description?: AxValue
  readonly value?: AxValue
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[]
  readonly childIds?: readonly string[]
}

const words = (value: AxValue | undefined): string =>
  value?.value === undefined ? '' : String(value.value)

/** The tree of the page as it stands: Chromium's own, by its debugging protocol, not one that a program worked out from the markup. */
export async function heardTree(page: Page): Promise<Heard> {
  const browser = await page.context().newCDPSession(page)
  const { nodes } = (await browser.send('Accessibility.getFullAXTree')) as {
    nodes: readonly AxNode[]
  }
  await browser.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const heard = (node: AxNode): readonly Heard[] => {
    const children = (node.childIds ?? []).flatMap((id) => heard(byId.get(id) ?? node))
    const role = words(node.role)
    if (node.ignored || role === 'none' || role === 'generic') return children
    const states = new Map(
      (node.properties ?? []).map(({ name, value }) => [name, words(value)] as const),
    )
    return [
      {
        role,
        name: words(node.name),
        description: words(node.description),
        value: words(node.value),
        states,
        children,
      },
    ]
  }
  const [root] = nodes[0] ? heard(nodes[0]) : []
  if (!root) throw new Error('the page has no accessibility tree')
  return root
}

/** The first node, in the order of the page, that is as asked. */
export function findHeard(node: Heard, isIt: (node: Heard) => boolean): Heard | undefined {
  if (isIt(node)) return node
  for (const child of node.children) {
    const found = findHeard(child, isIt)
    if (found) return found
  }
  return undefined
}
