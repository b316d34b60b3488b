import { hydrationRoot } from '@takepart/shared/ui/hydration/shape'
import { rendered, renderedSay } from 'virtual:server-rendered'
import { slug } from './app.ts'

const bus = rendered.find(({ version }) => version.consultation.slug === slug)

/** The page on which to ask for the tests' consultation in another way, as the server sends it. */
export const anotherWayMarkup = (): string =>
  hydrationRoot('tp-another-way-page', bus?.anotherWay ?? '')

/** The HTML of a page of questions of the tests' consultation, as the server sends it: "questions/how-travel". */
export function serverMarkup(path: string): string {
  const page = bus?.pages.find((one) => one.path.endsWith(`/${path}`))
  if (!page) throw new Error(`the server renders no ${path}`)
  return hydrationRoot('tp-answer-page', page.markup)
}

/** The page on which to say something in the round of the tests, or to reply, as the server sends it. */
export const sayMarkup = (which: 'say' | 'reply' = 'say'): string =>
  hydrationRoot('tp-say-page', renderedSay[which])
