import {
  auditAddress,
  auditFilterIn,
  idIn,
  isDayEmpty,
  type AuditFilter,
} from '@takepart/shared/domain/account/audit-filter'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import {
  auditView,
  type AuditLine,
  type AuditModel,
} from '@takepart/shared/views/account/audit.view'
import { accountWords } from '@takepart/shared/words/account'
import { actWords, auditWords, unnamedThing, verbChoice } from '@takepart/shared/words/audit'
import {
  auditRowsAtOnce,
  listAudit,
  namesInAudit,
  usedInAudit,
} from '../../../features/account/audit/audit-list.queries.ts'
import type { AuditEntry } from '../../../features/account/audit/audit.queries.ts'
import { auditState } from '../../../features/account/audit/watch-audit.ts'
import { privatePage, type PageContext } from '../private-page.ts'

type NameOf = (named: string) => string

/** Who did what, in words, with whether the log is as it was written. */
export const auditPage = privatePage<AuditModel>({
  path: deskPaths.audit,
  action: 'audit.read',
  load: async (ctx) => {
    const { typedDay, ...filter } = auditFilterIn((name) => ctx.search.get(name))
    const dayUnknown = filter.day === undefined && !isDayEmpty(typedDay)
    const [actors, verbs] = [await usedInAudit(ctx.db, 'actor'), await usedInAudit(ctx.db, 'verb')]
    // A day that is in no calendar shows nothing: all days in its place would look like its acts.
    const found = dayUnknown ? [] : await listAudit(ctx.db, filter)
    const entries = found.slice(0, auditRowsAtOnce)
    const nameOf = await namesFor(ctx, { entries, actors, filter })
    return {
      state: await shownState(ctx),
      who: choices(auditWords.everybody, { values: actors, chosen: filter.actor, wordsOf: nameOf }),
      did: choices(auditWords.everything, {
        values: verbs,
        chosen: filter.verb,
        wordsOf: verbChoice,
      }),
      day: typedDay,
      dayUnknown,
      ...(filter.thing ? { thing: { key: filter.thing, name: nameOf(filter.thing) } } : {}),
      isFiltered: dayUnknown || Object.keys(filter).some((name) => name !== 'before'),
      lines: entries.map((entry) => lineOf(entry, nameOf)),
      ...pagesAround(filter, found),
    }
  },
  render: (model) => ({ title: accountWords.auditTitle, main: auditView(model) }),
})

function pagesAround(filter: AuditFilter, found: readonly AuditEntry[]) {
  const { before, ...same } = filter
  const last = found[auditRowsAtOnce - 1]
  return {
    ...(found.length > auditRowsAtOnce && last
      ? { older: auditAddress({ ...same, before: last.number }) }
      : {}),
    ...(before === undefined ? {} : { newest: auditAddress(same) }),
  }
}

async function shownState(ctx: PageContext): Promise<AuditModel['state']> {
  const state = await auditState(ctx)
  if (state.outcome === 'changed') return state
  const { checkedAt, ...whole } = state
  return { ...whole, ...(checkedAt ? { checkedAt: checkedAt.toISOString() } : {}) }
}

interface ToName {
  readonly entries: readonly AuditEntry[]
  readonly actors: readonly string[]
  readonly filter: AuditFilter
}

/** Names for all that the page speaks of, asked for at once. */
async function namesFor({ db }: PageContext, { entries, actors, filter }: ToName): Promise<NameOf> {
  const named = [
    ...actors,
    ...entries.flatMap(({ actor, thing, detail }) => [actor, thing, `:${detail}`]),
    filter.thing ?? '',
  ]
  const ids = [...new Set(named.flatMap((one) => idIn(one) ?? []))]
  const names = new Map((await namesInAudit(db, ids)).map(({ id, name }) => [id, name]))
  return (one) => {
    if (one === 'command-line') return accountWords.commandLine
    if (one.startsWith('job:')) return accountWords.theServer
    if (one === 'nobody') return accountWords.somebody
    return names.get(idIn(one) ?? '') ?? unnamedThing(one)
  }
}

function lineOf({ number, at, actor, verb, thing, detail }: AuditEntry, nameOf: NameOf): AuditLine {
  const name = nameOf(thing)
  const about = idIn(`:${detail}`) === undefined ? detail : nameOf(`staff:${detail}`)
  return {
    number,
    at: at.toISOString(),
    who: nameOf(actor),
    did: actWords(verb, { thing: name, detail: about }),
    thing: name,
    href: auditAddress({ thing }),
  }
}

interface Choosing {
  readonly values: readonly string[]
  readonly chosen: string | undefined
  readonly wordsOf: NameOf
}

/** A list to choose from, all of it first. What the address names is in it, also where nothing of the kind was done. */
const choices = (all: string, { values, chosen, wordsOf }: Choosing) => [
  { value: '', text: all, selected: chosen === undefined },
  ...[...new Set([...values, ...(chosen ? [chosen] : [])])]
    .map((value) => ({ value, text: wordsOf(value), selected: value === chosen }))
    .toSorted((one, other) => one.text.localeCompare(other.text, 'en-GB')),
]
