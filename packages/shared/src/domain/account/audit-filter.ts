import { isUuid } from '../core/ids.ts'
import { deskPaths } from '../site/desk-paths.ts'

/** Which entries of the audit log somebody looks at. */
export interface AuditFilter {
  /** As the log names them: `staff:…`, `job:…`, `command-line`. */
  readonly actor?: string
  readonly verb?: string
  /** `consultation:…`. */
  readonly thing?: string
  /** A day of the calendar in the United Kingdom, YYYY-MM-DD. */
  readonly day?: string
  /** Only entries older than this number. */
  readonly before?: number
}

/** A day as it was typed into three fields. */
export interface TypedDay {
  readonly day: string
  readonly month: string
  readonly year: string
}

export const isDayEmpty = ({ day, month, year }: TypedDay): boolean =>
  [day, month, year].every((part) => part.trim() === '')

/** The day as YYYY-MM-DD; undefined where there is no such day. */
export function dayTyped(typed: TypedDay): string | undefined {
  const parts = [typed.year, typed.month, typed.day].map((part) => part.trim())
  if (!parts.every((part) => /^\d{1,4}$/.test(part)) || parts[0]?.length !== 4) return undefined
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900
  return isReal ? date.toISOString().slice(0, 10) : undefined
}

export function typedDayOf(iso: string): TypedDay {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}

/** What an address asks for, as far as it can be read: anything else in it is as if it were not there. */
export function auditFilterIn(get: (name: string) => string | null): AuditFilter & {
  readonly typedDay: TypedDay
} {
  const matching = (name: string, pattern: RegExp): string | undefined => {
    const given = get(name) ?? ''
    return pattern.test(given) ? given : undefined
  }
  const actor = matching('who', /^[a-z-]{1,40}(:[a-z0-9-]{1,60})?$/)
  const verb = matching('did', /^[a-z-]{1,40}[.][a-z-]{1,40}$/)
  const thing = matching('thing', /^[a-z-]{1,40}:[a-zA-Z0-9-]{1,80}$/)
  const before = matching('before', /^\d{1,15}$/)
  const part = (name: string): string => (get(`day_${name}`) ?? '').slice(0, 20)
  const typedDay = { day: part('day'), month: part('month'), year: part('year') }
  const day = dayTyped(typedDay)
  return {
    typedDay,
    ...(actor ? { actor } : {}),
    ...(verb ? { verb } : {}),
    ...(thing ? { thing } : {}),
    ...(day ? { day } : {}),
    ...(before ? { before: Number(before) } : {}),
  }
}

/** The address of these entries. */
export function auditAddress({ actor, verb, thing, day, before }: AuditFilter): string {
  const typed = day === undefined ? undefined : typedDayOf(day)
  const search = new URLSearchParams({
    ...(actor ? { who: actor } : {}),
    ...(verb ? { did: verb } : {}),
    ...(thing ? { thing } : {}),
    ...(typed ? { day_day: typed.day, day_month: typed.month, day_year: typed.year } : {}),
    ...(before ? { before: String(before) } : {}),
  }).toString()
  return search === '' ? deskPaths.audit : `${deskPaths.audit}?${search}`
}

/** The id in what the log names, where it is one that can be looked up. */
export function idIn(named: string): string | undefined {
  const [, id = ''] = named.split(':')
  return isUuid(id) ? id : undefined
}
