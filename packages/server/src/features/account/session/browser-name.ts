/** Tested in this order: most browsers also name those they descend from. */
const browsers = [
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

const machines = [
  ['iPhone', 'an iPhone'],
  ['iPad', 'an iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Macintosh', 'a Mac'],
  ['CrOS', 'a Chromebook'],
  ['Linux', 'Linux'],
] as const

/** "Firefox on Windows": enough for people to tell their own sessions apart, and nothing that singles out a machine. */
export function browserName(userAgent: string | undefined): string {
  const named = (names: readonly (readonly [string, string])[]): string | undefined =>
    names.find(([mark]) => userAgent?.includes(mark))?.[1]
  const browser = named(browsers) ?? 'A browser'
  const machine = named(machines)
  return machine ? `${browser} on ${machine}` : browser
}
