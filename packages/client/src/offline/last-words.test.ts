import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OpenDraft } from '../app/open-draft.ts'
import { OpenPiece } from '../app/open-piece.ts'
import type { Services } from '../app/services.ts'
import { beginDraft } from '../features/response/load-answering.ts'
import { contributionDraft } from '@takepart/shared/views/test-support/contribution-records'
import { inTime, openApp, withRecords } from '../test-support/app.ts'
import { clearDevice } from './clear-device.ts'
import { openTabs, tellCleared } from './tabs.ts'
import { emptyDevice, openTab, text } from './test-support/device.ts'

const words = 'The last word I typed'

beforeEach(async () => {
  localStorage.clear()
  await emptyDevice()
})
// The pages of a test are all this one page: the next test begins once they hold nothing.
afterEach(async () => {
  const heard = new Promise((resolve) => openTabs().listen(resolve))
  tellCleared()
  await heard
  localStorage.clear()
})

const never = () => new Promise<never>(() => undefined)

/** A page that is gone before the store has answered: what it asks of the store from here on is never done. */
async function closing(): Promise<Services> {
  return withRecords(await openApp(), { saveDraft: never, adopt: never })
}

const left = (): string[] =>
  Object.entries(localStorage)
    .filter(([name]) => name.startsWith('takepart-last-words:'))
    .map(([, value]) => String(value))

/** Closes the page, once what was typed had the moment that it takes to lift a finger. */
const close = (): Promise<void> =>
  inTime(() => {
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(left()).not.toEqual([])
  })

const answersIn = async () =>
  (await (await openTab()).list('response')).map(({ draft }) => draft.answers)

describe('the last words typed before a page was closed', () => {
  it('are there the next time, and lie nowhere in clear meanwhile', async () => {
    const draft = beginDraft(await closing(), busVersion, true)
    draft.answer('why', text(words), true)
    await close()
    expect(left().join()).not.toContain(words)
    expect(atob(JSON.parse(left()[0]!).data)).not.toContain(words)
    expect(await answersIn()).toEqual([{ why: text(words) }])
    expect(left()).toEqual([])
  })

  it('are found beside something that cannot be read, which is let go', async () => {
    const unreadable = ['', '{', 'null', '{}', '{"ownDevice":true,"iv":"*","data":"*"}']
    for (const [index, one] of unreadable.entries())
      localStorage.setItem(`takepart-last-words:${index}`, one)
    const draft = beginDraft(await closing(), busVersion, true)
    draft.answer('why', text(words), true)
    await close()
    expect(await answersIn()).toEqual([{ why: text(words) }])
    expect(left()).toEqual([])
  })

  it('go on from what was stored of the draft before', async () => {
    const services = await openApp()
    const before = beginDraft(services, busVersion, true)
    before.answer('why', text('The last'), true)
    await before.save()
    const again = new OpenDraft(withRecords(services, { saveDraft: never }), before.draft)
    again.answer('why', text(words), true)
    await close()
    expect(await answersIn()).toEqual([{ why: text(words) }])
  })

  it('take the place of nothing that another tab has stored since: both are kept', async () => {
    const services = await openApp()
    const before = beginDraft(services, busVersion, true)
    before.answer('why', text('At first'), true)
    await before.save()
    const closed = new OpenDraft(withRecords(services, { saveDraft: never }), before.draft)
    closed.answer('why', text(words), true)
    await close()
    await services.records.saveDraft(
      'response',
      { ...before.draft, answers: { why: text('From the other tab') } },
      before.draft.answers,
    )
    const [record] = await (await openTab()).list('response')
    expect([
      record?.draft.answers['why'],
      record?.draft.others.map(({ answer }) => answer),
    ]).toEqual([text(words), [text('From the other tab')]])
  })

  it('are those of a contribution or a request as well', async () => {
    const services = await closing()
    const draft = contributionDraft({ revision: 0 })
    const piece = new OpenPiece(services, 'contribution', draft)
    piece.write({ said: { ...draft.said, text: words } })
    await close()
    const [record] = await (await openTab()).list('contribution')
    expect(record?.draft.said.text).toBe(words)
  })

  it('are not put down once they are stored', async () => {
    const services = await openApp()
    const { records } = services
    let answers = (): void => undefined
    const late = new Promise<void>((resolve) => (answers = resolve))
    const slow = withRecords(services, {
      saveDraft: async (...words) => {
        await late
        return records.saveDraft(...words)
      },
    })
    const draft = beginDraft(slow, busVersion, true)
    draft.answer('why', text(words), true)
    await close()
    answers()
    expect(await draft.save()).toBe(true)
    expect(left()).toEqual([])
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(left()).toEqual([])
  })

  it('are let go with a draft that was deleted, and do not bring it back', async () => {
    const services = await openApp()
    const before = beginDraft(services, busVersion, true)
    before.answer('why', text('At first'), true)
    await before.save()
    const closed = new OpenDraft(withRecords(services, { saveDraft: never }), before.draft)
    closed.answer('why', text(words), true)
    await close()
    await (await openTab()).discard(before.draft.id)
    expect(await answersIn()).toEqual([])
    expect(left()).toEqual([])
  })

  it('are gone with everything else when the device is cleared, whatever page closes after it', async () => {
    const draft = beginDraft(await closing(), busVersion, true)
    draft.answer('why', text(words), true)
    await close()
    expect(await clearDevice()).toEqual([])
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(localStorage).toHaveLength(0)
  })
})
