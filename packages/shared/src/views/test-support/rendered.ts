import { render } from '@lit-labs/ssr'
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js'
import type { TemplateResult } from 'lit'

/** The markup a server sends, without Lit's marks. */
export const rendered = (template: TemplateResult): string =>
  collectResultSync(render(template)).replace(/<!--.*?-->|<\?>/gs, '')

/** The words of some markup, as they are read. */
export const wordsOf = (template: TemplateResult): string =>
  rendered(template)
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Where every link on a page goes. */
export const linksOf = (template: TemplateResult): readonly string[] =>
  [...rendered(template).matchAll(/<a[^>]* href="([^"]*)"/g)].map(([, href = '']) => href)
