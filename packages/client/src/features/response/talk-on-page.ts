import type { AnswerPageModel } from '@takepart/shared/views/answering/answer-page.view'

type Talk = NonNullable<AnswerPageModel['talk']>

const known = new Map<string, Talk>()

/**
 * The discussions that questions of a consultation lead to, as the server has written them into the page that the browser
 * loaded; the pages that the app makes after that have them from there.
 */
export function talkOnPage(page: ParentNode, slug: string): Talk | undefined {
  const written = page.querySelector<HTMLElement>('[data-talk]')?.dataset['talk']
  if (written) known.set(slug, JSON.parse(written) as Talk)
  return known.get(slug)
}
