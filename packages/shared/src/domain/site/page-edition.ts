/**
 * The header in which the server names what a page of ours says, apart from words that only count time. A device believes
 * nothing about a page that comes without it: a wireless network, a proxy or a load balancer may have answered instead.
 */
export const editionHeader = 'x-page-edition'

/** The edition of "there is no such page", or none any more: what is kept of it is let go. */
export const goneEdition = 'gone'

/** True when the server itself says that there is nothing here, and not somebody in its place. */
export const saysGone = ({
  status,
  headers,
}: {
  readonly status: number
  readonly headers: { get(name: string): string | null }
}): boolean => (status === 404 || status === 410) && headers.get(editionHeader) === goneEdition
