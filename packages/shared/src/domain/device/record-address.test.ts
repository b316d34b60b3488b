import { describe, expect, it } from 'vitest'
import { recordAddress } from './record-address.ts'

const id = '00000000-0000-4000-8000-000000000001'
const name = '5b0f1d1c-2f36-4a36-9a3d-0d2a86bb3a10'

describe('recordAddress', () => {
  it.each([
    ['response', `/my-responses/${name}`],
    ['support-request', `/my-responses/asked/${name}`],
    ['contribution', `/my-responses/said/${name}`],
    ['help-request', '/my-responses'],
    ['contribution-report', '/my-responses'],
  ] as const)('of a %s is %s', (kind, address) => {
    expect(recordAddress({ kind, draft: { name } })).toBe(address)
  })

  it('never falls back on the id, which the server knows', () => {
    const draft = { id, name: undefined }
    expect(recordAddress({ kind: 'response', draft })).toBe('/my-responses')
  })
})
