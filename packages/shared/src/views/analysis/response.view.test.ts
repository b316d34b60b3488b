import { describe, expect, it } from 'vitest'
import { erasureReasons, takeOutReasons } from '../../domain/response/removal.ts'
import { traceView } from '../report/trace.view.ts'
import { removalProblemWords, removalReasonWords } from '../../words/removal.ts'
import { wordsOf } from '../test-support/rendered.ts'
import { nothingRemoved, type RemovalState } from './removal.view.ts'
import { responseView, type ResponseModel } from './response.view.ts'

const text = 'Ann is late.'
const model: ResponseModel = {
  consultation: { id: 'c', title: 'Visiting times' },
  id: 'r',
  reference: 'KTRM-4821',
  revision: 1,
  facts: [['Version', '1']],
  sections: [
    {
      title: 'Rooms',
      answers: [
        {
          question: 'What should change?',
          lines: [text],
          texts: [{ questionId: 'words', key: 'words', label: 'What should change?', text }],
        },
      ],
    },
  ],
  apart: 0,
  gone: false,
  takenOut: [],
  erasure: {},
}
const shown = (changes: Partial<ResponseModel> = {}, state: Partial<RemovalState> = {}) =>
  wordsOf(responseView({ ...model, ...changes }, { ...nothingRemoved, ...state }, {}))

describe('responseView', () => {
  it('offers to take words out and to erase to those who may, and to nobody else', () => {
    expect(shown()).toContain('Take words out of “What should change?”')
    expect(shown()).toContain('Ask to erase it')
    const { erasure: _, ...without } = model
    const sections = model.sections.map((section) => ({
      ...section,
      answers: section.answers.map((answer) => ({ ...answer, texts: [] })),
    }))
    const read = wordsOf(responseView({ ...without, sections }, nothingRemoved, {}))
    expect(read).toContain(text)
    expect(read).not.toMatch(/Take words out|erase/i)
  })

  it('shows the answer as it will be read, and asks once more in words', () => {
    const parts = [{ start: 0, end: 3, what: 'name' as const }]
    const chosen = shown({}, { open: 'words', parts, why: 'private' })
    expect(chosen).toContain('[name removed because it is private to somebody else] is late.')
    expect(chosen).toContain('Put back “Ann”')
    expect(chosen).not.toContain('for good?')
    expect(shown({}, { open: 'words', parts, confirming: 'take-out' })).toContain(
      'Take these words out for good? Nobody can read them again',
    )
  })

  it('lets the second person erase or keep, and the first only take it back', () => {
    const asked = { id: 'q', said: 'Ros asked.', reason: 'It was asked', own: false }
    const other = shown({ erasure: { asked } })
    expect(other).toContain('Ros asked. The reason: It was asked. Erase it Keep the response')
    expect(shown({ erasure: { asked } }, { confirming: 'erase' })).toContain(
      'Erase this response for good?',
    )
    const own = shown({ erasure: { asked: { ...asked, own: true } } })
    expect(own).toContain('You asked, so somebody else has to do it. I take it back')
    expect(own).not.toContain('Erase it')
  })

  it('says what was taken out before', () => {
    expect(shown({ takenOut: ['Ros took words out.'] })).toContain('Taken out Ros took words out.')
  })
})

describe('the words of removing', () => {
  it('has a sentence for every reason, for the ledger and for the person', () => {
    for (const reason of erasureReasons) {
      expect(removalReasonWords('erase', reason)).toMatch(/^[A-Z].*\w$/)
      const trace = { counted: false, concluded: false, slug: 's', themes: [], erased: reason }
      expect(wordsOf(traceView(trace))).toMatch(
        /Why we erased your response .+ Two members of staff/,
      )
    }
    for (const reason of takeOutReasons) {
      expect(removalReasonWords('take-out', reason)).toMatch(/^(It|The) /)
      const takenOut = [{ question: 'Why?', reason }]
      const trace = { counted: true, concluded: false, slug: 's', themes: [], takenOut }
      expect(wordsOf(traceView(trace))).toContain(
        'took words out of your answer to “Why?”, because',
      )
    }
    expect(removalReasonWords('exclude', 'A test')).toBeUndefined()
  })

  it('says what to do next for every problem', () => {
    const codes = [
      'response-not-here',
      'no-such-text',
      'words-are-gone',
      'concern-open',
      'changed-since',
      'redaction-empty',
      'redaction-overlaps',
      'redaction-out-of-place',
      'asked-already',
      'not-asked',
      'not-yours',
    ] as const
    const said = codes.map((code) => removalProblemWords({ code }))
    expect(said.filter((words) => !/^[A-Z]/.test(words))).toEqual([])
    expect(removalProblemWords({ code: 'redaction-too-many', most: 50 })).toContain('50')
    expect(
      removalProblemWords({ code: 'others-merged-into-it', reference: 'KTRM-4821' }),
    ).toContain('KTRM-4821')
  })
})
