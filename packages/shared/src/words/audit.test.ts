import { describe, expect, it } from 'vitest'
import { actionNames } from '../domain/account/actions.ts'
import { actWords, unnamedThing, verbChoice } from './audit.ts'

const names = { thing: 'The bus to the clinic', detail: 'Bo Larch' }

describe('actWords', () => {
  it.each([
    ['session.start', '', 'signed in'],
    ['session.start', 'provider', 'signed in with their work account'],
    ['staff.join-team', 'Bo Larch', 'put Bo Larch to work on The bus to the clinic'],
    [
      'staff.change-roles',
      'author,publisher every',
      'changed what The bus to the clinic may do: Author, Publisher, on every consultation',
    ],
    [
      'staff.change-roles',
      'analyst own',
      'changed what The bus to the clinic may do: Analyst, on their own consultations',
    ],
    ['analysis.redact', 'private: name', 'took words out of The bus to the clinic for good'],
    ['analysis.erase', 'ordered', 'erased The bus to the clinic for good'],
    ['analysis.keep', '', 'kept The bus to the clinic that somebody asked to erase'],
    ['site.set-up', '', 'changed what this site says of the Trust'],
    ['site.set-up', 'logo', 'changed the logo on this site'],
    ['site.set-up', 'no-logo', 'took the logo off this site'],
    ['site.take-samples-away', '', 'took the sample away: The bus to the clinic'],
    ['moderation.read-original', '', 'did “read original” (moderation) to The bus to the clinic'],
  ])('says %s %s', (verb, detail, words) => {
    expect(actWords(verb, { ...names, detail })).toBe(words)
  })

  it('has words for everything that can be done, and for what it has never heard of', () => {
    for (const verb of [...actionNames, 'constructor.name', 'x.y']) {
      const words = actWords(verb, names)
      expect(words).toMatch(/^[a-z]/)
      expect(words).not.toMatch(/undefined|\[object|[a-z]\.[a-z]/)
    }
  })
})

describe('verbChoice', () => {
  it('is a line of a list', () => {
    expect(verbChoice('staff.invite')).toBe('Invited …')
    expect(verbChoice('staff.change-roles')).toBe('Changed what … may do')
  })

  it('tells every act apart', () => {
    expect(new Set(actionNames.map(verbChoice)).size).toBe(actionNames.length)
  })
})

describe('unnamedThing', () => {
  it('says the kind, and enough of the id to tell two apart', () => {
    expect(unnamedThing('response:0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11')).toBe(
      'a response (0b9f6a52)',
    )
    expect(unnamedThing('mail-list:abc')).toBe('mail list (abc)')
  })
})
