import { describe, expect, it } from 'vitest'
import { hintsIn, placesOf } from '../../domain/moderation/choose-parts.ts'
import { rejectionReasons } from '../../domain/moderation/decision.ts'
import { removedKinds } from '../../domain/moderation/redaction.ts'
import { reportReasons } from '../../domain/moderation/report.ts'
import { severities } from '../../domain/moderation/severity.ts'
import { removedLabels, reasonLabels, reportLabels } from '../../words/moderation.ts'
import { severityWords } from '../../words/moderation-desk.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import { deskKeys } from './decide.view.ts'
import {
  nothingDecided,
  type DecidingState,
  type ModerationModel,
  type QueuedContribution,
} from './moderation-model.ts'
import { moderationView } from './moderation.view.ts'

const said = {
  text: 'Mrs Hallam never came again.\nRing me on 01632 960 001.',
  name: 'Dee',
  self: 'patient at Birch',
  quotations: [],
  onBehalf: false,
  helpNow: false,
}

const queued = (changes: Partial<QueuedContribution> = {}): QueuedContribution => ({
  id: 'one',
  revision: 1,
  round: {
    slug: 'clinics',
    title: 'One better clinic?',
    position: 'one clinic',
    reading: 'usually within 4 hours',
  },
  source: 'participant',
  said,
  shown: false,
  late: false,
  first: false,
  severity: null,
  since: '2027-03-10T09:20:00Z',
  reports: [],
  answer: null,
  firstDecidedBy: null,
  answered: null,
  claimedBy: null,
  hints: hintsIn(said),
  like: [],
  ...changes,
})

const model = (changes: Partial<ModerationModel> = {}): ModerationModel => ({
  now: '2027-03-10T12:00:00Z',
  me: 'kit',
  people: { ros: 'Ros Amery', kit: 'Kit Osei' },
  items: [queued()],
  waiting: 1,
  oldest: '2027-03-10T09:20:00Z',
  open: 'one',
  concerns: { open: 0, waiting: 0, dueAt: null },
  week: {
    accepted: 90,
    redacted: 6,
    rejected: 3,
    changeAsked: 2,
    again: 1,
    lastAt: '2027-03-10T10:52:00Z',
    lastBy: 'ros',
  },
  ...changes,
})

const page = (changes: Partial<ModerationModel> = {}, state: Partial<DecidingState> = {}) =>
  moderationView(model(changes), { ...nothingDecided, ...state })
const words = (changes: Partial<ModerationModel> = {}, state: Partial<DecidingState> = {}) =>
  wordsOf(page(changes, state))
const one = (changes: Partial<QueuedContribution>, state: Partial<DecidingState> = {}) =>
  words({ items: [queued(changes)] }, state)

describe('a contribution in the queue', () => {
  it('says how long it has waited, what people were told, and whether anybody sees it', () => {
    expect(one({})).toContain('Has waited 2 hours. Nobody sees it until you decide.')
    expect(one({})).toContain('We tell people: “usually within 4 hours”')
    expect(one({ shown: true })).toContain('It is shown until you decide.')
    expect(one({ first: true, late: true })).toContain(
      'First contribution by this person. It came after the round closed.',
    )
  })

  it('names the concern about it, which its decision leaves open', () => {
    expect(one({ severity: 'now' })).toContain(
      'There is an open urgent concern about it: immediate danger. What you decide here does not close it.',
    )
  })

  it('marks what was found in the text, the name and the description, and nothing else', () => {
    const both = { ...said, name: 'Mrs Hallam', self: 'me@example.org' }
    const marks = [
      ...rendered(page({ items: [queued({ said: both, hints: hintsIn(both) })] })).matchAll(
        /<mark class="flag">([^<]*)</g,
      ),
    ].map(([, found]) => found)
    expect(marks).toEqual(['Mrs Hallam', 'me@example.org', 'Mrs Hallam', '01632 960 001'])
  })

  it('keeps every letter of what was written, with the marks or without', () => {
    const shown = /<div class="said-here"[^>]*>(.*?)<\/div>/s.exec(rendered(page()))?.[1]
    expect(shown?.replaceAll(/<[^>]+>/g, '')).toBe(said.text)
  })

  it('says where somebody stands, or that they did not say', () => {
    expect(one({})).toContain('Did not say where they stand')
    expect(one({ said: { ...said, stance: 'against' } })).toContain('Against one clinic')
    expect(one({ round: { slug: 'a', title: 'A', reading: 'soon' } })).not.toContain('they stand')
  })

  it.each(reportReasons)('shows a report: %s', (reason) => {
    const reports = [{ reason, words: 'It made me uneasy', receivedAt: '2027-03-10T11:00:00Z' }]
    expect(one({ reports })).toContain(
      `1 person reported it ${reportLabels[reason]} It made me uneasy`,
    )
  })

  it('shows what the author answered, and who must not decide', () => {
    const answered = { answer: 'She is my sister', firstDecidedBy: 'ros' }
    expect(one(answered)).toContain('She is my sister Ros Amery decided first')
    expect(one(answered)).toContain('Publish as it is')
    const own = one({ ...answered, firstDecidedBy: 'kit' })
    expect(own).toContain('You decided about this before, so somebody else must look at the answer')
    expect(own).not.toContain('Publish as it is')
  })

  it('is for nobody else while somebody has it', () => {
    const theirs = one({ claimedBy: 'ros' })
    expect(theirs).toContain('Ros Amery is looking at this one')
    expect(theirs).not.toContain('Do not publish')
    expect(one({ claimedBy: 'kit' })).toContain('Do not publish')
  })

  it('shows others that are nearly the same with what only they say', () => {
    const like = [
      { id: 'two', name: 'Bernard', own: ['My mother cannot travel.'] },
      { id: 'three', name: 'Mel', own: [] },
    ]
    const shown = one({ like })
    expect(shown).toContain('2 others are nearly the same')
    expect(shown).toContain('Only in this one: “My mother cannot travel.”')
    expect(shown).toContain('No sentence of its own.')
    expect(one({ like }, { others: ['two', 'three'] })).toContain('Publish as it is, and 2 others')
  })

  it('puts what somebody wrote into the page as words', () => {
    const evil = { ...said, text: '<img src=x onerror=alert(1)>', name: '<b>Dee</b>' }
    const markup = rendered(page({ items: [queued({ said: evil, hints: [] })] }))
    expect(markup).not.toContain('<img')
    expect(markup).not.toContain('<b>')
  })
})

describe('deciding', () => {
  it('shows the key of each decision, and none where they are turned off', () => {
    const shown = one({})
    for (const name of ['accept', 'take-out', 'ask-change', 'reject', 'concern', 'leave'] as const)
      expect(shown).toMatch(new RegExp(` ${deskKeys[name].toUpperCase()}(?: |$)`))
    expect(rendered(page({}, { keysOff: true }))).not.toContain('<kbd>')
    expect(one({}, { keysOff: true })).toContain('Single keys are off. Turn single keys on')
  })

  it('has no key twice', () => {
    const keys = Object.values(deskKeys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has one filled button: to publish, or to publish without what is taken out', () => {
    const filled = (state: Partial<DecidingState>) =>
      [...rendered(page({}, state)).matchAll(/class="button"[^>]*>([^<]*)/g)].map(([, text = '']) =>
        text.trim(),
      )
    expect(filled({})).toEqual(['Publish as it is'])
    const parts = placesOf(said, { words: 'Mrs Hallam', what: 'name' })
    expect(filled({ parts })).toEqual(['Publish with 1 part taken out'])
  })

  it('shows the words as people would read them, and the way to put each back', () => {
    const parts = placesOf(said, { words: 'Mrs Hallam', what: 'name' })
    const shown = one({}, { parts })
    expect(shown).toContain('As people would read it Dee “patient at Birch” [name removed]')
    expect(shown).toContain('Put “Mrs Hallam” back')
    expect(shown).toContain('A name: Mrs Hallam – taken out')
  })

  it('asks for a reason in words, each with its number, and shows what the author will read', () => {
    const shown = one({}, { form: 'reject', reason: 'attacks', words: 'She is named.' })
    rejectionReasons.forEach((reason, index) =>
      expect(shown).toContain(`${index + 1} ${reasonLabels[reason]}`),
    )
    expect(shown).toContain('What Dee will read')
    expect(shown).toContain('because it attacks a person and not what they said. She is named.')
    expect(shown).toContain('Send this, and do not publish')
    expect(one({ shown: true }, { form: 'reject' })).toContain('Send this, and take it down')
    expect(one({}, { form: 'ask-change' })).toContain('Send this, and wait for the change')
  })

  it('chooses words from every field that was written, and each kind of mark', () => {
    const shown = one({}, { form: 'take-out' })
    for (const label of ['The text', 'The name', 'How they describe themselves'])
      expect(shown).toContain(label)
    expect(shown).not.toContain('Their “if”')
    for (const kind of removedKinds) expect(shown).toContain(removedLabels[kind])
  })

  it('raises a concern with one of three severities', () => {
    const shown = one({}, { form: 'concern' })
    for (const severity of severities) expect(shown).toContain(severityWords[severity])
  })

  it('names what is wrong in the summary and beside the field', () => {
    const problems = [{ href: '#take-out-words', text: 'Those words are not there' }]
    const markup = rendered(page({}, { form: 'take-out', problems }))
    expect(markup.match(/Those words are not there/g)).toHaveLength(2)
    expect(markup).toContain('href="#take-out-words"')
    expect(markup).toMatch(/id="take-out-words"[^>]*aria-invalid="true"/)
  })

  it('offers to undo while that is possible, and says when it is not', () => {
    const done = { words: 'It will be published in 30 seconds.', undoUntil: '2027-03-10T12:00:30Z' }
    expect(words({}, { done })).toContain('Undo my last decision Z')
    expect(words({}, { done: { ...done, undoUntil: null } })).not.toContain('Undo my last')
  })
})

describe('the queue', () => {
  const second = queued({
    id: 'two',
    revision: 2,
    severity: 'today',
    since: '2027-03-10T11:40:00Z',
    said: { ...said, name: 'Bernard' },
    claimedBy: 'ros',
  })

  it('lists what waits with the time first, and links that work without a script', () => {
    const items = [queued(), second]
    const shown = words({ items, waiting: 60 })
    expect(shown).toContain('1 of 60, the most urgent first')
    expect(shown).toContain('The oldest has waited 2 hours.')
    expect(shown).toContain('Dee open now · 2 hours')
    expect(shown).toContain('Bernard Today 20 minutes · changed by its author · Ros Amery has it')
    expect(shown).toContain('58 more wait, and come when these are decided.')
    expect(linksOf(page({ items }))).toContain('/desk/moderation?open=two')
  })

  it('is good news when nothing waits, with who decided last', () => {
    const shown = words({ items: [], waiting: 0, oldest: null, open: null })
    expect(shown).toContain('Nothing waits. Ros Amery decided the last one on Wednesday 10 March')
    const { week } = model()
    const none = { items: [], open: null, week: { ...week, lastAt: null, lastBy: null } }
    expect(words(none)).toContain('Nothing has been decided in the last 7 days.')
  })

  it('says that the one somebody opened is no longer there', () => {
    expect(words({ open: 'gone' })).toContain('This one no longer waits')
  })

  it('leads to a concern that nobody has, with the time that is left', () => {
    const concerns = { open: 3, waiting: 1, dueAt: '2027-03-10T12:20:00Z' }
    expect(words({ concerns })).toContain('An urgent concern has no owner: 20 minutes left.')
    const late = { ...concerns, dueAt: '2027-03-10T11:00:00Z' }
    expect(words({ concerns: late })).toContain('has no owner, and is 60 minutes late.')
    expect(linksOf(page({ concerns }))).toContain('/desk/concerns')
    expect(words({ concerns: { ...concerns, waiting: 0 } })).toContain('3 open, 0 without an owner')
  })

  it('counts the last 7 days', () => {
    expect(words()).toContain(
      '96 published, 6 of them with parts taken out; 3 not published; 2 asked to change; 1 decided a second time.',
    )
  })
})
