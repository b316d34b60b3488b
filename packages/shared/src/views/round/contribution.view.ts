import { html, nothing } from 'lit'
import { acknowledgements, roundedCount } from '../../domain/round/acknowledgement.ts'
import type { ContributionSource } from '../../domain/round/contribution-source.ts'
import { sourceKey } from '../../domain/round/quotation.ts'
import type {
  RemovedWords,
  ShownContribution,
  ShownQuotation,
  ShownWords,
} from '../../domain/round/shown-contribution.ts'
import type { Stance } from '../../domain/round/stance.ts'
import { hiddenText } from '../../ui/field.ts'
import { roundWords as words } from '../../words/round.ts'
import { paragraphsOf } from './paragraphs.view.ts'
import { reportWords } from '../../words/contribution-report.ts'
import { replyAddress, reportAddress, saidAddress } from './round-address.ts'

/** Where a contribution stands: what is asked, and whether anybody can still answer. */
export interface ContributionPlace {
  readonly slug: string
  readonly position: string | undefined
  readonly open: boolean
  /** A comment of the round, or a reply to one; replies have the smaller heading. */
  readonly level: 'comment' | 'reply'
  /** True where only people of the same mind have answered: somebody else is invited to. */
  readonly unchallenged?: boolean
}

/** One contribution as speech: who, where they stand, what they quote, what they say, and what can be done. */
export const contributionView = (one: ShownContribution, place: ContributionPlace) =>
  one.words.kind === 'said'
    ? saidView(one, one.words, place)
    : html`<article class="say gone" id=${idOf(one)} aria-labelledby=${`${idOf(one)}-by`}>
        <span class="face" aria-hidden="true">–</span>
        <div class="bubble"><p class="quiet" id=${`${idOf(one)}-by`}>${words.gone[one.words.kind]}</p></div>
      </article>`

const idOf = ({ number }: Pick<ShownContribution, 'number'>): string =>
  sourceKey({ kind: 'contribution', number })

const saidView = (
  one: ShownContribution,
  said: ShownWords,
  place: ContributionPlace,
) => html`<article class="say" id=${idOf(one)} aria-labelledby=${`${idOf(one)}-by`}>
  ${face(said.name, one.source)}
  <div class="bubble">
    <div class="by"><div>${nameHeading(one, said, place)} <span class="as">${asOf(one, said)}</span></div></div>
    ${said.stance && place.position ? html`<p>${stanceView(said.stance, place.position, said.condition)}</p>` : nothing}
    ${said.quotations.map((quotation) => quotationView(quotation, place.slug))}
    <div class="said-text" data-quotable=${idOf(one)}>${paragraphsOf(said.text, (paragraph, start) => withMarks(paragraph, start, said.removed))}</div>
    ${place.level === 'comment' && place.open && one.replies === 0 ? html`<p class="quiet">${words.unanswered}</p>` : nothing}
    ${place.unchallenged ? html`<p class="quiet">${words.unchallenged}</p>` : nothing}
    ${acknowledgedView(one)}
    ${toolsView(one, said, place)}
  </div>
</article>`

const nameHeading = (one: ShownContribution, said: ShownWords, { level }: ContributionPlace) =>
  level === 'comment'
    ? html`<h3 id=${`${idOf(one)}-by`} dir="auto">${said.name}</h3>`
    : html`<h4 id=${`${idOf(one)}-by`} dir="auto">${said.name}</h4>`

/** A round letter for people, a square one for the Trust; the words beside it say the same. */
export function face(name: string, source: ContributionSource) {
  const [letter = ''] = name.trim()
  const own = source === 'staff' || source === 'seed'
  const shown = source === 'meeting' || source === 'paper' ? '”' : letter.toLocaleUpperCase('en-GB')
  return html`<span class=${own ? 'face staff' : 'face'} aria-hidden="true">${shown}</span>`
}

/** Self-description in quotation marks, because it is their words; where it comes from; when. */
function asOf(one: ShownContribution, { self }: ShownWords) {
  const from = words.source(one.source, one.sourceNote)
  const parts = [
    self === undefined ? nothing : html`<span dir="auto">“${self}”</span>`,
    from || nothing,
    html`<time datetime=${one.shownOn}>${words.saidOn(one.shownOn)}</time>`,
    one.editedOn === undefined ? nothing : words.edited(one.editedOn),
  ].filter((part) => part !== nothing)
  return parts.map((part, index) => html`${index > 0 ? ' · ' : nothing}${part}`)
}

const stanceClass: Readonly<Record<Stance, string>> = {
  for: 'stance for',
  against: 'stance',
  conditional: 'stance if',
  undecided: 'stance undecided',
}

export const stanceView = (stance: Stance, position: string, condition?: string) =>
  html`<span class=${stanceClass[stance]} dir="auto">${words.stance(stance, position, condition)}</span>`

const quotationView = (quotation: ShownQuotation, slug: string) => {
  const href =
    quotation.of.kind === 'starter'
      ? `/rounds/${slug}#${sourceKey(quotation.of)}`
      : `${saidAddress(slug, quotation.of.number)}#${sourceKey(quotation.of)}`
  return 'gone' in quotation
    ? html`<figure class="exact gone"><figcaption>${words.quotationGone(quotation)}
        ${quotation.by === undefined ? nothing : html`<a href=${href}>${words.seeNow(quotation.by)}</a>`}</figcaption></figure>`
    : html`<figure class="exact"><blockquote dir="auto">${quotation.exact}</blockquote>
        <figcaption><a href=${href}>${words.exactWords(quotation.by)}</a></figcaption></figure>`
}

/** What a moderator took out is marked, and said why. */
export function withMarks(paragraph: string, start: number, removed: readonly RemovedWords[]) {
  const parts: unknown[] = []
  let at = start
  const end = start + paragraph.length
  for (const mark of removed.filter((one) => one.start >= start && one.end <= end)) {
    parts.push(
      paragraph.slice(at - start, mark.start - start),
      html`<em class="removed">${paragraph.slice(mark.start - start, mark.end - start)}</em>${hiddenText(`(${words.removedFor(mark.reason)})`)}`,
    )
    at = mark.end
  }
  return [...parts, paragraph.slice(at - start)]
}

/** Counts above the threshold, in words. A script puts buttons in their place where one can press. */
function acknowledgedView(one: ShownContribution) {
  const shown = acknowledgements.flatMap((kind) => {
    const count = roundedCount(one.acknowledged[kind])
    return count === undefined ? [] : [{ kind, count }]
  })
  return html`<div class="reacts" data-acknowledge=${one.number} data-counts=${JSON.stringify(Object.fromEntries(shown.map(({ kind, count }) => [kind, count])))}>${shown.map(({ kind, count }) => html`<p class="quiet small">${words.acknowledgedBy[kind](count)}</p>`)}</div>`
}

const toolsView = (
  one: ShownContribution,
  { name }: ShownWords,
  { slug, open, level }: ContributionPlace,
) => html`<p class="tools">
  ${
    open
      ? html`<a class="tool" href=${replyAddress(slug, one.number)}>${words.reply}${hiddenText(words.replyTo(name))}</a>
        <a class="tool" href=${`${replyAddress(slug, one.number)}#quote`}>${words.quote}${hiddenText(words.quoteOf(name))}</a>`
      : nothing
  }
  ${level === 'comment' ? html`<a class="tool" href=${saidAddress(slug, one.number)}>${words.link}${hiddenText(words.linkOf(name))}</a>` : nothing}
  <a class="tool" href=${reportAddress(slug, one.number)}>${reportWords.link}${hiddenText(reportWords.linkOf(name))}</a>
</p>`
