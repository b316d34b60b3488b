import { describe, expect, it } from 'vitest'
import { reasonLimits } from './decision.ts'
import { checkReport, reportReasons } from './report.ts'

describe('checkReport', () => {
  it.each(reportReasons.filter((reason) => reason !== 'other'))(
    'takes “%s” without a word',
    (reason) => {
      expect(checkReport({ reason })).toEqual([])
    },
  )

  it.each([
    [{ reason: 'other' }, ['report-words-missing']],
    [{ reason: 'other', words: '\u200b ' }, ['report-words-missing']],
    [{ reason: 'other', words: 'A copied letter' }, []],
    [{ reason: 'attacks', words: 'x'.repeat(reasonLimits.words) }, []],
    [{ reason: 'attacks', words: 'x'.repeat(reasonLimits.words + 1) }, ['report-words-too-long']],
  ] as const)('of %j says %j', (report, codes) => {
    expect(checkReport(report).map(({ code }) => code)).toEqual(codes)
  })
})
