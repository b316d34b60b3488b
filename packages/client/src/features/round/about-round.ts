import {
  replyAddress,
  roundAddress,
  saidAddress,
  sayAddress,
} from '@takepart/shared/views/round/round-address'
import type { SayAbout } from '@takepart/shared/views/round/say-model'
import { isFailure } from '../../app/is-failure.ts'
import { parsePage } from '../../app/parse-page.ts'
import type { Services } from '../../app/services.ts'
import { aboutIn } from './about-in.ts'

type Answering = NonNullable<SayAbout['answering']>

/**
 * What a page to write on needs to know of its round, where the server has not just sent that page: asked for anew, and
 * without a connection taken from what is kept. Undefined: nothing can be said there (now). Throws where neither is to be had.
 */
export async function aboutRound(
  services: Services,
  slug: string,
  answered: number | undefined,
): Promise<SayAbout | undefined> {
  try {
    return aboutIn(parsed(await services.api.fetchPage(writingAddress(slug, answered))))
  } catch (error) {
    if (!isFailure(error)) throw error
    const kept = await keptAbout(services, slug, answered)
    if (!kept) throw error
    return kept
  }
}

const writingAddress = (slug: string, answered: number | undefined): string =>
  answered === undefined ? sayAddress(slug) : replyAddress(slug, answered)

/** The page itself; or of a reply what the kept page of the round, or of the thread, says of what is answered. */
async function keptAbout(
  { keptPage }: Services,
  slug: string,
  answered: number | undefined,
): Promise<SayAbout | undefined> {
  const read = async (path: string) => parsed(await keptPage(path))
  const own = aboutIn(await read(writingAddress(slug, answered)))
  if (own || answered === undefined) return own
  const about = aboutIn(await read(sayAddress(slug)))
  const answering =
    saidIn(await read(saidAddress(slug, answered)), answered) ??
    saidIn(await read(roundAddress(slug)), answered)
  if (!about || !answering) return undefined
  const { number, name, text } = answering
  const quotable = { of: { kind: 'contribution', number } as const, name, text }
  return { ...about, texts: [quotable, ...about.texts], answering }
}

/** A contribution as a page shows it. */
function saidIn(page: Document | undefined, number: number): Answering | undefined {
  const article = page?.getElementById(`said-${number}`)
  const name = page?.getElementById(`said-${number}-by`)?.textContent.trim()
  const paragraphs = [...(article?.querySelectorAll('.said-text > p') ?? [])].map(wordsOf)
  return name && paragraphs.length > 0 ? { number, name, text: paragraphs.join('\n\n') } : undefined
}

/** Without what is there for those who listen only: it is no part of what was said. */
function wordsOf(paragraph: Element): string {
  const copy = paragraph.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('.hidden-text')) hidden.remove()
  return copy.textContent.trim()
}

const parsed = (markup: string | undefined): Document | undefined =>
  markup === undefined ? undefined : parsePage(markup)
