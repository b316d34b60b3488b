import { describe, expect, it } from 'vitest'
import { keptPath, sentOnTo } from './kept-address.ts'

const bus = '/consultations/bus-to-the-clinic'

describe('keptPath', () => {
  it.each([
    [bus, bus],
    ['/', '/'],
    ['/?utm_source=letter', '/'],
    [`${bus}?utm_source=letter&utm_medium=email`, bus],
    [`${bus}?fbclid=IwAR0_x`, bus],
    [`${bus}/questions/minutes?mc_cid=1&mc_eid=2`, `${bus}/questions/minutes`],
    [`${bus}?gclid=1#when`, bus],
    [`${bus}?UTM_Source=letter`, bus],
    [`${bus}?`, bus],
  ])('opens %s as %s', (address, path) => {
    expect(keptPath(new URL(address, location.origin))).toBe(path)
  })

  it.each(['/?search=bus', '/?page=2', '/?utm_source=letter&search=bus', `${bus}?utm=1`])(
    'leaves %s to the network',
    (address) => {
      expect(keptPath(new URL(address, location.origin))).toBeUndefined()
    },
  )
})

describe('sentOnTo', () => {
  it.each([
    [`${bus}/`, bus],
    [`${bus}//`, bus],
    [`${bus}/?fbclid=1`, `${bus}?fbclid=1`],
    [`${bus}/in/standard`, bus],
    ['//', '/'],
  ])('leads from %s to %s', (address, path) => {
    expect(sentOnTo(new URL(location.origin + address))).toBe(path)
  })

  it.each(['/', bus, `${bus}?fbclid=1`, `${bus}/in/easy-read`])(
    'leaves %s where it is',
    (address) => {
      expect(sentOnTo(new URL(location.origin + address))).toBeUndefined()
    },
  )
})
