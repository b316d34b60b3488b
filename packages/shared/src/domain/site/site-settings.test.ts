import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingOfSiteWords, siteFieldWords, siteProblemWords } from '../../words/site-desk.ts'
import { saveSiteSchema } from './site-settings-schema.ts'
import {
  acceptSiteSettings,
  holdsSamples,
  mergeSiteSettings,
  missingOfSite,
  noSiteSettings,
  officerOf,
  siteContact,
  siteCrisisLines,
  siteFields,
  siteLimits,
  siteParts,
  typedDate,
  typedParts,
  type SiteProblem,
  type SiteSettings,
} from './site-settings.ts'

const written = (changes: Partial<SiteSettings> = {}): SiteSettings => ({
  ...noSiteSettings,
  name: 'Riverside NHS Trust',
  ...changes,
})
const complete = written({
  phone: '01632 960 001',
  lawfulBasis: 'A task in the public interest',
  keptFor: '8 years',
  officerName: 'The data protection officer',
  officerEmail: 'dpo@riverside.example',
  reviewedOn: '2027-01-14',
  replyWithin: '5',
})

const problemsOf = (changes: Partial<SiteSettings>): readonly SiteProblem[] => {
  const result = acceptSiteSettings(written(changes))
  return result.ok ? [] : result.problems
}

describe('acceptSiteSettings', () => {
  it('takes a name and nothing else, and all of it', () => {
    expect(acceptSiteSettings(written())).toEqual({ ok: true, value: written() })
    expect(acceptSiteSettings(complete)).toEqual({ ok: true, value: complete })
  })

  it('tidies what people type, keeps lines where there can be some, and writes dates out', () => {
    const result = acceptSiteSettings(
      written({
        name: ' Riverside\nNHS Trust ',
        keptFor: 'One\r\n\r\nTwo ',
        reviewedOn: '2027-2-4',
      }),
    )
    expect(result).toMatchObject({
      ok: true,
      value: { name: 'Riverside NHS Trust', keptFor: 'One\n\nTwo', reviewedOn: '2027-02-04' },
    })
  })

  it.each([
    [{ name: ' ' }, 'name-missing', 'name'],
    [{ phone: 'ask for Bo' }, 'phone-unclear', 'phone'],
    [{ line2Phone: '12', line2When: 'At night' }, 'phone-unclear', 'line2Phone'],
    [{ line3When: 'At night' }, 'line-without-phone', 'line3Phone'],
    [{ email: 'involve' }, 'email-unclear', 'email'],
    [{ officerEmail: 'a@b c.example' }, 'email-unclear', 'officerEmail'],
    [{ reviewedOn: '2027-02-30' }, 'date-unclear', 'reviewedOn'],
    [{ plannedFor: '--4' }, 'date-unclear', 'plannedFor'],
    [{ replyWithin: '0' }, 'days-unclear', 'replyWithin'],
    [{ replyWithin: '61' }, 'days-unclear', 'replyWithin'],
    [{ replyWithin: 'soon' }, 'days-unclear', 'replyWithin'],
    [{ keptFor: 'x'.repeat(2001) }, 'too-long', 'keptFor'],
  ] as const)('refuses %o', (changes, code, field) => {
    expect(problemsOf(changes)).toMatchObject([{ code, field }])
  })

  it('says every problem at once, each with what to do', () => {
    const problems = problemsOf({ name: '', email: 'x', replyWithin: 'x', post: 'x'.repeat(501) })
    expect(problems.map(({ code }) => code)).toEqual([
      'name-missing',
      'email-unclear',
      'too-long',
      'days-unclear',
    ])
    for (const problem of problems) {
      expect(siteProblemWords(problem)).toMatch(/[Ee]nter|use/)
      expect(siteProblemWords(problem)).not.toMatch(/undefined|please|invalid/i)
    }
  })

  it('never throws and never stores more than a field holds, whatever is typed', () => {
    const anything = fc.record(
      Object.fromEntries(siteFields.map((field) => [field, fc.string({ maxLength: 60 })])),
    )
    fc.assert(
      fc.property(anything, (typed) => {
        const result = acceptSiteSettings(typed as unknown as SiteSettings)
        if (!result.ok) return result.problems.length > 0
        return siteFields.every((field) => result.value[field].length <= siteLimits[field])
      }),
    )
  })
})

describe('the date of a form', () => {
  it('is its parts, however far somebody has come', () => {
    expect(typedParts('')).toEqual({ day: '', month: '', year: '' })
    expect(typedDate({ day: '4', month: '', year: '' })).toBe('--4')
    expect(typedParts('--4')).toEqual({ day: '4', month: '', year: '' })
    expect(typedDate({ day: '', month: ' ', year: '' })).toBe('')
    expect(typedDate({ day: '1-2', month: '3', year: '2027' })).toBe('2027-3-12')
  })
})

describe('mergeSiteSettings', () => {
  const base = written({ phone: '1', hours: 'a' })

  it('puts changes to different fields together', () => {
    const { merged, clashes } = mergeSiteSettings(
      base,
      { ...base, phone: '2' },
      { ...base, hours: 'b', email: 'e' },
    )
    expect(clashes).toEqual([])
    expect(merged).toEqual({ ...base, phone: '2', hours: 'b', email: 'e' })
  })

  it('names what both changed and keeps both: one in the field, one beside it', () => {
    const { merged, clashes } = mergeSiteSettings(
      base,
      { ...base, phone: '2', hours: 'same' },
      { ...base, phone: '3', hours: 'same' },
    )
    expect(clashes).toEqual([{ field: 'phone', theirs: '3' }])
    expect(merged).toEqual({ ...base, phone: '2', hours: 'same' })
  })

  it('loses nothing that anybody changed', () => {
    const values = fc.constantFrom('', 'a', 'b', 'c')
    const settings = fc.record(Object.fromEntries(siteFields.map((field) => [field, values])))
    fc.assert(
      fc.property(settings, settings, settings, (one, two, three) => {
        const [from, mine, theirs] = [one, two, three] as unknown as SiteSettings[]
        const { merged, clashes } = mergeSiteSettings(from!, mine!, theirs!)
        return siteFields.every(
          (field) =>
            (mine![field] === from![field] || merged[field] === mine![field]) &&
            (theirs![field] === from![field] ||
              merged[field] === theirs![field] ||
              clashes.some((clash) => clash.field === field && clash.theirs === theirs![field])),
        )
      }),
    )
  })
})

describe('missingOfSite', () => {
  it('is everything at first and nothing at the end', () => {
    expect(missingOfSite(noSiteSettings)).toEqual(['name', 'contact', 'privacy', 'accessibility'])
    expect(missingOfSite(complete)).toEqual([])
  })

  it.each([
    ['contact', { phone: '' }],
    ['privacy', { lawfulBasis: '' }],
    ['privacy', { keptFor: '' }],
    ['privacy', { officerEmail: '' }],
    ['privacy', { officerName: '' }],
    ['accessibility', { reviewedOn: '' }],
    ['accessibility', { replyWithin: '' }],
  ] as const)('is %s without %o', (part, changes) => {
    expect(missingOfSite({ ...complete, ...changes })).toEqual([part])
  })

  it('needs no more than one way to reach somebody', () => {
    expect(missingOfSite({ ...complete, phone: '', post: '1 River Street' })).toEqual([])
  })
})

describe('what pages take from it', () => {
  it('is a contact under the name of the team, or else of the Trust', () => {
    expect(siteContact(noSiteSettings)).toBeUndefined()
    expect(siteContact(written({ phone: '1', hours: 'Mondays' }))).toEqual({
      name: 'Riverside NHS Trust',
      phone: '1',
      hours: 'Mondays',
    })
    expect(siteContact(written({ contactName: 'The team', post: 'x' }))?.name).toBe('The team')
  })

  it('is an officer only with a way to reach them', () => {
    expect(officerOf(written({ officerName: 'Bo' }))).toBeUndefined()
    expect(officerOf(written({ officerName: 'Bo', officerPost: 'x' }))).toEqual({
      name: 'Bo',
      post: 'x',
    })
  })

  it('is every crisis line with a number, in their order', () => {
    expect(
      siteCrisisLines(written({ line1Phone: '1', line3When: 'At night', line3Phone: '3' })),
    ).toEqual([
      { when: 'Our own crisis line', number: '1' },
      { when: 'At night', number: '3' },
    ])
  })
})

describe('holdsSamples', () => {
  const sample = { id: 'a', title: 'A', said: 0 }
  it.each([
    [{ consultations: [], rounds: [] }, false],
    [{ consultations: [sample], rounds: [] }, true],
    [{ consultations: [], rounds: [sample] }, true],
  ])('of %o is %s', (held, expected) => {
    expect(holdsSamples({ ...held, supportRequests: 3 })).toBe(expected)
  })
})

describe('what is missing, in the checks of a consultation', () => {
  it('is said of every part, with where it is put right', () => {
    for (const part of siteParts) expect(missingOfSiteWords[part]).toContain('“Your Trust”')
    expect(missingOfSiteWords.privacy).toMatch(/^The site has no privacy notice yet\./)
    expect(new Set(siteParts.map((part) => missingOfSiteWords[part])).size).toBe(siteParts.length)
  })
})

describe('what is sent', () => {
  it('has every field and no other, each with a name at the desk', () => {
    expect(saveSiteSchema.safeParse({ seen: 0, settings: complete }).success).toBe(true)
    const { post: _, ...less } = complete
    expect(saveSiteSchema.safeParse({ seen: 0, settings: less }).success).toBe(false)
    expect(saveSiteSchema.safeParse({ seen: 0, settings: { ...complete, more: '' } }).success).toBe(
      false,
    )
    const huge = { ...complete, keptFor: 'x'.repeat(5_001) }
    expect(saveSiteSchema.safeParse({ seen: 0, settings: huge }).success).toBe(false)
    expect(Object.keys(siteFieldWords).toSorted()).toEqual([...siteFields].toSorted())
  })
})
