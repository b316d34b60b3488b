import { responseWords } from '@takepart/shared/words/response'
import type { Services } from '../app/services.ts'

/** The overview of a consultation leads on to the draft of it that is on this device, in the place of a new beginning. */
export async function offerDraft({ records }: Pick<Services, 'records'>): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('main .actions a.button[href$="/answer"]')
  const slug = /^\/consultations\/([^/]+)/.exec(location.pathname)?.[1]
  if (!link || !slug) return
  const all = await records.list('response').catch(() => [])
  if (all.some(({ state, draft }) => state === 'draft' && draft.slug === slug))
    link.textContent = responseWords.goOn
}
