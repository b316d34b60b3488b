import { describe, expect, it } from 'vitest'
import type { LedgerProblem } from '../domain/analysis/ledger/ledger-step.ts'
import { ledgerProblemWords } from './ledger-acts.ts'

const reference = 'KTRM-4821'
const problems: readonly LedgerProblem[] = [
  { code: 'nothing-chosen' },
  { code: 'reason-missing' },
  { code: 'response-not-here' },
  { code: 'words-are-gone', reference },
  { code: 'not-late', reference },
  { code: 'merged-into-itself', reference },
  { code: 'merged-into-uncounted', reference, line: 'blank' },
  { code: 'others-merged-into-it', reference },
  { code: 'decided-since', reference },
  { code: 'already-undone' },
  { code: 'done-for-good' },
  { code: 'nothing-changes', reference },
]

describe('ledgerProblemWords', () => {
  it.each(problems)('says of $code which response it is, and never a code', (problem) => {
    const words = ledgerProblemWords(problem)
    expect(words).toMatch(/^[A-Z]/)
    expect(words.includes(reference)).toBe('reference' in problem)
    expect(words).not.toContain(problem.code)
  })

  it('names the line that does not count as the ledger names it', () => {
    expect(ledgerProblemWords({ code: 'merged-into-uncounted', reference, line: 'blank' })).toBe(
      'KTRM-4821 is not counted: it is on the line “Blank”. Choose one that counts',
    )
  })
})
