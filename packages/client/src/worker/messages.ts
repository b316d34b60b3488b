/**
 * What a page may ask of the worker. `keep-pages` is answered, through the port that comes with it, once it is done: true
 * when each of the pages is on the device. `any-news` is answered with `PageNews`, should there be any of the page that asks.
 */
export type WorkerRequest =
  | { readonly kind: 'keep-pages'; readonly paths: readonly string[] }
  | { readonly kind: 'take-over-when-idle' }
  | { readonly kind: 'any-news' }

/** What the worker tells a page: how the network's copy of it differs, or that waiting responses may now be sent. */
export type WorkerNews = PageNews | { readonly kind: 'flush' }

export type PageNews = { readonly kind: 'page-changed' } | { readonly kind: 'page-gone' }
