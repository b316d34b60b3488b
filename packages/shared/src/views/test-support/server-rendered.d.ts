/** Made by scripts/server-rendered.mjs. */
declare module 'virtual:server-rendered' {
  export const rendered: readonly import('./render-pages.ts').Rendered[]
  /** The pages on which somebody writes for the round of the tests. */
  export const renderedSay: Readonly<Record<'say' | 'reply', string>>
  /** The examples of the page of patterns, by their ids. */
  export const patterns: Readonly<Record<string, string>>
}
