import { oneAddressOf } from '@takepart/shared/domain/site/site-paths'

/** What is hung onto addresses on their way through letters and social networks. No page of ours reads any of it. */
const isTracking = (name: string): boolean =>
  /^(utm_.+|mc_[a-z]id|[a-z]*clid|gbraid|wbraid|_ga|_gl|igshid|mkt_tok|ref|source)$/i.test(name)

/**
 * The path under which the page of an address is kept; undefined where the address asks for something particular of the
 * page (a search, another page of the list). Signs of where somebody came from make no other page.
 */
export function keptPath({ pathname, searchParams }: URL): string | undefined {
  const isParticular = [...searchParams.keys()].some((name) => !isTracking(name))
  return isParticular ? undefined : pathname
}

/** Where the server would send on to, for an address with a slash too many; undefined for one that is as it should be. */
export function sentOnTo({ pathname, search }: URL): string | undefined {
  const path = oneAddressOf(pathname.replace(/\/+$/, '')) || '/'
  return path === pathname ? undefined : path + search
}
