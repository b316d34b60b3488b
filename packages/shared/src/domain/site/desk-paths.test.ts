import { describe, expect, it } from 'vitest'
import { deskPathAfterSignIn } from './desk-paths.ts'

describe('deskPathAfterSignIn', () => {
  it.each(['/desk', '/desk/rounds', '/desk/rounds/0f8fad5b-d9cb-469f-a165-70867728950e/edit'])(
    'leads back to %s',
    (path) => expect(deskPathAfterSignIn(path)).toBe(path),
  )

  it.each([
    undefined,
    null,
    '',
    '/',
    '/help',
    '/desks',
    '/desk/',
    '//evil.invalid/desk',
    'https://evil.invalid/desk',
    '/desk//evil.invalid',
    '/desk/../help',
    '/desk/\\evil',
    '/desk?next=/desk',
    '/desk\n',
    'javascript:alert(1)',
    '/desk/sign-in',
  ])('leads from %j to the first page of the desk', (path) =>
    expect(deskPathAfterSignIn(path)).toBe('/desk'),
  )
})
