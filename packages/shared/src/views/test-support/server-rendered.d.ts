/** Made by scripts/server-rendered.mjs. */
declare module 'virtual:server-rendered' {
  export const rendered: readonly import('./render-pages.ts').Rendered[]
}
