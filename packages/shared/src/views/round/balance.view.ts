import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import { figures } from '../../domain/core/figures.ts'
import type { Balance, ProtectedCount, Suggestion } from '../../domain/round/balance.ts'
import { balancePaths, pathOfBalance } from '../../domain/site/moderation-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { hiddenText, pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { balanceWords as words } from '../../words/balance.ts'
import { roundAddress, saidAddress } from './round-address.ts'

export interface RoundOnDesk {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly standing: 'scheduled' | 'open' | 'closed'
  readonly contributions: number
}

export interface RoundsModel {
  readonly rounds: readonly RoundOnDesk[]
}

export interface BalanceModel {
  readonly round: Pick<RoundOnDesk, 'id' | 'slug' | 'title'>
  readonly now: string
  readonly balance: Balance
  readonly suggestion: Suggestion | null
}

/** Every round with the way to its balance. */
export const roundsDeskView = ({ rounds }: RoundsModel) => html`<div class="wrap wide">
  <h1 id=${pageTitleId}>${words.listTitle}</h1>
  <p class="lede">${words.listLede}</p>
  ${rounds.length === 0 ? html`<div class="empty"><p>${words.none}</p></div>` : html`<ul class="log plain">${rounds.map(roundItem)}</ul>`}
</div>`

const roundItem = ({ id, slug, title, standing, contributions }: RoundOnDesk) => html`<li>
  <div><a class="tool" href=${roundAddress(slug)}>${title}</a>
    <p><span class=${standing === 'open' ? 'mark going' : 'mark'}>${words[standing]}</span> <span class="quiet">${words.contributions(contributions)}</span></p></div>
  <a class="tool" href=${pathOfBalance(id)}>${words.see}${hiddenText(`: ${title}`)}</a>
</li>`

/** Sentences first, then one suggestion, then pictures with their tables. */
export const balanceView = (model: BalanceModel) => {
  const { round, now, balance } = model
  const said = balance.share.staff + balance.share.public
  return html`<div class="wrap wide">
  ${backLink({ href: balancePaths.list, text: words.back })}
  <h1 id=${pageTitleId}>${words.title(round.title)}</h1>
  <p class="quiet">${words.asOf(momentWords(now))} <a href=${roundAddress(round.slug)}>${words.goToRound}</a></p>
  ${said === 0 ? html`<div class="empty"><p>${words.nothing}</p></div>` : measured(model)}
</div>`
}

const measured = (model: BalanceModel) => html`
  <div class="bench">
    <section aria-labelledby="said"><h2 id="said">${words.whatSaid}</h2>${sentences(model.balance).map((sentence) => html`<p>${sentence}</p>`)}</section>
    <section aria-labelledby="suggest">${notice({
      title: html`<span id="suggest">${words.next}</span>`,
      content: model.suggestion ? words.suggestion(model.suggestion) : words.nothingNext,
    })}${pointsView(model)}</section>
  </div>
  ${whoSpeaks(model.balance)}${whereTheyStand(model.balance)}${reachView(model.balance)}`

/** What the numbers say, in words, in the order of the measures. */
export function sentences(balance: Balance): readonly string[] {
  const { share, replies, staffReplies, mostActive, unchallenged } = balance
  return [
    words.staff(share.staff, share.public, share.publicToOneOfStaff),
    words.replies(replies.among, replies.of),
    words.answers(staffReplies.asked, staffReplies.answered, staffReplies.middleMinutes),
    words.active(mostActive.people, mostActive.percent),
    words.unchallenged(unchallenged.length),
  ]
}

const mostPoints = 10

const pointsView = ({ round, balance }: BalanceModel) => html`
  ${points(words.unansweredTitle, round.slug, balance.staffReplies.unanswered)}
  ${points(words.unchallengedTitle, round.slug, balance.unchallenged)}`

const points = (title: string, slug: string, numbers: readonly number[]) =>
  numbers.length === 0
    ? nothing
    : html`<h3>${title}</h3><ul class="plain">${numbers
        .slice(0, mostPoints)
        .map(
          (number) =>
            html`<li><a class="tool" href=${saidAddress(slug, number)}>${words.point(number)}</a></li>`,
        )}${numbers.length > mostPoints ? html`<li class="quiet">${words.most(numbers.length - mostPoints)}</li>` : nothing}</ul>`

interface Counted {
  readonly id: string
  readonly title: string
  readonly head: string
  readonly rows: readonly { readonly label: string; readonly count: number }[]
}

const whoSpeaks = ({ share }: Balance) =>
  countedPart({
    id: 'who',
    title: words.whoSpeaks,
    head: words.contributionsOf,
    rows: [
      { label: words.public, count: share.public },
      { label: words.trust, count: share.staff },
    ],
  })

const whereTheyStand = ({ stances }: Balance) => {
  const kinds = ['for', 'conditional', 'undecided', 'against', 'none'] as const
  const taken = kinds.filter((kind) => kind !== 'none').some((kind) => stances[kind] > 0)
  return taken
    ? countedPart({
        id: 'stances',
        title: words.stancesTitle,
        head: words.comments,
        rows: kinds.map((kind) => ({ label: words.stances[kind], count: stances[kind] })),
      })
    : nothing
}

/** Bars that grow with the text, read without colour: the words and the figures stand beside them as text. */
const countedPart = ({ id, title, head, rows }: Counted) => {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const all = rows.reduce((sum, { count }) => sum + count, 0)
  const share = (count: number): string => `${all === 0 ? 0 : Math.round((100 * count) / all)}%`
  return html`<section class="part" aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    <div class="chart" role="img" aria-label=${words.chart(title)}>${rows.map(
      ({ label, count }) =>
        html`<p><b>${label}</b><span><svg width=${`${Math.round((680 * count) / most) / 10}%`} height="1.5em" aria-hidden="true"><rect width="100%" height="100%" rx="3" fill="currentColor"></rect></svg> ${figures(count)}, ${share(count)}</span></p>`,
    )}</div>
    <section class="table all" tabindex="0" aria-label=${words.tableOf(title)}><table>
      <caption>${title}</caption>
      <thead><tr><th scope="col">${title}</th><th scope="col" class="n">${head}</th><th scope="col" class="n">${words.share}</th></tr></thead>
      <tbody>${rows.map(({ label, count }) => html`<tr><th scope="row">${label}</th><td class="n">${figures(count)}</td><td class="n">${share(count)}</td></tr>`)}</tbody>
    </table></section>
  </section>`
}

const protectedCell = (count: ProtectedCount) =>
  count === 'few'
    ? html`<span aria-hidden="true">${words.few}</span>${hiddenText(words.fewSaid)}`
    : figures(count)

/** Small numbers hidden, the rest rounded, whoever looks: staff are no exception. */
const reachView = ({ reach }: Balance) => html`<section class="part" aria-labelledby="reach">
  <h2 id="reach">${words.reachTitle}</h2>
  <section class="table all" tabindex="0" aria-label=${words.tableOf(words.reachTitle)}><table>
    <caption>${words.reachTitle}</caption>
    <thead><tr><th scope="col">${words.described}</th><th scope="col" class="n">${words.people}</th></tr></thead>
    <tbody>
      ${reach.described.map(({ self, people }) => html`<tr><th scope="row" dir="auto">“${self}”</th><td class="n">${protectedCell(people)}</td></tr>`)}
      <tr><th scope="row">${words.others}</th><td class="n">${protectedCell(reach.others)}</td></tr>
      <tr><th scope="row">${words.notSaid}</th><td class="n">${protectedCell(reach.notSaid)}</td></tr>
    </tbody>
  </table></section>
  <p class="quiet">${words.reachNote}</p>
</section>`
