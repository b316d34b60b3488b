import { cdp } from 'vitest/browser'

/** A control or group as the browser tells it to assistive technology. */
export interface Told {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly invalid: boolean
  readonly checked: boolean
}

interface Value {
  readonly value?: unknown
}
interface AccessibleNode {
  readonly ignored: boolean
  readonly role?: Value
  readonly name?: Value
  readonly description?: Value
  readonly properties?: readonly { readonly name: string; readonly value: Value }[]
}
interface Frame {
  readonly frame: { readonly id: string; readonly url: string }
  readonly childFrames?: readonly Frame[]
}

const send = <Answer>(method: string, parameters: object = {}): Promise<Answer> =>
  (cdp() as unknown as { send: (method: string, parameters: object) => Promise<Answer> }).send(
    method,
    parameters,
  )

const framesIn = (frame: Frame): readonly Frame[] => [
  frame,
  ...(frame.childFrames ?? []).flatMap(framesIn),
]

/**
 * Everything on the page with one of the roles, in the order of the page: names and descriptions as this browser
 * computes them, and not as a library thinks it should.
 */
export async function told(...roles: readonly string[]): Promise<readonly Told[]> {
  const { frameTree } = await send<{ frameTree: Frame }>('Page.getFrameTree')
  const here = framesIn(frameTree).find(({ frame }) => frame.url === location.href)
  const { nodes } = await send<{ nodes: readonly AccessibleNode[] }>(
    'Accessibility.getFullAXTree',
    { frameId: here?.frame.id },
  )
  return nodes
    .filter(({ ignored, role }) => !ignored && roles.includes(String(role?.value)))
    .map(asTold)
}

function asTold({ role, name, description, properties = [] }: AccessibleNode): Told {
  const property = (wanted: string) =>
    String(properties.find((one) => one.name === wanted)?.value.value ?? 'false')
  const words = (value: Value | undefined) =>
    String(value?.value ?? '')
      .replaceAll('\u00a0', ' ')
      .trim()
  return {
    role: words(role),
    name: words(name),
    description: words(description),
    invalid: property('invalid') === 'true',
    checked: property('checked') === 'true',
  }
}
