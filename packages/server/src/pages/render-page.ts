import { render } from '@lit-labs/ssr'
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js'
import type { ConsultationStatus, Trust } from '@takepart/shared/domain/consultation/consultation'
import type { Site } from '@takepart/shared/domain/site/site-settings'
import { unlessEnglish } from '@takepart/shared/ui/languages'
import { hydrationRoot } from '@takepart/shared/ui/hydration/shape'
import { siteFrame, type SiteFrameModel } from '@takepart/shared/views/site/site-frame.view'
import { html, type TemplateResult } from 'lit'
import { LRUCache } from 'lru-cache'
import type { ClientAssets, PageSheet } from './client-assets.ts'

/** A page before it is text. */
export interface PageContent {
  /** The page's own part of the title. */
  readonly title: string
  /** A sentence for search engines and link previews. */
  readonly description?: string
  /** The page's one address. Absent for pages that stand for many addresses, like errors: they have none to give. */
  readonly path?: string
  readonly content: TemplateResult
  /** Of the consultation or the round that the page is about. */
  readonly trust?: Trust
  /** What the Trust says of itself. Absent: it has said nothing. */
  readonly site?: Site
  /** The language of what is in `main`, where it is not the frame's. */
  readonly lang?: string
  /** Where the consultation of the page stands: the script keeps what can be had. */
  readonly status?: ConsultationStatus
  /** `document`: for reading, the small script. `app`: for answering, the app. */
  readonly script: 'document' | 'app'
  /** True for the page on which settings are chosen: the sheet is there before there are any, so that the first is shown at once. */
  readonly settings?: true
  /** Stylesheets that the page needs besides the one of every page. */
  readonly sheets?: readonly PageSheet[]
  /** The name of an element that takes the content over in the browser: only then are lit's marks left in the page. */
  readonly takenOverBy?: string
}

/** What is the same for every page of this server. */
export interface PageShell {
  readonly assets: ClientAssets
  /** Absolute addresses are made from this and from nothing that a request says. Absent: none are made. */
  readonly origin: string | undefined
}

/** The page as HTML. Everything that comes from a consultation is escaped, in the head here and in the body by lit. */
export const renderPage = (page: PageContent, shell: PageShell): string =>
  `<!doctype html><html lang="en-GB"><head>${head(page, shell)}</head><body>${body(page)}</body></html>`

function head(
  { title, description, path, script, settings, sheets = [] }: PageContent,
  { assets, origin }: PageShell,
): string {
  const indexed = script === 'document' && path !== undefined
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)} – Takepart</title>`,
    description === undefined ? '' : `<meta name="description" content="${escaped(description)}">`,
    indexed ? '' : '<meta name="robots" content="noindex">',
    indexed && origin !== undefined
      ? `<link rel="canonical" href="${escaped(origin + path)}">`
      : '',
    icons(assets.topFiles),
    '<meta name="theme-color" content="#00485c"><meta name="color-scheme" content="light dark">',
    // An element each: the security policy knows every sheet by its own hash.
    [assets.styles, ...sheets.map((name) => assets.pageStyles[name])]
      .map((styles) => `<style>${styles}</style>`)
      .join(''),
    settings ? `<link rel="stylesheet" href="${escaped(assets.settingsSheet)}">` : '',
    assets.firstScript === ''
      ? ''
      : `<script data-sheet="${escaped(assets.settingsSheet)}">${assets.firstScript}</script>`,
    script === 'app'
      ? assets.appImports
          .map((file) => `<link rel="modulepreload" href="${escaped(file)}">`)
          .join('')
      : '',
    scriptTag(script === 'app' ? assets.appScript : assets.documentScript),
  ].join('')
}

const scriptTag = (file: string): string =>
  file === '' ? '' : `<script type="module" src="${escaped(file)}"></script>`

/** Links to the manifest and the icons, of the files that the client was built with. */
export function icons(files: readonly string[]): string {
  const links = {
    'manifest.webmanifest': '<link rel="manifest" href="/manifest.webmanifest">',
    'icon.svg': '<link rel="icon" href="/icon.svg" type="image/svg+xml">',
    'apple-touch-icon.png': '<link rel="apple-touch-icon" href="/apple-touch-icon.png">',
  }
  return Object.entries(links)
    .filter(([file]) => files.includes(file))
    .map(([, link]) => link)
    .join('')
}

function body({ path, content, trust, site, status, lang, takenOverBy }: PageContent): string {
  const [before, after] = frameAround({
    path: path ?? '',
    trust,
    ...(site
      ? { host: { name: site.settings.name, ...(site.logo ? { logo: site.logo } : {}) } }
      : {}),
    status,
    lang: lang && unlessEnglish(lang),
  })
  const inside = textOf(content)
  return takenOverBy === undefined
    ? before + unmarked(inside) + after
    : before + hydrationRoot(takenOverBy, inside) + after
}

/** Stands where the page will be; a tag that no view uses and that escaped words cannot make. */
const placeText = '<tp-place></tp-place>'
const place = html`<tp-place></tp-place>`

const frames = new LRUCache<string, readonly [before: string, after: string]>({ max: 100 })

/** What stands before and after a page. It depends on little, so it is kept for the pages that follow. */
function frameAround(
  frame: Pick<SiteFrameModel, 'path' | 'trust' | 'host' | 'status' | 'lang'>,
): readonly [string, string] {
  const key = JSON.stringify(frame)
  const known = frames.get(key)
  if (known) return known
  const [before = '', after = ''] = unmarked(textOf(siteFrame({ ...frame, content: place }))).split(
    placeText,
  )
  frames.set(key, [before, after])
  return [before, after]
}

/** A template as markup, with lit's marks in it. */
export const textOf = (template: TemplateResult): string => collectResultSync(render(template))

/** Markup without lit's marks, which are there for hydration only. What people wrote cannot look like one: its "<" is escaped. */
export const unmarked = (markup: string): string =>
  markup.replaceAll(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, '')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Words as they may stand in markup, between tags or in an attribute. */
export const escaped = (words: string): string =>
  words.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
