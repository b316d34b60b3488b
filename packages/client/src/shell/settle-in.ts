import { sitePaths } from '@takepart/shared/domain/site/site-paths'
import { sayAddress } from '@takepart/shared/views/round/round-address'
import { savesData } from '../app/saves-data.ts'
import type { Services } from '../app/services.ts'
import {
  keepConsultation,
  pagesToKeep,
  slugOf,
} from '../features/consultation/keep-consultation.ts'
import type { StateLine } from './state-line.ts'
import { askForNews, askToTakeOver, keepPages, startWorker } from './worker.ts'

/**
 * What every page does once it is loaded and the browser is quiet: keeps itself and its consultation on the device,
 * sends what waits, and says how things stand.
 */
export async function settleIn(services: Services, state: StateLine): Promise<void> {
  services.whenClearedElsewhere(leaveNothingHere)
  const settled: Promise<void> = startWorker(() => {
    state.newVersionWaits()
    // Not while the old version is still asked to keep pages: what is asked of it as it ends starts it again.
    void settled.then(askToTakeOver)
  }).then(() => keepAndSend(services, state))
  await settled
}

async function keepAndSend(services: Services, state: StateLine): Promise<void> {
  navigator.serviceWorker?.addEventListener('message', ({ data }) => state.hear(data))
  askForNews()
  services.outbox.start()
  const path = location.pathname
  // What opens later cannot be had. A page that does not say how its consultation stands is one of the app, or stands in
  // for one that was taken back: only the server knows.
  const slug =
    document.getElementById('main')?.dataset['status'] === 'scheduled' ? undefined : slugOf(path)
  const version = slug
    ? await keepConsultation(services, slug, versionJustSent()).catch(() =>
        services.library.read(slug),
      )
    : undefined
  const kept = await keepPages([
    ...(version ? pagesToKeep(path, version, services.now()) : [path, ...toSaySomething()]),
    ...toGetHelp(),
  ])
  // The small pictures go with the pages: nothing is called kept before they are here too.
  if (version?.consultation.media)
    await (
      await import('../features/consultation/keep-media.ts')
    ).settleMedia(services, version.consultation)
  // Where only the page in view is kept, nothing is said of reading and answering without a connection.
  if (version && kept && !savesData() && services.records.durable) state.nowKept()
}

/** Whom to call has to be there without a connection, with the Trust's own lines. */
const toGetHelp = (): readonly string[] => (savesData() ? [] : [sitePaths.app.helpNow])

/** The version on a page of questions that no worker stood before: the server has sent it just now, so it is the newest. */
function versionJustSent(): number | undefined {
  const page = navigator.serviceWorker?.controller
    ? null
    : document.querySelector<HTMLElement>('[data-version]')
  return Number(page?.dataset['version']) || undefined
}

/** With a discussion that is open its page to write on, so that what is read without a connection can be answered without one. */
function toSaySomething(): readonly string[] {
  const round = document.querySelector<HTMLElement>('main [data-round][data-open="true"]')
  return round?.dataset['round'] && !savesData() ? [sayAddress(round.dataset['round'])] : []
}

/** Somebody cleared this device in another tab: no words stay on this screen either (P8). */
function leaveNothingHere(): void {
  document.title = 'Takepart'
  document
    .getElementById('main')
    ?.replaceChildren('This device was cleared in another tab. You can close this one.')
}
