import { statusOf } from '@takepart/shared/domain/consultation'
import type { Services } from '../app/services.ts'
import { keepConsultation, pagesToKeep, slugOf } from '../features/consultation/keep-consultation.ts'
import type { StateLine } from './state-line.ts'
import { whenClearedElsewhere } from '../offline/tabs.ts'
import { askWorker, startWorker } from './worker.ts'

/**
 * What every page does once it is loaded and the browser is quiet: keeps itself and its consultation on the device,
 * sends what waits, and says how things stand.
 */
export async function settleIn(services: Services, state: StateLine): Promise<void> {
  whenClearedElsewhere(leaveNothingHere)
  await startWorker(state.newVersionWaits)
  navigator.serviceWorker?.addEventListener('message', ({ data }) => state.hear(data))
  services.outbox.start()
  const path = location.pathname
  const slug = slugOf(path)
  const version = slug ? await keepConsultation(services, slug).catch(() => services.library.read(slug)) : undefined
  if (!version) return askWorker({ kind: 'keep-pages', paths: [path] })
  const now = services.now()
  await askWorker({ kind: 'keep-pages', paths: pagesToKeep(path, version, now) })
  const shown = document.getElementById('main')?.dataset['status']
  if (shown && shown !== statusOf(version.consultation, now)) state.pageIsOld()
  else if (services.records.durable) state.nowKept()
}

/** Somebody cleared this device in another tab: no words stay on this screen either (P8). */
function leaveNothingHere(): void {
  document.title = 'Takepart'
  document.getElementById('main')?.replaceChildren('This device was cleared in another tab. You can close this one.')
}
