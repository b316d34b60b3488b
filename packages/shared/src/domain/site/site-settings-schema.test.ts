import { describe, expect, it } from 'vitest'
import {
  logoPieceSchema,
  logoSchema,
  savedSiteSchema,
  setLogoResultSchema,
  takeSamplesAwaySchema,
} from './site-settings-schema.ts'
import { acceptSiteSettings, noSiteSettings } from './site-settings.ts'

const file = '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11'

describe('what is answered about the settings', () => {
  it.each([
    { outcome: 'saved', revision: 1, settings: noSiteSettings },
    { outcome: 'saved', revision: 1, settings: noSiteSettings, with: 'Bo Larch' },
    {
      outcome: 'clashed',
      revision: 2,
      settings: noSiteSettings,
      clashes: [{ field: 'hours', theirs: '' }],
      by: 'Bo Larch',
    },
  ])('can be %o', (answer) => {
    expect(savedSiteSchema.safeParse(answer).success).toBe(true)
    expect(savedSiteSchema.safeParse({ ...answer, more: 1 }).success).toBe(false)
  })

  it('can be every problem that the rule finds', () => {
    const long = { ...noSiteSettings, email: 'x', replyWithin: '0', keptFor: 'x'.repeat(2_001) }
    const refused = acceptSiteSettings({ ...long, line1When: 'At night', reviewedOn: '1-2-3' })
    if (refused.ok) throw new Error('Nothing was refused')
    expect(refused.problems.length).toBeGreaterThan(5)
    const answer = { outcome: 'refused', problems: refused.problems }
    expect(savedSiteSchema.safeParse(answer).success).toBe(true)
  })
})

describe('a logo on its way', () => {
  it.each([
    [logoPieceSchema, { file, number: 0, piece: 'AAAA' }, { file, number: 3, piece: 'AAAA' }],
    [logoPieceSchema, { file, number: 2, piece: '' }, { file, number: 0, piece: 'A'.repeat(6e5) }],
    [logoSchema, { file, pieces: 3 }, { file, pieces: 4 }],
    [logoSchema, { file, pieces: 1 }, { file: 'x', pieces: 1 }],
    [setLogoResultSchema, { ok: false, problem: 'logo-not-whole' }, { ok: false, problem: 'x' }],
    [takeSamplesAwaySchema, { yes: true }, { yes: false }],
  ])('is %#: this and not that', (schema, right, wrong) => {
    expect(schema.safeParse(right).success).toBe(true)
    expect(schema.safeParse(wrong).success).toBe(false)
  })
})
