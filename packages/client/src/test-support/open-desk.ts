import type { StaffPage, StaffServices } from '../app/staff-services.ts'
import type { StaffApi } from '../api/staff-api.ts'
import { deskPage, deskServices } from './desk.ts'

/** What the server received: the procedure, and what came with it. */
export type Received = readonly [procedure: string, input: unknown]

/** What a server says, by procedure, one answer after the other and the last for ever. An error: the call comes to that. */
export type Answers = Readonly<Record<string, readonly unknown[]>>

function answeringApi(answers: Answers, received: Received[]): StaffApi {
  const left = new Map(Object.entries(answers).map(([name, all]) => [name, [...all]]))
  const answer = async (name: string, input: unknown): Promise<unknown> => {
    received.push([name, input])
    const all = left.get(name)
    if (!all) throw new Error(`No answer was given for ${name}`)
    const one = all.length > 1 ? all.shift() : all[0]
    if (one instanceof Error) throw one
    return one
  }
  const routerOf = (router: string) =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          const call = (input: unknown) => answer(`${router}.${String(name)}`, input)
          return { mutate: call, query: call }
        },
      },
    )
  return new Proxy({}, { get: (_, router) => routerOf(String(router)) }) as StaffApi
}

/** Opens a page of the desk before such a server. `after`: the model as it is when the page asks for it again. */
export async function openDesk<Model>(
  element: string,
  model: Model,
  answers: Answers = {},
  { after = model, ...changes }: Partial<StaffServices> & { readonly after?: Model | Error } = {},
): Promise<readonly Received[]> {
  const received: Received[] = []
  const api = answeringApi(answers, received)
  const page = deskPage(element, model) as StaffPage & { updateComplete: Promise<boolean> }
  page.arrive(
    deskServices({
      api,
      call: (work) => work(api),
      readPage: async () => {
        if (after instanceof Error) throw after
        return after
      },
      ...changes,
    }),
  )
  await page.updateComplete
  await page.updateComplete
  return received
}

/** The button that begins with these words, as a screen reader says it. */
export function buttonNamed(words: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('#main button')].find((one) =>
    one.textContent.replaceAll(/\s+/g, ' ').replaceAll(' :', ':').trim().startsWith(words),
  )
  if (!found) throw new Error(`No button begins with “${words}”`)
  return found
}

/** A field by its id, to read what stands in it. */
export const fieldOf = (id: string) =>
  document.getElementById(id) as HTMLInputElement | HTMLTextAreaElement

/** The id of what has the focus. */
export const focused = (): string | undefined => document.activeElement?.id

/** What the whole page says. */
export const said = (): string => document.getElementById('main')?.textContent ?? ''

/** What the message above the page says, and the one that is read aloud. */
export const trouble = (): string => document.getElementById('desk-trouble')?.textContent ?? ''
export const aloud = (): string => document.getElementById('status')?.textContent ?? ''

/** The links of the error summary: where each leads, and its words. */
export const summary = (): (readonly [string | null, string])[] =>
  [...document.querySelectorAll('#error-summary a')].map((link) => [
    link.getAttribute('href'),
    link.textContent.trim(),
  ])

/** Stays on the page; resolves with the path to which the page would have gone. */
export function nextAddress(): Promise<string> {
  const { navigation } = window as unknown as { navigation: EventTarget }
  return new Promise((resolve) => {
    navigation.addEventListener(
      'navigate',
      (event) => {
        event.preventDefault()
        resolve(
          new URL((event as Event & { destination: { url: string } }).destination.url).pathname,
        )
      },
      { once: true },
    )
  })
}
