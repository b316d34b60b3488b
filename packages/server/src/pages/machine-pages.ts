import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { statusOf } from '@takepart/shared/domain/consultation/consultation'
import { addressOf } from '@takepart/shared/domain/consultation/edition-address'
import { appShellPath, sitePaths } from '@takepart/shared/domain/site/site-paths'
import type { MappedConsultation } from '../features/consultation/consultation.queries.ts'
import { askEachTime, keepNowhere, type PageDeps } from './page-deps.ts'
import type { MadePage } from './cache/ready-page.ts'

const plain = (body: string): MadePage => ({
  status: 200,
  type: 'text/plain; charset=utf-8',
  cacheControl: askEachTime,
  body,
})
const none: MadePage = {
  status: 404,
  type: 'text/plain; charset=utf-8',
  cacheControl: keepNowhere,
  body: 'There is nothing here.\n',
}

const { app, documents } = sitePaths

/** For search engines: everything may be found but what is made on a person's own device. */
export const robots = ({ shell: { origin } }: PageDeps): MadePage =>
  plain(
    [
      'User-agent: *',
      ...[
        app.myResponses,
        app.openResponse,
        app.clearDevice,
        appShellPath,
        deskPaths.home,
        '/trpc/',
      ].map((path) => `Disallow: ${path}`),
      ...(origin ? [`Sitemap: ${origin}/sitemap.xml`] : []),
    ]
      .join('\n')
      .concat('\n'),
  )

/** What a map of a site may hold (sitemaps.org), and enough consultations to fill it: each has three addresses at least. */
const mostAddresses = 50_000
const mostMapped = 10_000

/** The addresses of a consultation that are for reading, in each edition. */
function addressesOf(consultation: MappedConsultation, now: Date): readonly string[] {
  const { slug, documents: inIt, editions } = consultation
  const status = statusOf(consultation, now)
  const forReading =
    status === 'scheduled'
      ? []
      : ['/all-questions', '/large-print', ...inIt.map((id) => `/read/${id}`)]
  const standardOnly = status === 'concluded' ? ['/outcome'] : []
  const inEditions = editions.flatMap((edition) =>
    ['', ...forReading].map((part) => addressOf({ slug, edition }) + part),
  )
  return [
    ...['', ...forReading, ...standardOnly].map((part) => addressOf({ slug }) + part),
    ...inEditions,
  ]
}

/** The addresses that are for reading. Needs absolute addresses, so there is none until the origin is set. */
export async function sitemap({ published, now, shell: { origin } }: PageDeps): Promise<MadePage> {
  if (!origin) return none
  const paths = (await published.mapped(mostMapped)).flatMap((consultation) =>
    addressesOf(consultation, now()),
  )
  // Slugs and ids are letters, digits and hyphens, so nothing has to be escaped.
  const addresses = [
    documents.list,
    documents.help,
    documents.privacy,
    documents.accessibility,
    documents.displaySettings,
    ...paths,
  ]
    .slice(0, mostAddresses)
    .map((path) => `<url><loc>${origin}${path}</loc></url>`)
    .join('\n')
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses}\n</urlset>\n`
  return { ...plain(body), type: 'application/xml; charset=utf-8' }
}

const daysValid = 180

/** Where to tell of a weakness (RFC 9116). */
export function securityContact({ now, shell: { origin } }: PageDeps): MadePage {
  if (!origin) return none
  const expires = new Date(now().getTime() + daysValid * 86_400_000)
  const address = `${origin}/.well-known/security.txt`
  return plain(
    `Contact: ${origin}/help\nExpires: ${expires.toISOString().slice(0, 10)}T00:00:00Z\nPreferred-Languages: en\nCanonical: ${address}\n`,
  )
}
