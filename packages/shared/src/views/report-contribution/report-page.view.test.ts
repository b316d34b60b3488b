import { describe, expect, it } from 'vitest'
import type { ReportDraft, ReportRecord } from '../../domain/device/report-record.ts'
import { reportOutcomes, reportReasons } from '../../domain/moderation/report.ts'
import { outcomeWords, reportLabels } from '../../words/moderation.ts'
import { reportRefusalWords, reportStateWords } from '../../words/contribution-report.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import { reportPageView, type ReportPageModel } from './report-page.view.ts'

const model = (changes: Partial<ReportPageModel> = {}): ReportPageModel => ({
  slug: 'clinics',
  number: 12,
  reason: undefined,
  words: '',
  problems: [],
  trouble: '',
  ...changes,
})
const draft: ReportDraft = {
  id: '00000000-0000-4000-8000-000000000001',
  slug: 'clinics',
  title: 'Contribution 12',
  revision: 1,
  changedAt: '2027-03-10T12:00:00Z',
  ownDevice: false,
  number: 12,
  reason: 'attacks',
  words: '<b>It made me uneasy</b>',
  deviceHash: 'ab'.repeat(32),
}
const received = (outcome: (typeof reportOutcomes)[number] | null): ReportRecord => ({
  kind: 'contribution-report',
  state: 'received',
  draft,
  receipt: { reportId: draft.id, outcome },
})

describe('reporting a contribution', () => {
  it('offers every reason in words, and worry about somebody first', () => {
    const shown = wordsOf(reportPageView(model()))
    for (const reason of reportReasons) expect(shown).toContain(reportLabels[reason])
    const others = reportReasons.filter((reason) => reason !== 'worried')
    for (const reason of others)
      expect(shown.indexOf(reportLabels.worried)).toBeLessThan(shown.indexOf(reportLabels[reason]))
  })

  it('asks for words only where no reason fits', () => {
    expect(wordsOf(reportPageView(model({ reason: 'law' })))).toContain('Say more (optional)')
    expect(wordsOf(reportPageView(model({ reason: 'other' })))).not.toContain('(optional)')
  })

  it('says what happens to the contribution meanwhile, and leads back to it', () => {
    const view = reportPageView(model())
    expect(wordsOf(view)).toContain('Until then the contribution is shown as before.')
    expect(linksOf(view)).toContain('/rounds/clinics/said/12')
    expect(linksOf(view)).toContain('tel:999')
  })

  it.each([null, ...reportOutcomes])('says what came of it: %s', (outcome) => {
    const view = reportPageView(model({ record: received(outcome) }))
    expect(wordsOf(view)).toContain(`We have received your report. ${outcomeWords(outcome)}`)
    expect(rendered(view)).not.toContain('<form')
    expect(rendered(view)).not.toContain('<b>')
  })

  it('never says that it was received before it was', () => {
    const command = {
      kind: 'report.send',
      input: { reportId: draft.id, slug: 'clinics', number: 12, reason: 'law', deviceHash: '' },
    } as const
    const waiting: ReportRecord = {
      kind: 'contribution-report',
      state: 'waiting',
      draft,
      command,
      queuedAt: '',
    }
    expect(reportStateWords(waiting)).toBe(
      'Not sent yet. It is on this device, and is sent when there is a connection.',
    )
    const refused: ReportRecord = {
      kind: 'contribution-report',
      state: 'refused',
      draft,
      command,
      problems: [{ code: 'report-unknown' }],
      refusedAt: '',
    }
    expect(reportStateWords(refused)).toContain('was not received')
    expect(reportStateWords(refused)).toContain('no longer shown')
  })

  it('names each problem at its field and in the summary', () => {
    const problems = [
      { code: 'reason-missing' },
      { code: 'report-words-too-long', most: 600, over: 4 },
    ] as const
    const markup = rendered(reportPageView(model({ problems })))
    expect(markup.split('Choose what is wrong with it')).toHaveLength(3)
    expect(markup.split('take out 4')).toHaveLength(3)
  })

  it.each([
    [{ code: 'report-unknown' }, 'no longer shown'],
    [{ code: 'report-words-missing' }, 'a few words'],
    [{ code: 'report-not-understood' }, 'could not read'],
  ] as const)('says what to do about %o', (problem, words) => {
    expect(reportRefusalWords(problem)).toContain(words)
  })
})
