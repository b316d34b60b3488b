import type { Services } from '../../../app/services.ts'
import { offerAcknowledging } from '../acknowledge.ts'
import { LiveQuestions } from './live-questions.ts'

/** What a page of live questions can do beside being read. The page is whole without it. */
export function enlivenQuestions(services: Services, page: HTMLElement): void {
  const slug = page.dataset['round'] ?? ''
  const enliven = (questions: HTMLElement): void => {
    if (page.dataset['open'] === 'true') offerAcknowledging(services, slug, questions)
    // It would say to load the page again.
    questions.querySelector('#as-of')?.remove()
  }
  const place = page.querySelector<HTMLElement>('#live')
  const questions = page.querySelector<HTMLElement>('#questions')
  if (!questions || !place || page.dataset['live'] !== 'true') return
  enliven(questions)
  new LiveQuestions(services, { slug, place, questions, onShown: enliven })
}
