import { describe, expect, it } from 'vitest'
import { normaliseReference } from './reference.ts'

describe('normaliseReference', () => {
  it.each(['ktrm 4821', 'KTRM-4821', ' ktrm–4821. ', 'KTRM4821'])(
    'reads “%s” as KTRM-4821',
    (typed) => {
      expect(normaliseReference(typed)).toBe('KTRM-4821')
    },
  )

  it.each(['KTRM-48', 'KTRM-48211', '4821-KTRM', 'KTRM-482I', ''])(
    'takes “%s” for no reference',
    (typed) => {
      expect(normaliseReference(typed)).toBeNull()
    },
  )
})
