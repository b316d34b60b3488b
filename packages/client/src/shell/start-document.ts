import { createServices } from '../create-services.ts'
import { markWantedForm } from './mark-wanted-form.ts'
import { offerDraft } from './offer-draft.ts'
import { sayTimeLeft } from './say-time-left.ts'
import { showState } from './state-line.ts'

/** Everything a page to read does beside being read. */
export async function startDocument(): Promise<void> {
  markWantedForm()
  const services = await createServices()
  sayTimeLeft(services.now())
  void offerDraft(services)
  const round = document.querySelector<HTMLElement>('main [data-round]')
  if (round) (await import('../features/round/enliven-round.ts')).enlivenRound(services, round)
  const { settleIn } = await import('../quiet.ts')
  await settleIn(services, showState(services))
}
