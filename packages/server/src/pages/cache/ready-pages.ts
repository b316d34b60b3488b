import { brotliSmallest } from './body-encoding.ts'
import {
  bytesOf,
  readyPage,
  type MadePage,
  type ReadyPage,
  type SharedHeaders,
} from './ready-page.ts'

export interface ReadyPagesOptions {
  /** Asked when a page is made. */
  readonly headers: () => SharedHeaders
  readonly now: () => Date
  /** True while this server is told of every change. Only then may a page that cannot be made anew outlive `mostAge`. */
  readonly hearsOfChanges: () => boolean
  /** Told when a page could not be made anew and the one before it is served. */
  readonly onTrouble: (error: unknown) => void
  readonly mostBytes?: number
}

interface Kept {
  readonly page: ReadyPage
  readonly madeAt: number
  readonly bytes: number
}

/** Pages are made anew in the background after this age, in milliseconds, … */
const refreshAge = 30_000
/** … and are not served after this one without having been made anew: what is removed is gone within a minute (promise P10). */
const mostAge = 55_000
const defaultMostBytes = 24 * 1024 * 1024
/** What an address takes that shares its page with others: lists of headers. */
const sharedBytes = 2048

/**
 * Pages made ready once and served from memory, keyed by their address and by nothing else: no header and no query that
 * one person sends can change what the next person gets.
 */
export class ReadyPages {
  private readonly kept = new Map<string, Kept>()
  private readonly making = new Map<string, Promise<ReadyPage>>()
  private bytes = 0
  /** What is said at an address that leads nowhere. There is no end of those, so they share one body. */
  private notFound: ReadyPage | undefined
  private generation = 0
  private readonly options: ReadyPagesOptions

  constructor(options: ReadyPagesOptions) {
    this.options = options
  }

  /** The page at an address: at once when it is ready, otherwise made by `make`, once however many ask at the same time. */
  serve(address: string, make: () => Promise<MadePage>): ReadyPage | Promise<ReadyPage> {
    const entry = this.kept.get(address)
    if (entry === undefined) return this.makeOnce(address, make)
    const now = this.options.now().getTime()
    const age = now - entry.madeAt
    if (now >= (entry.page.made.changesAt ?? Infinity)) return this.makeOnce(address, make)
    if (age >= 0 && age < refreshAge) return entry.page
    const fresh = this.makeOnce(address, make)
    const young = age >= 0 && age < mostAge
    if (!young && !this.options.hearsOfChanges()) return fresh
    const freshOrKept = fresh.catch((error: unknown) => {
      this.options.onTrouble(error)
      return entry.page
    })
    return young ? entry.page : freshOrKept
  }

  /** Forgets every page, those being made as well: something was published or retracted. */
  drop(): void {
    this.generation += 1
    this.bytes = 0
    this.kept.clear()
    this.making.clear()
  }

  /** Forgets the page at an address and those below it. Pages being made are made once more: one may have read too early. */
  dropUnder(address: string): void {
    this.generation += 1
    for (const key of this.kept.keys())
      if (key === address || key.startsWith(`${address}/`)) this.forget(key)
    this.making.clear()
  }

  /** Forgets the page at one address and keeps those below it. */
  dropPage(address: string): void {
    this.generation += 1
    this.forget(address)
    this.making.delete(address)
  }

  private makeOnce(address: string, make: () => Promise<MadePage>): Promise<ReadyPage> {
    const already = this.making.get(address)
    if (already !== undefined) return already
    const work = this.make(address, make).finally(() => {
      if (this.making.get(address) === work) this.making.delete(address)
    })
    this.making.set(address, work)
    return work
  }

  private async make(address: string, make: () => Promise<MadePage>): Promise<ReadyPage> {
    const begun = this.generation
    const made = await make()
    // Something was published while this was being made, so it may be out of date already.
    if (this.generation !== begun) return this.serve(address, make)
    return this.store(address, made)
  }

  private store(address: string, made: MadePage): ReadyPage {
    const before = this.kept.get(address)?.page ?? (made.status === 404 ? this.notFound : undefined)
    const unchanged =
      before !== undefined &&
      before.made.status === made.status &&
      before.made.cacheControl === made.cacheControl &&
      before.body.identity.equals(Buffer.from(made.body))
    const page = readyPage(made, this.options.headers(), unchanged ? before.body : undefined)
    const bytes = page.body === this.notFound?.body ? sharedBytes : bytesOf(page)
    this.keep(address, { page, madeAt: this.options.now().getTime(), bytes })
    if (made.status === 404) this.notFound = page
    else if (!unchanged) this.shrinkLater(address, page)
    return page
  }

  private shrinkLater(address: string, page: ReadyPage): void {
    brotliSmallest(page.body.identity)
      .then((br) => {
        const entry = this.kept.get(address)
        if (entry?.page !== page) return
        const smaller = readyPage(page.made, this.options.headers(), { ...page.body, br })
        this.keep(address, { ...entry, page: smaller, bytes: bytesOf(smaller) })
      })
      .catch(this.options.onTrouble)
  }

  private keep(address: string, entry: Kept): void {
    this.forget(address)
    this.kept.set(address, entry)
    this.bytes += entry.bytes
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= (this.options.mostBytes ?? defaultMostBytes)) break
      this.forget(oldest)
    }
  }

  private forget(address: string): void {
    const entry = this.kept.get(address)
    if (entry === undefined) return
    this.bytes -= entry.bytes
    this.kept.delete(address)
  }
}
