/**
 * Which fields the server's procedures take, by number. Raised when a field is added that servers before it refuse to
 * read. The server says its number with every answer to a call. A device that has a later one is ahead of the server, as
 * in the middle of a deployment or after going back to the release before: what such a server cannot read is not refused,
 * it waits for a server that can.
 */
export const callRelease = 1

/** The header in which the server says it. */
export const callReleaseHeader = 'x-takepart-calls'

/**
 * True when "this cannot be read" is the last word on what a device has sent: our own server says so (anything may answer
 * in its place), and it knows every field that the device knows.
 */
export const canRefuse = (headers: { get(name: string): string | null }): boolean =>
  Number(headers.get(callReleaseHeader) ?? 0) >= callRelease
