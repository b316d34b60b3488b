import { describe, expect, it } from 'vitest'
import { concernLimits } from './concern.ts'
import { acceptHelp } from './help-request.ts'

describe('acceptHelp', () => {
  it('keeps the words as they are, tidied', () => {
    expect(acceptHelp({ words: '  I cannot\r\ngo on ', reach: ' 07700\n900461 ' })).toEqual({
      ok: true,
      value: { words: 'I cannot\ngo on', reach: '07700 900461' },
    })
  })

  it.each([undefined, '', ' \u200b'])('needs no way to reach anybody: %j', (reach) => {
    expect(acceptHelp({ words: 'x', ...(reach === undefined ? {} : { reach }) })).toEqual({
      ok: true,
      value: { words: 'x' },
    })
  })

  it.each([
    [{ words: ' ' }, ['help-words-missing']],
    [{ words: 'x'.repeat(concernLimits.words) }, []],
    [{ words: 'x'.repeat(concernLimits.words + 1) }, ['help-words-too-long']],
    [{ words: 'x', reach: 'x'.repeat(concernLimits.reach + 1) }, ['help-reach-too-long']],
    [
      { words: '', reach: 'x'.repeat(concernLimits.reach + 1) },
      ['help-words-missing', 'help-reach-too-long'],
    ],
  ])('of %j says %j', (written, codes) => {
    const result = acceptHelp(written)
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(codes)
  })
})
