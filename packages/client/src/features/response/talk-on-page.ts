import type { AnswerPageModel } from '@takepart/shared/views/answering/answer-page.view'
import { addressOf } from '@takepart/shared/domain/consultation/edition-address'
import type { Services } from '../../app/services.ts'

type Talk = NonNullable<AnswerPageModel['talk']>

const known = new Map<string, Talk>()

/** The discussions that questions of a consultation lead to, as the server has written them into a page. */
export function talkWritten(page: ParentNode): Talk | undefined {
  const written = page.querySelector<HTMLElement>('[data-talk]')?.dataset['talk']
  return written ? (JSON.parse(written) as Talk) : undefined
}

/** The same on any page of questions: those that the app makes have them from the page that the browser loaded, or from a kept one. */
export function talkOnPage(page: ParentNode, slug: string): Talk | undefined {
  const written = talkWritten(page)
  if (written) known.set(slug, written)
  return known.get(slug)
}

/** Looks for them in the overview that is kept on the device. True when there is something to show that was not known. */
export async function findTalk({ keptPage }: Services, slug: string): Promise<boolean> {
  if (known.has(slug)) return false
  const overview = await keptPage(addressOf({ slug }))
  if (!overview?.includes('data-talk')) return false
  const { parsePage } = await import('../../app/parse-page.ts')
  const talk = talkWritten(parsePage(overview))
  if (talk) known.set(slug, talk)
  return talk !== undefined
}
