import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { hydrationRoot } from '@takepart/shared/ui/hydration/shape'
import { deskFrame } from '@takepart/shared/views/account/desk-frame.view'
import { html, type TemplateResult } from 'lit'
import type { PageShell } from '../render-page.ts'
import { escaped, icons, textOf, unmarked } from '../render-page.ts'

export interface RenderedPage {
  readonly title: string
  readonly main: TemplateResult
  readonly element?: string
  /** The model, for the element to hydrate from. */
  readonly json?: string
  readonly path: string
  readonly person?: StaffActor
  /** Whoever signs in again in place may do so with a work account too. */
  readonly hasProvider: boolean
}

/** Stands where the page will be; a tag that no view uses and that escaped words cannot make. */
const placeText = '<tp-place></tp-place>'
const place = html`<tp-place></tp-place>`

/** A page of the desk as HTML, with its model as a block of data. */
export function renderPrivatePage(page: RenderedPage, shell: PageShell): string {
  const { title, path, main, element, json, person, hasProvider } = page
  const inside = textOf(main)
  const content = element ? hydrationRoot(element, inside) : unmarked(inside)
  const [before, after] = unmarked(
    textOf(deskFrame({ title, path, content: place, hasProvider, ...(person ? { person } : {}) })),
  ).split(placeText)
  return `<!doctype html><html lang="en-GB"><head>${head(title, shell)}</head><body class="desk">${before}${content}${after}${json ? modelBlock(json) : ''}</body></html>`
}

/** A block of data and no script: browsers do not run it. An escaped `<` cannot end it early. */
const modelBlock = (json: string): string =>
  `<script type="application/json" id="page-model">${json.replaceAll('<', String.raw`\u003c`)}</script>`

const head = (title: string, { assets }: PageShell): string =>
  [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)} – Takepart</title>`,
    '<meta name="robots" content="noindex">',
    icons(assets.topFiles),
    '<meta name="theme-color" content="#00485c"><meta name="color-scheme" content="light dark">',
    `<style>${assets.styles}</style>`,
    link('stylesheet', assets.deskSheet),
    assets.firstScript === ''
      ? ''
      : `<script data-sheet="${escaped(assets.settingsSheet)}">${assets.firstScript}</script>`,
    ...assets.staffImports.map((file) => link('modulepreload', file)),
    assets.staffScript === ''
      ? ''
      : `<script type="module" src="${escaped(assets.staffScript)}"></script>`,
  ].join('')

const link = (rel: string, file: string): string =>
  file === '' ? '' : `<link rel="${rel}" href="${escaped(file)}">`
