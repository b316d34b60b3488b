import { isIP } from 'node:net'

/** This machine: a test, a script, or a proxy that TRUST_PROXY does not name. People cannot be told apart there. */
export const thisMachine = 'this machine'

/**
 * The network an address belongs to: the first 24 bits of IPv4 and 48 of IPv6, which is a household or an organisation
 * and not a person. An IPv4 address written as IPv6 is IPv4. What is no address counts as this machine (a unix socket).
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return networkOf(mapped)
  const version = isIP(address)
  if (version === 4) return address.startsWith('127.') ? thisMachine : `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (version === 6 && address !== '::1') return `${firstThreeGroups(address)}::/48`
  return thisMachine
}

/** With zeros that "::" stands for written out, and each group in its one spelling. */
function firstThreeGroups(address: string): string {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const zeros = address.includes('::') ? Array.from({ length: 8 - before.length - after.length }, () => '0') : []
  return [...before, ...zeros, ...after].slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}
