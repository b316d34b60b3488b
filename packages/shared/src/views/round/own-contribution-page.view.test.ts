import { describe, expect, it } from 'vitest'
import { ownContributionWords } from '../../words/own-contribution.ts'
import { contributions, type ContributionName } from '../test-support/contribution-records.ts'
import { linksOf, wordsOf } from '../test-support/rendered.ts'
import { minePage, ownPage } from '../test-support/round-app-pages.ts'
import { beginning } from './own-contributions.view.ts'
import { mineTitle } from './mine-page.view.ts'
import { formAddress } from './own-contribution-page.view.ts'

const { name } = contributions.draft.draft
const words = (name: ContributionName, change = {}) => wordsOf(ownPage(name, change))

describe('the page of a contribution', () => {
  it.each([
    ['draft', 'What you wrote is not sent'],
    ['draft of a change', 'You are changing what you wrote'],
    ['waiting', 'What you wrote is waiting to be sent'],
    ['change waiting', 'Your new words are waiting to be sent'],
    ['withdrawal waiting', 'Taking it back is waiting to be sent'],
    ['received', 'We have received what you wrote'],
    ['withdrawn', 'You took back what you wrote'],
    ['refused', 'We could not take what you wrote'],
    ['change refused', 'We could not take your new words'],
    ['withdrawal refused', 'It has not been taken back'],
  ] as const)('says in its heading that it is %s', (name, title) => {
    expect(ownContributionWords.title(contributions[name])).toBe(title)
    expect(words(name)).toContain(title)
  })

  it.each([
    ['received', ['Change it', 'Take it back', 'Delete from this device']],
    ['unread', ['Change it', 'Take it back', 'Delete from this device']],
    ['change asked', ['Change it', 'Take it back', 'Delete from this device']],
    ['rejected', ['Take it back', 'Delete from this device']],
    ['withdrawn', ['Delete from this device']],
    ['draft of a change', ['Go on writing', 'Leave it as it was']],
    ['waiting', ['Try to send now']],
    ['change refused', ['Look at it and send it again']],
    ['withdrawal refused', ['Go back to what you wrote']],
  ] as const)('offers what can be done where it is %s, and nothing else', (name, offered) => {
    const all = [
      'Change it',
      'Take it back',
      'Delete from this device',
      'Go on writing',
      'Leave it as it was',
      'Try to send now',
      'Look at it and send it again',
      'Go back to what you wrote',
    ]
    const said = words(name)
    expect(all.filter((one) => said.includes(one))).toEqual(offered)
  })

  it('offers no other words once the discussion is closed, and taking back at any time', () => {
    const closed = words('received', { now: new Date('2027-03-20T17:00:00Z') })
    expect(closed).not.toContain('Change it')
    expect(closed).toContain('Take it back')
  })

  it('leads to the form with the same words, of a reply to the form for replies', () => {
    expect(formAddress(contributions.draft)).toBe(
      `/rounds/one-clinic-or-rooms/reply/1?said=${name}`,
    )
    expect(formAddress(contributions.received)).toBe(`/rounds/one-clinic-or-rooms/say?said=${name}`)
  })

  it('leads to where everybody can read it, once it is shown', () => {
    const there = '/rounds/one-clinic-or-rooms/said/3'
    expect(linksOf(ownPage('received'))).toContain(there)
    expect(linksOf(ownPage('unread'))).not.toContain(there)
  })

  it('says of what came late that a moderator decides', () => {
    expect(words('late')).toContain('You finished it before the discussion closed')
  })

  it('shows the private code once there is something to do with it, and what this device makes of it', () => {
    expect(words('draft')).not.toContain('Your private code')
    expect(words('received')).toContain('ABCD-EFGH-JKMN-PQRS-TVWX With it you can change this')
    const { draft, ...record } = contributions.received
    expect(
      words('received', { record: { ...record, draft: { ...draft, ownDevice: false } } }),
    ).toContain('This device forgets it when you close Takepart')
  })

  it('keeps every word of what waits or was refused, and says why it was', () => {
    for (const name of ['waiting', 'refused'] as const)
      expect(words(name)).toContain('I counted nineteen stairs.')
    expect(words('refused')).toContain('This discussion closed on Saturday 20 March 2027')
    expect(words('refused', { kept: false })).toContain('still on this page. Keep it open.')
    expect(words('waiting', { kept: false })).toContain('Keep this tab open')
  })

  it('asks once more before words are erased, and says what is left', () => {
    expect(words('received', { confirming: 'withdraw' })).toContain(
      'We erase your words, and nobody can read them in the discussion any more.',
    )
    expect(words('received', { confirming: 'delete' })).toContain('stays with us')
    expect(words('draft', { confirming: 'delete' })).toContain('We do not have it.')
  })
})

describe('what a moderator decided', () => {
  it('is said in the words they chose, whether or not the server can be asked', () => {
    expect(words('rejected')).toContain('because it sells something. Connect to the internet')
    expect(words('rejected', { standing: { decided: 'reject', answer: 'may' } })).toContain(
      'Do you think we are wrong?',
    )
  })

  it('can be answered once', () => {
    const given = words('rejected', { standing: { decided: 'reject', answer: 'given' } })
    expect(given).toContain('You have told us why you see it another way.')
    expect(given).not.toContain('Do you think we are wrong?')
    const settled = words('rejected', { standing: { decided: 'reject', answer: 'settled' } })
    expect(settled).toContain('This is what they decided.')
  })

  it('is said of parts that were taken out, which have no reason of their own', () => {
    expect(words('received', { standing: { decided: 'redact', answer: 'may' } })).toContain(
      'A moderator took parts out of what you wrote',
    )
  })

  it('is not said where nothing was decided', () => {
    expect(words('received', { standing: {} })).not.toContain('What the moderator decided')
    expect(words('unread')).not.toContain('What the moderator decided')
  })
})

describe('everything somebody wrote in a discussion', () => {
  it('is listed by its first words, each with its state', () => {
    const page = wordsOf(minePage({ records: [contributions.unread, contributions.rejected] }))
    expect(page).toContain(
      'There is no lift to that room. I counted nineteen stairs. We have received it. A person reads it',
    )
    expect(page).toContain('It is not shown.')
  })

  it('is asked for with the private code, and a problem leads to its field', () => {
    expect(linksOf(minePage({ problem: 'We cannot find it.' }))).toContain('#code')
    expect(mineTitle({ problem: 'We cannot find it.' })).toMatch(/^Error: /)
    expect(wordsOf(minePage())).toContain('Nothing you wrote in this discussion is on this device.')
  })

  it('says that it may be old where the server was not reached, if there is anything', () => {
    const old = 'this is how things stood when this device last heard'
    expect(wordsOf(minePage({ old: true, records: [contributions.received] }))).toContain(old)
    expect(wordsOf(minePage({ old: true }))).not.toContain(old)
  })

  it.each([
    ['Short', 'Short'],
    ['Two\n\nparagraphs', 'Two paragraphs'],
    [`${'word '.repeat(30)}end`, `${'word '.repeat(15)}word…`],
    ['x'.repeat(200), `${'x'.repeat(80)}…`],
    ['', ''],
  ])('begins a line with whole words: %s', (text, line) => {
    const { draft, ...record } = contributions.received
    expect(beginning({ ...record, draft: { ...draft, said: { ...draft.said, text } } })).toBe(line)
  })
})
