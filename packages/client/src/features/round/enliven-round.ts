import { roundAddress } from '@takepart/shared/views/round/round-address'
import type { Services } from '../../app/services.ts'
import { offerAcknowledging } from './acknowledge.ts'
import { offerNew } from './show-new.ts'

/** What a page of a discussion can do beside being read, while the discussion is open. */
export function enlivenRound(services: Services, round: HTMLElement): void {
  if (round.querySelector('#questions'))
    return void import('./questions/enliven-questions.ts').then(({ enlivenQuestions }) =>
      enlivenQuestions(services, round),
    )
  const slug = round.dataset['round']
  if (slug === undefined || round.dataset['open'] !== 'true') return
  offerAcknowledging(services, slug, round)
  if (location.pathname !== roundAddress(slug)) return
  offerNew(services, round, { onShown: (talk) => offerAcknowledging(services, slug, talk) })
}
