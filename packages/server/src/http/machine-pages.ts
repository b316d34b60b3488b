import { statusOf, type Consultation } from '@takepart/shared/domain/consultation'
import { addressOf } from '@takepart/shared/domain/edition-address'
import { appShellPath, sitePaths } from '@takepart/shared/domain/site-paths'
import { askEachTime, keepNowhere, type PageDeps } from './page-deps.ts'
import type { MadePage } from './ready-page.ts'

const plain = (body: string): MadePage => ({ status: 200, type: 'text/plain; charset=utf-8', cacheControl: askEachTime, body })
const none: MadePage = { status: 404, type: 'text/plain; charset=utf-8', cacheControl: keepNowhere, body: 'There is nothing here.\n' }

const { app, documents } = sitePaths

/** For search engines: everything may be found but what is made on a person's own device. */
export const robots = ({ shell: { origin } }: PageDeps): MadePage => plain([
  'User-agent: *',
  ...[app.myResponses, app.openResponse, app.clearDevice, appShellPath, '/trpc/'].map((path) => `Disallow: ${path}`),
  ...(origin ? [`Sitemap: ${origin}/sitemap.xml`] : []),
].join('\n').concat('\n'))

const forReading = ({ documents: all }: Consultation): readonly string[] => ['/all-questions', ...all.map(({ id }) => `/read/${id}`)]

/** The addresses that are for reading, in each edition. Needs absolute addresses, so there is none until the origin is set. */
export async function sitemap({ published, now, shell: { origin } }: PageDeps): Promise<MadePage> {
  if (!origin) return none
  const shown = (await published.all()).filter((one) => one.retraction === undefined)
  const paths = shown.flatMap(({ slug, version: { consultation } }) => {
    const status = statusOf(consultation, now())
    const parts = status === 'scheduled' ? [] : ['/large-print', ...forReading(consultation)]
    const inEditions = (consultation.editions ?? []).flatMap(({ id: edition }) =>
      ['', ...(status === 'scheduled' ? [] : forReading(consultation))].map((part) => addressOf({ slug, edition }) + part))
    return [...['', ...parts, ...(status === 'concluded' ? ['/outcome'] : [])].map((part) => addressOf({ slug }) + part), ...inEditions]
  })
  // Slugs and ids are letters, digits and hyphens, so nothing has to be escaped.
  const addresses = [documents.list, documents.help, documents.privacy, documents.accessibility, documents.displaySettings, ...paths].map((path) => `<url><loc>${origin}${path}</loc></url>`).join('\n')
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses}\n</urlset>\n`
  return { ...plain(body), type: 'application/xml; charset=utf-8' }
}

const daysValid = 180

/** Where to tell of a weakness (RFC 9116). */
export function securityContact({ now, shell: { origin } }: PageDeps): MadePage {
  if (!origin) return none
  const expires = new Date(now().getTime() + daysValid * 86_400_000)
  const address = `${origin}/.well-known/security.txt`
  return plain(`Contact: ${origin}/help\nExpires: ${expires.toISOString().slice(0, 10)}T00:00:00Z\nPreferred-Languages: en\nCanonical: ${address}\n`)
}
