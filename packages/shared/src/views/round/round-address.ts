import type { ThreadOrder } from '../../domain/round/thread-order.ts'
import { orderName } from '../../domain/round/thread-order.ts'

/** The addresses of a round and of what is in it. */
export const roundAddress = (slug: string): string => `/rounds/${slug}`

/** The first page in an order; newest first is the round itself. */
export const orderAddress = (slug: string, order: ThreadOrder): string =>
  order.by === 'newest' ? roundAddress(slug) : `/rounds/${slug}/order/${orderName(order)}`

export const nextAddress = (slug: string, order: ThreadOrder, after: string): string =>
  `/rounds/${slug}/order/${orderName(order)}/after/${after}`

export const saidAddress = (slug: string, number: number): string =>
  `/rounds/${slug}/said/${number}`

export const sayAddress = (slug: string): string => `/rounds/${slug}/say`

export const replyAddress = (slug: string, number: number): string =>
  `/rounds/${slug}/reply/${number}`

export const reportAddress = (slug: string, number: number): string =>
  `${saidAddress(slug, number)}/report`

/** Of a round of questions that is finished. */
export const transcriptAddress = (slug: string): string => `/rounds/${slug}/transcript`

export const processAddress = (slug: string): string => `/processes/${slug}`

/** What somebody wrote there themselves. */
export const mineAddress = (slug: string): string => `/rounds/${slug}/mine`

/** Everything that was said, as a file; of a round that is closed. */
export const fileAddress = (slug: string, format: 'json' | 'csv'): string =>
  `/rounds/${slug}/contributions.${format}`
