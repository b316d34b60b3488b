import type { Limits } from '../../config.ts'

export type LimitName =
  | 'submits'
  | 'support-requests'
  | 'code-tries'
  | 'code-tries-of-network'
  | 'contributions'
  | 'acknowledgements'
  | 'sign-ins'
  | 'staff-acts'
  | 'concerns'

/** This machine: a test, a script, or a proxy that TRUST_PROXY does not name. People cannot be told apart there. */
export const thisMachine = 'this machine'

const limitsOnSending: ReadonlySet<LimitName> = new Set([
  'submits',
  'support-requests',
  'contributions',
  'acknowledgements',
  'concerns',
])

/** Counts what networks spend in windows of fixed length; when one is used up they wait for the next. */
export interface Limiter {
  /** Spends one. Answers how many seconds to wait: 0 means go on. A refused call is counted too. */
  take(limit: LimitName, subject: string): number
  /** Takes back one that turned out not to count. */
  giveBack(limit: LimitName, subject: string): void
  /** Tells other servers what was spent here and learns from them; called about once a second. */
  exchange(): Promise<void>
  /** How many budgets are being counted: what strangers make it remember must stay small. */
  size(): number
}

/** What one server tells the others: so much more was spent on a key. */
export interface Spending {
  readonly key: string
  readonly spent: number
  readonly endsAt: Date
}

/** Where servers meet: adds what is told, answers the totals of those keys. */
export type Ledger = (
  spendings: readonly Spending[],
  now: Date,
) => Promise<readonly Pick<Spending, 'key' | 'spent'>[]>

interface Counter {
  readonly key: string
  readonly endsAt: number
  readonly share: number
  /** Spent on this server, of that told to the others, and what the others have told. */
  spent: number
  told: number
  elsewhere: number
  /** It is on its way to the others, who may know of it though `told` does not say so yet. */
  telling: boolean
}

export interface LimiterParts {
  readonly now: () => Date
  readonly ledger: Ledger
  /**
   * The name under which the table knows a budget. It must not give away the network or the reference: all networks can be
   * hashed in seconds, so it takes a key (shared-key.ts).
   */
  readonly nameInTable: (budget: string) => string
}

/**
 * Budgets stay in memory and meet in a table of the database once a second, so that no call waits for them. A network is
 * told of only when it has spent a tenth of its budget: what ordinary people do is written nowhere, and a budget is
 * overdrawn by at most a tenth for each further server.
 */
export function createLimiter(limits: Limits, { now, ledger, nameInTable }: LimiterParts): Limiter {
  const budgets: Readonly<Record<LimitName, { readonly budget: number; readonly window: number }>> =
    {
      submits: { budget: limits.submitsPerMinute, window: 60_000 },
      'support-requests': { budget: limits.supportRequests, window: 900_000 },
      contributions: { budget: limits.contributions, window: 900_000 },
      acknowledgements: { budget: limits.acknowledgements, window: 900_000 },
      concerns: { budget: limits.concerns, window: 900_000 },
      'code-tries': { budget: limits.codeTries, window: 900_000 },
      'code-tries-of-network': { budget: limits.codeTriesPerNetwork, window: 900_000 },
      'sign-ins': { budget: limits.signIns, window: 900_000 },
      'staff-acts': { budget: limits.staffActsPerMinute, window: 60_000 },
    }
  const counters = new Map<string, Counter>()
  const counterOf = (limit: LimitName, subject: string): Counter | undefined => {
    const { budget, window } = budgets[limit]
    // On this machine everybody looks like one network: a limit on sending would shut out all for one.
    if (budget === 0 || (limitsOnSending.has(limit) && subject === thisMachine)) return undefined
    const time = now().getTime()
    const key = `${limit} ${subject} ${Math.floor(time / window)}`
    const counter = counters.get(key) ?? {
      key,
      endsAt: (Math.floor(time / window) + 1) * window,
      share: Math.ceil(budget / 10),
      spent: 0,
      told: 0,
      elsewhere: 0,
      telling: false,
    }
    counters.set(key, counter)
    return counter
  }
  return {
    take: (limit, subject) => {
      const counter = counterOf(limit, subject)
      if (!counter) return 0
      counter.spent += 1
      return counter.spent + counter.elsewhere > budgets[limit].budget
        ? Math.ceil((counter.endsAt - now().getTime()) / 1000)
        : 0
    },
    giveBack: (limit, subject) => {
      const counter = counterOf(limit, subject)
      if (!counter) return
      if (counter.spent > 0) counter.spent -= 1
      if (counter.spent === 0 && counter.told === 0 && !counter.telling)
        counters.delete(counter.key)
    },
    size: () => counters.size,
    exchange: () => exchange(counters, { now: now(), ledger, nameInTable }),
  }
}

async function exchange(
  counters: Map<string, Counter>,
  { now, ledger, nameInTable }: Omit<LimiterParts, 'now'> & { readonly now: Date },
): Promise<void> {
  for (const [key, counter] of counters) if (counter.endsAt <= now.getTime()) counters.delete(key)
  const telling = [...counters.values()].filter(
    (counter) =>
      counter.spent !== counter.told && (counter.told > 0 || counter.spent >= counter.share),
  )
  if (telling.length === 0) return
  const byName = new Map(
    telling.map((counter) => [nameInTable(counter.key), { counter, spent: counter.spent }]),
  )
  for (const counter of telling) counter.telling = true
  const totals = await ledger(
    [...byName].map(([key, { counter, spent }]) => ({
      key,
      spent: spent - counter.told,
      endsAt: new Date(counter.endsAt),
    })),
    now,
  ).finally(() => {
    for (const counter of telling) counter.telling = false
  })
  for (const { key, spent: total } of totals) {
    const told = byName.get(key)
    if (!told) continue
    told.counter.told = told.spent
    told.counter.elsewhere = Math.max(0, total - told.spent)
  }
}
