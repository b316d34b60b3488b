import { describe, expect, it } from 'vitest'
import { ledgerOf } from '../../domain/analysis/ledger/ledger.ts'
import { ledgerProblemWords } from '../../words/ledger-acts.ts'
import { linksOf, wordsOf } from '../test-support/rendered.ts'
import { ledgerView, type LedgerModel } from './ledger.view.ts'
import { nothingDecided, type LedgerState } from './ledger-acts.view.ts'

const count = { way: 'website', behalf: 'self', reason: null, campaign: null } as const
const model: LedgerModel = {
  consultation: { id: 'c', title: 'Visiting times' },
  ledger: ledgerOf({
    cameIn: 12,
    mergedInto: 0,
    campaigns: [],
    lines: [
      { ...count, line: 'in-time', count: 10 },
      { ...count, line: 'late-waiting', count: 2 },
    ],
  }),
  mayDecide: true,
  steps: [
    {
      id: 's',
      moment: '15 December 2026 at 9 am',
      who: 'Bel Marsh',
      kind: 'refuse-late',
      reason: 'Begun after closing.',
      responses: 1,
      standing: true,
      undone: false,
    },
  ],
  open: {
    line: 'late-waiting',
    count: 2,
    rows: ['HWTC-5520', 'BNEM-1187'].map((reference) => ({
      id: reference.toLowerCase(),
      reference,
      finished: '13 December',
      cameOn: '14 December',
      decidedBy: null,
      reason: null,
    })),
  },
}

const shown = (changes: Partial<LedgerModel> = {}, state: Partial<LedgerState> = {}) =>
  ledgerView({ ...model, ...changes }, { ...nothingDecided, ...state })

describe('ledgerView', () => {
  it('adds up in words, and says each line', () => {
    const words = wordsOf(shown())
    expect(words).toContain('10 and 2 make 12: it adds up.')
    expect(words).toContain('Late, and not yet decided on 2')
    expect(linksOf(shown())).toContain('/desk/consultations/c/ledger?line=late-waiting#line')
  })

  it('lets those who may choose responses, decide on them and undo', () => {
    const words = wordsOf(shown())
    expect(words).toContain('HWTC-5520')
    expect(words).toContain('Decide about the responses you chose')
    expect(words).toContain('Undo')
    expect(words).toContain('Look for the same words')
  })

  it('is only for reading for others', () => {
    const words = wordsOf(shown({ mayDecide: false }))
    expect(words).toContain('HWTC-5520')
    for (const act of ['Decide about', 'Look for the same words', 'Write the decision down'])
      expect(words).not.toContain(act)
    expect(words).not.toMatch(/Undo\b(?!ing)/)
  })

  it('offers no decision about words that are gone', () => {
    const open = model.open && { ...model.open, line: 'withdrawn' as const }
    expect(wordsOf(shown(open ? { open } : {}))).not.toContain('Decide about')
  })

  it('says what is missing beside the field and above everything', () => {
    const problems = [{ href: '#chosen', text: 'Choose at least one response' }]
    const words = wordsOf(shown({}, { problems }))
    expect(words.split('Choose at least one response')).toHaveLength(3)
  })

  it('shows letters that are alike with what is their own, and says when there are none', () => {
    expect(wordsOf(shown())).not.toContain('No two responses')
    expect(wordsOf(shown({}, { alike: [] }))).toContain('No two responses that count say the same.')
    const alike = [
      {
        model: 'a',
        words: 'Stop the parking charges.',
        standard: ['a', 'b'],
        edited: [{ id: 'd', own: ['My mother cannot walk far.'] }],
      },
    ]
    const words = wordsOf(shown({}, { alike }))
    expect(words).toContain('3 responses with the same words, or nearly')
    expect(words).toContain('My mother cannot walk far.')
    expect(words).toContain('All of them together count as one')
  })
})

describe('ledgerProblemWords', () => {
  it('says for every reason what to do next, with the reference', () => {
    const about = { reference: 'KTRM-4821' }
    const said = [
      ledgerProblemWords({ code: 'not-late', ...about }),
      ledgerProblemWords({ code: 'words-are-gone', ...about }),
      ledgerProblemWords({ code: 'merged-into-itself', ...about }),
      ledgerProblemWords({ code: 'merged-into-uncounted', ...about, line: 'blank' }),
      ledgerProblemWords({ code: 'others-merged-into-it', ...about }),
      ledgerProblemWords({ code: 'decided-since', ...about }),
      ledgerProblemWords({ code: 'nothing-changes', ...about }),
    ]
    for (const words of said) expect(words).toContain('KTRM-4821')
    expect(said[3]).toContain('Blank')
    expect(ledgerProblemWords({ code: 'already-undone' })).toContain('undone already')
  })
})
