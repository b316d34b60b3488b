import type { DraftParts, SendableKind } from './record.ts'

const places: Readonly<Partial<Record<SendableKind, string>>> = {
  response: '/my-responses/',
  'support-request': '/my-responses/asked/',
  contribution: '/my-responses/said/',
}

/**
 * The address of what this device knows of something that was sent: by the name that only this device has for it. An id
 * is the key of a row on the server, and an address is written into logs beside the network it came from (P9). What has
 * no page or no name of its own is in the list.
 */
export function recordAddress({
  kind,
  draft: { name },
}: {
  readonly kind: SendableKind
  readonly draft: Pick<DraftParts, 'name'>
}): string {
  const place = places[kind]
  return place && name ? place + name : '/my-responses'
}
