import { beforeEach, expect, it, vi } from 'vitest'
import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { emptyDevice, holdStore, openTab, text } from '../../offline/test-support/device.ts'
import { openApp, openDay, slug } from '../../test-support/app.ts'
import { beginDraft, closeDraft, currentDraft } from './load-answering.ts'

const inTime = (look: () => unknown) => vi.waitFor(look, { timeout: 12_000 })

beforeEach(emptyDevice)

it('goes on in yesterday’s draft once a slow store gives it up, with the words of today', async () => {
  const before = await openApp()
  const yesterday = beginDraft(before, busVersion, true)
  yesterday.answer('minutes', { kind: 'number', text: '20' }, false)
  yesterday.answer('publish-name', { kind: 'short-text', text: 'Sam' }, false)
  await yesterday.save()
  const { id, code } = yesterday.draft
  closeDraft(yesterday.draft)
  sessionStorage.clear()

  const letGo = await holdStore()
  const services = await openApp()
  expect(await currentDraft(services, slug)).toBeUndefined()
  const today = beginDraft(services, busVersion, true)
  today.answer('minutes', { kind: 'number', text: '30' }, false)
  today.answer('how-travel', { kind: 'one-of', choice: 'car' }, false)
  expect(await today.save()).toBe(true)
  const blind = today.draft.id
  letGo()

  await inTime(() => expect(today.draft.id).toBe(id))
  await inTime(() => expect(today.saveState.kind).toBe('saved'))
  expect(today.draft).toMatchObject({
    code,
    answers: {
      minutes: { text: '30' },
      'publish-name': { text: 'Sam' },
      'how-travel': { choice: 'car' },
    },
    others: [{ questionId: 'minutes', answer: { text: '20' } }],
  })
  expect(await currentDraft(services, slug)).toBe(today)
  const elsewhere = await openTab({ now: () => openDay })
  await inTime(async () => expect(await elsewhere.read('response', blind)).toBeUndefined())
  expect((await elsewhere.read('response', id))?.draft.answers).toEqual(today.draft.answers)
  closeDraft(today.draft)
})

it('says so to whoever watches where there was no draft before', async () => {
  await openTab()
  const letGo = await holdStore()
  const services = await openApp()
  const draft = beginDraft(services, busVersion, true)
  draft.answer('reasons', text('Words'), false)
  await draft.save()
  const { id } = draft.draft
  const changed = vi.fn()
  draft.addEventListener('change', changed)
  letGo()
  await inTime(() => expect(changed).toHaveBeenCalled())
  expect([services.records.durable, draft.draft.id]).toEqual([true, id])
  closeDraft(draft.draft)
})
