import type { Paging } from '@takepart/shared/domain/draft'

/** What an address asks for. Addresses are canonical: what is not spelt exactly so is not a page. */
export type PageAddress =
  | { readonly kind: 'list' | 'help' | 'privacy' }
  | { readonly kind: 'overview' | 'all-questions' | 'outcome'; readonly slug: string }
  | { readonly kind: 'reading'; readonly slug: string; readonly document: string }
  | { readonly kind: 'answering'; readonly slug: string; readonly paging: Paging; readonly id: string }
  /** Pages that the app makes on the device, about one consultation. */
  | { readonly kind: 'own-answers'; readonly slug: string }
  /** Pages that the app makes on the device from what is kept there. */
  | { readonly kind: 'app' }
  /** Data: the newest version of a consultation, or a numbered one. */
  | { readonly kind: 'newest-version'; readonly slug: string }
  | { readonly kind: 'version'; readonly slug: string; readonly number: number }

const word = '[a-z0-9]+(?:-[a-z0-9]+)*'
const ofConsultation = new RegExp(`^/consultations/(${word})(?:/(${word})(?:/(${word}))?)?$`)
const data = new RegExp(`^/consultations/(${word})(?:/versions/([1-9][0-9]{0,5}))?\\.json$`)
const appPage = /^\/(?:app-shell|open-response|clear-this-device|my-responses(?:\/[0-9a-f-]{36})?)$/
const longest = 200

/** Reads a path (no query). Undefined when there can be no such page. */
export function pageAt(path: string): PageAddress | undefined {
  if (path.length > longest) return undefined
  if (path === '/') return { kind: 'list' }
  if (path === '/help') return { kind: 'help' }
  if (path === '/privacy') return { kind: 'privacy' }
  if (appPage.test(path)) return { kind: 'app' }
  const [, slug, part, id] = ofConsultation.exec(path) ?? []
  if (slug === undefined) return dataAt(path)
  return id === undefined ? pageOfConsultation(slug, part) : pageWithin(slug, part, id)
}

function dataAt(path: string): PageAddress | undefined {
  const [, slug, number] = data.exec(path) ?? []
  if (slug === undefined) return undefined
  return number === undefined ? { kind: 'newest-version', slug } : { kind: 'version', slug, number: Number(number) }
}

function pageOfConsultation(slug: string, part: string | undefined): PageAddress | undefined {
  switch (part) {
    case undefined: return { kind: 'overview', slug }
    case 'all-questions': return { kind: 'all-questions', slug }
    case 'outcome': return { kind: 'outcome', slug }
    case 'questions': return { kind: 'answering', slug, paging: 'all', id: 'all' }
    case 'answer': case 'check': return { kind: 'own-answers', slug }
    default: return undefined
  }
}

function pageWithin(slug: string, part: string | undefined, id: string): PageAddress | undefined {
  switch (part) {
    case 'read': return { kind: 'reading', slug, document: id }
    case 'questions': return { kind: 'answering', slug, paging: 'question', id }
    case 'sections': return { kind: 'answering', slug, paging: 'section', id }
    default: return undefined
  }
}

/** The path of a request's target, without its query. */
export function pathOf(target: string): string {
  const end = target.indexOf('?')
  return end === -1 ? target : target.slice(0, end)
}
