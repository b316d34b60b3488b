import { html, nothing } from 'lit'
import {
  anchorQuotation,
  sameSource,
  sourceKey,
  type Quotation,
} from '../../domain/round/quotation.ts'
import { sentenceChoices, type QuotableText } from '../../domain/round/quotable-text.ts'
import type { Looked } from '../../domain/round/typed-quotation.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { sayWords as words } from '../../words/say.ts'
import { paragraphsOf } from './paragraphs.view.ts'
import { errorOf, type Live } from './say-model.ts'

/** What is quoted so far, and two ways to quote more: choose sentences, or select words and press a button. */
export const quotingView = (live: Live) => html`<section class="quoting" aria-labelledby="quoted" >
  <h2 id="quoted" tabindex="-1">${words.quoting.title}</h2>
  ${errorOf(live, 'quoted') ? html`<p class="problem">${changing(errorOf(live, 'quoted'))}</p>` : nothing}
  ${live.model.form.quotations.map((quotation) => chosen(live, quotation))}
  <details id="sentences"><summary>${words.quoting.pick}</summary><div>
    ${live.model.about.texts.map((text) => sentencesOfText(live, text))}
  </div></details>
  <details><summary>${words.quoting.read}</summary><div>
    <p>${words.quoting.how}</p>
    ${live.model.about.texts.map(
      (text) => html`<h3>${text.name}</h3>
        <div class="said-text" data-quotable=${sourceKey(text.of)}>${paragraphsOf(text.text)}</div>`,
    )}
    ${button({ text: words.quoting.selected, kind: 'second', id: 'quote-selected', onClick: () => live.handlers?.onQuoteSelected() })}
  </div></details>
</section>`

const nameOf = ({ model }: Live, { of }: Quotation): string =>
  model.about.texts.find((text) => sameSource(text.of, of))?.name ?? ''

const chosen = (live: Live, quotation: Quotation) => html`<figure class="exact">
  <blockquote dir="auto">${changing(quotation.exact)}</blockquote>
  <figcaption>${changing(words.quoting.exact(nameOf(live, quotation)))}
    ${button({
      text: words.quoting.takeOut,
      kind: 'quiet',
      hidden: changing(`“${quotation.exact.slice(0, 60)}”`),
      onClick: () => live.handlers?.onChange({ quotations: others(live, quotation) }),
    })}</figcaption>
</figure>`

const isSame = (one: Quotation, other: Quotation): boolean =>
  sameSource(one.of, other.of) && one.exact === other.exact && one.prefix === other.prefix

const others = ({ model }: Live, quotation: Quotation): readonly Quotation[] =>
  model.form.quotations.filter((one) => !isSame(one, quotation))

/** Every sentence as a box to tick: nothing need be selected with a pointer. */
function sentencesOfText(live: Live, text: QuotableText) {
  const key = sourceKey(text.of)
  const bound = sentenceChoices(text.text).flatMap((sentence) => {
    const quotation = anchorQuotation(text.of, text.text, sentence)
    return quotation ? [quotation] : []
  })
  return checkboxes({
    id: `sentences-${key}`,
    name: `sentences-${key}`,
    title: text.name,
    items: bound.map((quotation, index) => ({
      value: String(index),
      text: quotation.exact,
      checked: live.model.form.quotations.some((one) => isSame(one, quotation)),
    })),
    onChange: (value, checked) => {
      const quotation = bound[Number(value)]
      if (quotation)
        live.handlers?.onChange({
          quotations: [...others(live, quotation), ...(checked ? [quotation] : [])],
        })
    },
  })
}

/** Words typed between quotation marks: bound when they are there, and told kindly when they are not. */
export const typedNotices = (live: Live) =>
  live.model.looked.map((looked) =>
    looked.found ? foundNotice(live, looked) : missingNotice(live, looked),
  )

/** Typed again within a quotation that stands there with them. */
const isQuoted = ({ model }: Live, { of, exact }: Quotation): boolean =>
  model.form.quotations.some((one) => sameSource(one.of, of) && one.exact.includes(exact))

const foundNotice = (live: Live, { quotation }: Extract<Looked, { found: true }>) =>
  isQuoted(live, quotation)
    ? nothing
    : html`<div class="notice"><p>${changing(words.typed.found(nameOf(live, quotation)))}</p>
        <p class="tools">${button({
          text: words.typed.show,
          kind: 'quiet',
          onClick: () =>
            live.handlers?.onChange({ quotations: [...live.model.form.quotations, quotation] }),
        })}</p></div>`

const missingNotice = (
  live: Live,
  { typed, nearest }: Extract<Looked, { found: false }>,
) => html`<div class="notice warning">
  <h2>${words.typed.missing}</h2>
  <p>${changing(words.typed.wrote(typed.words))}</p>
  ${nearest ? html`<p>${changing(words.typed.theyWrote(nearest.name, nearest.quotation.exact))}</p>` : nothing}
  <p class="tools">
    ${
      nearest
        ? button({
            text: words.typed.useTheirs,
            kind: 'quiet',
            onClick: () =>
              live.handlers?.onChange({
                text: replaced(live, typed, ''),
                quotations: [...live.model.form.quotations, nearest.quotation],
              }),
          })
        : nothing
    }
    ${button({
      text: words.typed.ownWords,
      kind: 'quiet',
      hidden: changing(`“${typed.words}”`),
      onClick: () => live.handlers?.onChange({ text: replaced(live, typed, typed.words) }),
    })}
  </p>
</div>`

const replaced = (
  { model }: Live,
  { start, end }: { readonly start: number; readonly end: number },
  by: string,
): string => model.form.text.slice(0, start) + by + model.form.text.slice(end)
