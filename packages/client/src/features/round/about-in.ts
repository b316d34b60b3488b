import type { SayAbout } from '@takepart/shared/views/round/say-model'

/** What the server has written into its page for the script to go on from; undefined where this is no such page. */
export function aboutIn(page: ParentNode | undefined): SayAbout | undefined {
  const words = page?.querySelector('[data-about]')?.getAttribute('data-about')
  return words ? (JSON.parse(words) as SayAbout) : undefined
}
