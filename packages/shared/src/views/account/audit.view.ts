import { html, nothing } from 'lit'
import type { TypedDay } from '../../domain/account/audit-filter.ts'
import { clockWords, dayOfMomentWords, momentWords } from '../../domain/core/dates.ts'
import { deskPaths } from '../../domain/site/desk-paths.ts'
import { button } from '../../ui/button.ts'
import { dateInput } from '../../ui/date-input.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { fieldHref, hiddenText, pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { select } from '../../ui/select.ts'
import { accountWords } from '../../words/account.ts'
import { auditWords } from '../../words/audit.ts'

export interface AuditModel {
  readonly state: ShownState
  readonly who: readonly AuditChoice[]
  readonly did: readonly AuditChoice[]
  readonly day: TypedDay
  readonly dayUnknown: boolean
  /** Only what was done to one thing. */
  readonly thing?: { readonly key: string; readonly name: string }
  readonly isFiltered: boolean
  readonly lines: readonly AuditLine[]
  /** Where the older ones are; absent after the last. */
  readonly older?: string
  /** Where the newest are; absent where these are they. */
  readonly newest?: string
}

export interface AuditChoice {
  readonly value: string
  readonly text: string
  readonly selected: boolean
}

/** Whether the log is as it was written. */
export type ShownState =
  | { readonly outcome: 'whole'; readonly entries: number; readonly checkedAt?: string }
  | {
      readonly outcome: 'changed'
      readonly number: number
      readonly why: keyof typeof auditWords.why
    }

/** An act in words. */
export interface AuditLine {
  readonly number: number
  readonly at: string
  readonly who: string
  readonly did: string
  readonly thing: string
  /** All that was done to the same thing. */
  readonly href: string
}

const dayId = 'day'

/** Who did what, newest first. A form that only asks: it works without a script. */
export const auditView = (model: AuditModel) => html`<div class="wrap wide">
  ${model.dayUnknown ? errorSummary({ items: [{ href: fieldHref(dayId), text: auditWords.dayUnknown }] }) : nothing}
  <h1 id=${pageTitleId}>${accountWords.auditTitle}</h1>
  <p class="lede">${accountWords.auditLede}</p>
  ${stateView(model.state)}
  <form class="filters" method="get" action=${deskPaths.audit}>
    ${select({ id: 'who', name: 'who', title: auditWords.filterWho, items: model.who })}
    ${select({ id: 'did', name: 'did', title: auditWords.filterDid, items: model.did })}
    ${dateInput({ id: dayId, name: 'day', title: auditWords.filterDay, hint: auditWords.filterDayHint, value: model.day, ...(model.dayUnknown ? { error: auditWords.dayUnknown } : {}) })}
    ${model.thing ? html`<input type="hidden" name="thing" value=${model.thing.key} />` : nothing}
    ${button({ type: 'submit', text: auditWords.show, kind: 'second' })}
  </form>
  ${model.thing ? html`<p>${auditWords.onlyThing(model.thing.name)}</p>` : nothing}
  <p>${auditWords.count(model.lines.length, model.older !== undefined)}${model.isFiltered ? html` <a class="tool" href=${deskPaths.audit}>${auditWords.showAll}</a>` : nothing}</p>
  ${model.lines.length === 0 ? empty(model.isFiltered) : linesByDay(model.lines)}
  ${model.older || model.newest ? pager(model) : nothing}
</div>`

const pager = ({
  older,
  newest,
}: AuditModel) => html`<nav class="tools" aria-label=${accountWords.auditTable}>
  ${newest ? html`<a class="tool" href=${newest}>${accountWords.newest}</a>` : nothing}
  ${older ? html`<a class="tool" href=${older}>${accountWords.older}</a>` : nothing}
</nav>`

const empty = (isFiltered: boolean) => html`<div class="empty">
  <p>${isFiltered ? auditWords.none : accountWords.auditEmpty}</p>
  ${isFiltered ? html`<p>${auditWords.noneMore}</p>` : nothing}
</div>`

const stateView = (state: ShownState) =>
  state.outcome === 'whole'
    ? notice({
        tone: 'good',
        title: auditWords.whole,
        content: `${auditWords.wholeMore(state.entries)} ${state.checkedAt ? auditWords.wholeSince(momentWords(state.checkedAt)) : auditWords.wholeNow}`,
      })
    : notice({
        tone: 'warning',
        title: auditWords.changed,
        content: auditWords.changedMore(state.number, auditWords.why[state.why]),
      })

/** In the order of their numbers: a day that the clock of a server was put back to stands for itself. */
function linesByDay(lines: readonly AuditLine[]) {
  const days: { readonly day: string; readonly lines: AuditLine[] }[] = []
  for (const line of lines) {
    const day = dayOfMomentWords(line.at)
    if (days.at(-1)?.day !== day) days.push({ day, lines: [] })
    days.at(-1)?.lines.push(line)
  }
  return days.map(
    (one) => html`<section>
      <h2>${one.day}</h2>
      <ol class="log plain">${one.lines.map(lineView)}</ol>
    </section>`,
  )
}

const lineView = ({ number, at, who, did, thing, href }: AuditLine) => html`<li>
  <div>
    <p><strong>${who}</strong> ${did}</p>
    <p class="quiet"><time datetime=${at}>${clockWords(at)}</time>. ${auditWords.entry(number)}</p>
  </div>
  <a class="tool" href=${href}>${auditWords.toThis}${hiddenText(auditWords.toThisWhat(thing))}</a>
</li>`
