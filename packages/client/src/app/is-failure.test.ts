import { describe, expect, it } from 'vitest'
import { Unavailable } from '../api/unavailable.ts'
import { StorageFailed } from '../offline/storage-failed.ts'
import { isFailure } from './is-failure.ts'

describe('isFailure', () => {
  it.each([
    ['no network', new Unavailable('network'), true],
    ['a server in trouble', new Unavailable('status', { status: 503 }), true],
    ['a store without room', new StorageFailed('full'), true],
    ['a bug', new TypeError('x is not a function'), false],
    ['an error of ours', new Error('the version of a received response is always there'), false],
    ['what is no error', { reason: 'network' }, false],
    ['nothing', undefined, false],
  ])('%s', (_, error, is) => {
    expect(isFailure(error)).toBe(is)
  })
})
