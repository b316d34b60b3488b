import { BlockList, isIP } from 'node:net'
import { thisMachine } from '../features/rate-limit/rate-limit.ts'

/**
 * The network an address belongs to: the first 24 bits of IPv4 and 48 of IPv6, which is a household or an organisation
 * and not a person. What is no address counts as this machine (a unix socket).
 */
export function networkOf(written: string): string {
  const address = addressIn(written)
  const version = isIP(address)
  if (version === 4)
    return address.startsWith('127.')
      ? thisMachine
      : `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (version === 6 && address !== '::1') return `${firstThreeGroups(address)}::/48`
  return thisMachine
}

/**
 * Whether an address is one of these, or in one of these networks: whose X-Forwarded-For is believed. Proxies that write
 * ports are known by their addresses all the same.
 */
export function trustIn(networks: readonly string[]): (written: string | undefined) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    const family = familyOf(address)
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return (written = '') => {
    const address = addressIn(written)
    return isIP(address) !== 0 && list.check(address, familyOf(address))
  }
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

/**
 * The address alone: without the port that some proxies add ("203.0.113.7:4711", "[2001:db8::1]:443"), and as IPv4 where
 * it is an IPv4 address written as IPv6.
 */
function addressIn(written: string): string {
  const bare =
    /^\[([^\]]+)\](?::\d{1,5})?$/.exec(written)?.[1] ??
    /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/.exec(written)?.[1] ??
    written
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare
}

/** With zeros that "::" stands for written out, and each group in its one spelling. */
function firstThreeGroups(address: string): string {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const zeros = address.includes('::')
    ? Array.from({ length: 8 - before.length - after.length }, () => '0')
    : []
  return [...before, ...zeros, ...after]
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
