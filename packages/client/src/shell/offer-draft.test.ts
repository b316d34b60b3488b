import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { consultationOverviewView } from '@takepart/shared/views/consultation/consultation-overview.view'
import { render } from 'lit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginDraft } from '../features/response/load-answering.ts'
import { emptyDevice } from '../offline/test-support/device.ts'
import { emptySite, leaveSite, openApp, openDay, slug } from '../test-support/app.ts'
import { offerDraft } from './offer-draft.ts'

beforeEach(emptyDevice)
afterEach(leaveSite)

const overview = () =>
  render(
    consultationOverviewView({ consultation: busVersion.consultation, now: openDay }),
    emptySite(`/consultations/${slug}`),
  )
const leadsOn = () => document.querySelector('main .actions a')?.textContent

describe('the overview of a consultation', () => {
  it('goes on with the draft that is on this device', async () => {
    const services = await openApp()
    const draft = beginDraft(services, busVersion, true)
    draft.answer('minutes', { kind: 'number', text: '20' }, false)
    await draft.save()
    overview()
    await offerDraft(services)
    expect(leadsOn()).toBe('Go on with your draft')
  })

  it('starts where there is none', async () => {
    overview()
    await offerDraft(await openApp())
    expect(leadsOn()).toBe('Start answering')
  })
})
