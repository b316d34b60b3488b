import { describe, expect, it } from 'vitest'
import { editionHeader, goneEdition, saysGone } from './page-edition.ts'

const answer = (status: number, edition?: string) => ({
  status,
  headers: { get: (name: string) => (name === editionHeader ? (edition ?? null) : null) },
})

describe('what says that a page is gone', () => {
  it.each([404, 410])('is %i with the mark of the server', (status) =>
    expect(saysGone(answer(status, goneEdition))).toBe(true),
  )
  it.each([
    ['the same status from somebody in its place', answer(404)],
    ['another mark', answer(410, 'abc')],
    ['a page that is there', answer(200, goneEdition)],
    ['trouble', answer(503, goneEdition)],
  ])('is not %s', (_, response) => expect(saysGone(response)).toBe(false))
})
