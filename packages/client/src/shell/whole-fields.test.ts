import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { showWholeFields } from './whole-fields.ts'

const field = document.createElement('textarea')

describe('a field of several lines that is half in sight', () => {
  beforeAll(showWholeFields)
  afterEach(() => {
    document.body.replaceChildren()
    scrollTo(0, 0)
  })

  const halfInSight = () => {
    const before = document.createElement('div')
    before.style.blockSize = `${innerHeight - 60}px`
    field.style.blockSize = '160px'
    const after = document.createElement('div')
    after.style.blockSize = '2000px'
    document.body.append(before, field, after)
    field.focus({ preventScroll: true })
  }
  const bottom = () => field.getBoundingClientRect().bottom

  it('is shown whole when Tab has come to it', () => {
    halfInSight()
    expect(bottom()).toBeGreaterThan(innerHeight)
    window.dispatchEvent(new KeyboardEvent('keyup', { key: 'Tab' }))
    expect(bottom()).toBeLessThanOrEqual(innerHeight)
  })

  it('stays where it is while somebody types', () => {
    halfInSight()
    window.dispatchEvent(new KeyboardEvent('keyup', { key: 'a' }))
    expect(bottom()).toBeGreaterThan(innerHeight)
  })
})
