import { describe, expect, it } from 'vitest'
import { networkOf, thisMachine } from './network.ts'

describe('networkOf', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:0DB8:0001::6', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['127.0.0.1', thisMachine],
    ['127.8.8.8', thisMachine],
    ['::1', thisMachine],
    ['::ffff:127.0.0.1', thisMachine],
    ['', thisMachine],
  ])('puts %s into %s', (address, network) => expect(networkOf(address)).toBe(network))
})
