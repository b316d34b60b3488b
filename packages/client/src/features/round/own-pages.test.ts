import type { OwnContribution } from '@takepart/shared/domain/round/contribution'
import {
  contributionDraft,
  contributionReceipt,
  contributions,
} from '@takepart/shared/views/test-support/contribution-records'
import { userEvent } from 'vitest/browser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Unavailable } from '../../api/unavailable.ts'
import type { Services } from '../../app/services.ts'
import { emptyDevice, openTab } from '../../offline/test-support/device.ts'
import {
  byId,
  destinations,
  emptySite,
  fakeServer,
  heading,
  inTime,
  leaveSite,
  openApp,
  press,
  showPage,
} from '../../test-support/app.ts'
import { ContributionPage } from './contribution-page.ts'
import { MinePage } from './mine-page.ts'

beforeEach(emptyDevice)
afterEach(leaveSite)

const { id, slug, title, code } = contributionDraft()
const here = `/my-responses/said/${id}`
const received = { ...contributions.received, draft: contributionDraft({ revision: 0 }) }

const own = (parts: Partial<OwnContribution> = {}): OwnContribution => ({
  receipt: contributionReceipt(),
  title,
  said: contributionDraft().said,
  ...parts,
})

/** The page of a contribution that was received, and what the server says of it when it is asked. */
async function opened(standing: OwnContribution = own(), server = fakeServer()) {
  server.rounds.readOwn = async () => ({ ok: true, value: [standing] })
  const services = await openApp(server)
  await services.records.adopt(received)
  emptySite(here)
  await showPage(new ContributionPage(), services, { contribution: id })
  return { services, server }
}
const states = async ({ records }: Services) =>
  (await records.list('contribution')).map(({ state, receipt }) => [state, receipt?.state])
const words = () => document.querySelector('main')?.textContent ?? ''

describe('what one said', () => {
  it('is taken back with its private code, once somebody has said so twice', async () => {
    const { services, server } = await opened()
    press('Take it back')
    await inTime(() => expect(document.activeElement?.id).toBe('keep'))
    press('No, keep it')
    await inTime(() => expect(document.activeElement?.id).toBe('ask-withdraw'))
    expect(server.sent).toEqual([])
    press('Take it back')
    await inTime(() => expect(document.activeElement?.id).toBe('keep'))
    press('Yes, take it back')
    await inTime(() => expect(heading()).toBe('You took back what you wrote'))
    expect(server.sent).toMatchObject([
      { kind: 'contribution.withdraw', input: { contributionId: id, code } },
    ])
    expect(await states(services)).toEqual([['received', 'withdrawn']])
  })

  it('is taken back later where there is no connection, and says so until then', async () => {
    const { services, server } = await opened()
    server.reachable = false
    press('Take it back')
    await inTime(() => expect(document.activeElement?.id).toBe('keep'))
    press('Yes, take it back')
    await inTime(() => expect(heading()).toBe('Taking it back is waiting to be sent'))
    expect(words()).toContain('Until then, what we have already stays as it is.')
    server.reachable = true
    await services.outbox.flush()
    await inTime(() => expect(heading()).toBe('You took back what you wrote'))
  })

  it('says what a moderator has decided meanwhile, and keeps that on the device', async () => {
    const reason = 'We have not published what you wrote, because it sells something.'
    const receipt = contributionReceipt({ state: 'rejected', reason })
    await opened(own({ receipt, decided: 'reject', answer: 'may' }))
    await inTime(() => expect(words()).toContain(reason))
    expect(await (await openTab()).list('contribution')).toMatchObject([{ receipt: { reason } }])
  })

  it('says that it could not ask where there is no connection', async () => {
    const server = fakeServer()
    server.reachable = false
    const services = await openApp(server)
    await services.records.adopt({
      ...received,
      receipt: contributionReceipt({ state: 'rejected', reason: 'Because.' }),
    })
    emptySite(here)
    await showPage(new ContributionPage(), services, { contribution: id })
    expect(words()).toContain('Because.')
    expect(words()).toContain('Connect to the internet to see what a moderator decided.')
  })
})

describe('an answer to what a moderator decided', () => {
  const rejected = own({
    receipt: contributionReceipt({ state: 'rejected', reason: 'Because.' }),
    decided: 'reject',
    answer: 'may',
  })

  it('is sent once, and the page says that somebody else looks', async () => {
    const answers: unknown[] = []
    const server = fakeServer()
    server.rounds.answerDecision = async (input) => {
      answers.push(input)
      return { ok: true, value: true }
    }
    await opened(rejected, server)
    await inTime(() => expect(words()).toContain('Do you think we are wrong?'))
    await userEvent.fill(byId('answer'), 'I sell nothing.')
    press('Send this to us')
    await inTime(() => expect(words()).toContain('You have told us why'))
    expect(answers).toEqual([{ contributionId: id, code, words: 'I sell nothing.' }])
    expect(words()).not.toContain('Do you think we are wrong?')
  })

  it.each([
    ['answer-missing', 'Enter why you think we are wrong'],
    ['answer-too-long', 'to 1,000 or fewer'],
    ['answered-already', 'You have told us this once already.'],
    ['nothing-to-answer', 'There is nothing to answer any more.'],
    ['contribution-not-found', 'We cannot find anything with that private code'],
  ])('says at the field why it was not taken (%s), and keeps the words', async (problem, said) => {
    const server = fakeServer()
    server.rounds.answerDecision = async () => ({ ok: false, problems: [{ code: problem }] })
    await opened(rejected, server)
    await inTime(() => expect(words()).toContain('Do you think we are wrong?'))
    await userEvent.fill(byId('answer'), 'I sell nothing.')
    press('Send this to us')
    await inTime(() => expect(document.getElementById('answer_error')?.textContent).toContain(said))
    expect(document.activeElement?.id).toBe('answer')
    expect(byId('answer').value).toBe('I sell nothing.')
  })

  it('loses nothing where the server is not reached', async () => {
    const { server } = await opened(rejected)
    await inTime(() => expect(words()).toContain('Do you think we are wrong?'))
    await userEvent.fill(byId('answer'), 'I sell nothing.')
    server.reachable = false
    press('Send this to us')
    await inTime(() => expect(words()).toContain('We could not reach Takepart.'))
    expect(byId('answer').value).toBe('I sell nothing.')
  })
})

describe('everything one wrote in a discussion', () => {
  async function mine(services: Services) {
    emptySite(`/rounds/${slug}/mine`)
    await showPage(new MinePage(), services, { slug })
  }

  it('is found on another device with the private code, however it is typed, and kept for this session only', async () => {
    const gone = destinations()
    const server = fakeServer()
    const asked: unknown[] = []
    server.rounds.readOwn = async (input) => {
      asked.push(input)
      return {
        ok: true,
        value: [
          own(),
          own({
            receipt: contributionReceipt({
              state: 'withdrawn',
              contributionId: contributions.waiting.command.input.contributionId.replace(
                /^./,
                '4',
              ) as never,
            }),
            said: undefined,
          }),
        ],
      }
    }
    const services = await openApp(server)
    await mine(services)
    expect(words()).toContain('Nothing you wrote in this discussion is on this device.')
    await userEvent.fill(byId('code'), code.toLowerCase().replaceAll('-', ' '))
    press('Find it')
    await inTime(() => expect(byId('found').textContent).toBe('We found 2 things you wrote.'))
    expect(asked).toEqual([{ slug, code }])
    expect(words()).toContain('There is no lift to that room.')
    expect(words()).toContain('You took back what you wrote')
    expect(
      (await services.records.list('contribution')).map(({ draft }) => draft.ownDevice),
    ).toEqual([false, false])
    expect(gone).toEqual([])
  })

  it('asks for a code that can be one, and says when it opens nothing', async () => {
    const services = await openApp()
    await mine(services)
    await userEvent.fill(byId('code'), 'ABC')
    press('Find it')
    await inTime(() =>
      expect(words()).toContain('Enter your private code: twenty letters and digits'),
    )
    expect(document.activeElement?.id).toBe('error-summary')
    await userEvent.fill(byId('code'), code)
    press('Find it')
    await inTime(() => expect(words()).toContain('We cannot find anything with that private code'))
    expect(byId('code').value).toBe(code)
  })

  it('is brought up to date by itself, and says when it could not be', async () => {
    const server = fakeServer()
    server.rounds.readOwn = async () => ({
      ok: true,
      value: [own({ receipt: contributionReceipt({ state: 'change-asked', number: undefined }) })],
    })
    const services = await openApp(server)
    await services.records.adopt(received)
    await mine(services)
    await inTime(() => expect(words()).toContain('We ask you to change it.'))
    server.rounds.readOwn = () => Promise.reject(new Unavailable('network'))
    await mine(services)
    await inTime(() => expect(words()).toContain('when this device last heard'))
  })

  it('asks the server nothing of what it has not received: that would be a wrong code', async () => {
    const server = fakeServer()
    const asked: unknown[] = []
    server.rounds.readOwn = async (input) => {
      asked.push(input)
      return { ok: true, value: [] }
    }
    const services = await openApp(server)
    await services.records.adopt({
      ...contributions.draft,
      draft: contributionDraft({ revision: 0 }),
    })
    await mine(services)
    await inTime(() => expect(words()).toContain('Not sent.'))
    expect(asked).toEqual([])
  })
})
