import { appShellPath, oneAddressOf, sitePaths } from '@takepart/shared/domain/site/site-paths'
import { accessibilityPage } from './accessibility-page.ts'
import { consultationPage } from './consultation-pages.ts'
import { robots, securityContact, sitemap } from './machine-pages.ts'
import { addressIn, pageAt, type PageAddress, type PageRoute } from './page-address.ts'
import { openData } from './open-data.ts'
import { withSite, type PageDeps } from './page-deps.ts'
import type { MadePage } from './cache/ready-page.ts'
import { isOfRounds, roundPage } from './round-pages.ts'
import {
  appPage,
  displaySettingsPage,
  helpNowPage,
  helpPage,
  listPage,
  notFoundPage,
  privacyPage,
} from './site-pages.ts'
import { versionData } from './version-data.ts'

/** What a path leads to. `key` is what a page is kept under: paths that give the same page share one. */
export type Place =
  | { readonly kind: 'page'; readonly key: string; readonly address: PageAddress }
  | { readonly kind: 'machine'; readonly key: MachinePath }
  | { readonly kind: 'nothing'; readonly key: string }
  | { readonly kind: 'moved'; readonly to: string }
  /** Not the pages' to answer. */
  | { readonly kind: 'elsewhere' }

const { myResponses } = sitePaths.app

type MachinePath = '/robots.txt' | '/sitemap.xml' | '/.well-known/security.txt'

const machinePaths: readonly string[] = [
  '/robots.txt',
  '/sitemap.xml',
  '/.well-known/security.txt',
] satisfies readonly MachinePath[]
const isMachinePath = (path: string): path is MachinePath => machinePaths.includes(path)
const ofOthers = /^\/(trpc|health|assets|media)(\/|$)/
const nothing: Place = { kind: 'nothing', key: ' nothing' }

/** Where a path leads that the router has found a route for; it is not looked for again unless it is misspelt. */
export function placeOn(route: PageRoute, path: string): Place {
  const address = addressIn(route, path)
  return address ? { kind: 'page', address, key: keyOf(address, path) } : placeOf(path)
}

/** Where a path leads. Every path that leads nowhere shares one key, so asking for many of them fills nothing. */
export function placeOf(path: string): Place {
  if (ofOthers.test(path)) return { kind: 'elsewhere' }
  if (isMachinePath(path)) return { kind: 'machine', key: path }
  const address = pageAt(path)
  if (address) return { kind: 'page', address, key: keyOf(address, path) }
  const one = oneAddressOf(path)
  return one !== path && pageAt(one) ? { kind: 'moved', to: one } : nothing
}

/** The app's own page is one page at all its addresses, but for the one that the navigation leads to. */
const keyOf = (address: PageAddress, path: string): string =>
  address.kind === 'app' && path !== myResponses ? appShellPath : path

/** Makes the page of a place. */
export async function makePage(
  place: Exclude<Place, { kind: 'moved' | 'elsewhere' }>,
  deps: PageDeps,
): Promise<MadePage> {
  if (place.kind === 'machine') return makeMachinePage(place.key, deps)
  const ofSite = await withSite(deps)
  return place.kind === 'nothing' ? notFoundPage(ofSite) : addressedPage(place, ofSite)
}

/** Pages of the site itself, about no one consultation. */
const sitePages = {
  list: (deps: PageDeps) => listPage(deps),
  help: helpPage,
  'help-now': helpNowPage,
  privacy: privacyPage,
  accessibility: accessibilityPage,
  'display-settings': displaySettingsPage,
} as const

type SiteAddress = Extract<PageAddress, { readonly kind: keyof typeof sitePages }>

const isOfSite = (address: PageAddress): address is SiteAddress =>
  Object.hasOwn(sitePages, address.kind)

async function addressedPage(
  { address, key }: Extract<Place, { kind: 'page' }>,
  deps: PageDeps,
): Promise<MadePage> {
  if (isOfRounds(address)) return roundPage(address, deps)
  if (isOfSite(address)) return sitePages[address.kind](deps)
  switch (address.kind) {
    case 'app':
      return appPage(deps, key === myResponses ? key : undefined)
    case 'newest-version':
    case 'version':
      return versionData(address, deps)
    case 'open-data':
      return openData(address, deps)
    default:
      return consultationPage(address, deps)
  }
}

function makeMachinePage(path: MachinePath, deps: PageDeps): MadePage | Promise<MadePage> {
  switch (path) {
    case '/robots.txt':
      return robots(deps)
    case '/sitemap.xml':
      return sitemap(deps)
    case '/.well-known/security.txt':
      return securityContact(deps)
  }
}
