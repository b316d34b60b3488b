/** Made by scripts/server-rendered.mjs. */
declare module 'virtual:server-rendered' {
  export const rendered: readonly import('./render-pages.ts').Rendered[]
  /** The examples of the page of patterns, by their ids. */
  export const patterns: Readonly<Record<string, string>>
}
