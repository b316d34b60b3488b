import { describe, expect, it } from 'vitest'
import { rejectionReasons } from '../domain/moderation/decision.ts'
import { detailKinds } from '../domain/moderation/personal-details.ts'
import { removedKinds } from '../domain/moderation/redaction.ts'
import { reportOutcomes, reportReasons } from '../domain/moderation/report.ts'
import {
  authorWords,
  decisionProblemWords,
  detailLabels,
  outcomeWords,
  reasonLabels,
  removedLabels,
  reportLabels,
} from './moderation.ts'

describe('authorWords', () => {
  it.each(rejectionReasons)('says why and what can be done: %s', (reason) => {
    const rejected = authorWords('reject', { reason, words: 'It is a copy.' })
    expect(rejected).toContain('We have not published what you wrote')
    expect(rejected).toContain('It is a copy.')
    expect(rejected).toContain('tell us once why you think we are wrong')
    const asked = authorWords('ask-change', { reason })
    expect(asked).toContain('change it and send it again')
    expect(asked).not.toContain('undefined')
  })

  it('says nothing of a reason that stands in the words alone', () => {
    expect(authorWords('reject', { reason: 'other', words: ' Words. ' })).toBe(
      'We have not published what you wrote. Words. You can tell us once why you think we are wrong. Somebody else will then look at it.',
    )
  })
})

describe('words of moderation', () => {
  it('are there for everything that can be chosen or found', () => {
    const all = [
      ...rejectionReasons.map((one) => reasonLabels[one]),
      ...reportReasons.map((one) => reportLabels[one]),
      ...detailKinds.map((one) => detailLabels[one]),
      ...removedKinds.map((one) => removedLabels[one]),
      ...reportOutcomes.map(outcomeWords),
      outcomeWords(null),
    ]
    for (const words of all) expect(words).toMatch(/^[A-Z]/)
    expect(all.join(' ')).not.toMatch(/please|sorry|invalid|required|oops/i)
  })

  it('name who decided, and say that nothing was applied', () => {
    expect(decisionProblemWords({ code: 'decided-already', by: 'x' }, () => 'Kit Osei')).toBe(
      'Kit Osei decided this one while you were reading. Nothing you did was applied',
    )
  })
})
