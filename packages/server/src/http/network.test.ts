import { describe, expect, it } from 'vitest'
import { thisMachine } from '../features/rate-limit/rate-limit.ts'
import { networkOf, trustIn } from './network.ts'

describe('networkOf', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:0DB8:0001::6', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['203.0.113.77:49152', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['[::ffff:203.0.113.77]:443', '203.0.113.0/24'],
    ['[2001:db8:1:2:3:4:5:6]:443', '2001:db8:1::/48'],
    ['[2001:db8:1::6]', '2001:db8:1::/48'],
    ['127.0.0.1:80', thisMachine],
    ['[::1]:80', thisMachine],
    ['127.0.0.1', thisMachine],
    ['127.8.8.8', thisMachine],
    ['::1', thisMachine],
    ['::ffff:127.0.0.1', thisMachine],
    ['', thisMachine],
  ])('puts %s into %s', (address, network) => expect(networkOf(address)).toBe(network))
})

describe('trustIn', () => {
  const isTrusted = trustIn(['10.0.0.5', '192.168.0.0/16', '2001:db8:1::/48'])
  it.each([
    '10.0.0.5',
    '10.0.0.5:4711',
    '::ffff:10.0.0.5',
    '[::ffff:10.0.0.5]:80',
    '192.168.7.7',
    '192.168.7.7:80',
    '2001:db8:1::9',
    '[2001:db8:1::9]:443',
  ])('believes %s', (address) => expect(isTrusted(address)).toBe(true))

  it.each([
    '10.0.0.6',
    '10.0.0.50:5',
    '193.168.0.1',
    '2001:db8:2::9',
    '10.0.0.5.evil',
    '10.0.0.5:x',
    'evil',
    '',
    undefined,
  ])('does not believe %s', (address) => expect(isTrusted(address)).toBe(false))
})
