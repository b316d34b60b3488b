import { render } from '@lit-labs/ssr'
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js'
import { busVersion } from '../../domain/bus-consultation.fixture.ts'
import type { Consultation, ConsultationVersion } from '../../domain/consultation.ts'
import type { Paging } from '../../domain/draft.ts'
import { journeyPages, pagePath } from '../../domain/journey.ts'
import { answerExtras } from '../answer-extras.view.ts'
import { anotherWayAbout, anotherWayModel, anotherWayView } from '../another-way.view.ts'
import { answerPageModel, answerPageView } from '../answer-page.view.ts'
import { everyExample } from './every-example.ts'

/** A page of questions as a server sends it. */
export interface ServerPage {
  readonly path: string
  readonly paging: Paging
  readonly id: string
  readonly markup: string
}

export interface Rendered {
  readonly version: ConsultationVersion
  /** The page on which to ask for the consultation in another way, as it is while the consultation is open. */
  readonly anotherWay: string
  readonly pages: readonly ServerPage[]
}

const pagings = ['question', 'section', 'all'] as const

/**
 * Every page of questions, with nothing answered, in the three ways of paging: of the sample given, and of the tests' own
 * consultation. Called by scripts/server-rendered.mjs, by name.
 *
 * @public
 */
export const renderPages = (sample: Consultation): readonly Rendered[] =>
  [{ number: 1, consultation: sample }, busVersion].map((version) => ({ version, anotherWay: anotherWayPage(version.consultation), pages: pagings.flatMap((paging) => pagesOf(version, paging)) }))

const anotherWayPage = (consultation: Consultation): string =>
  collectResultSync(render(anotherWayView(anotherWayModel(anotherWayAbout(consultation, new Date(consultation.opensAt))))))

const pagesOf = (version: ConsultationVersion, paging: Paging): readonly ServerPage[] =>
  journeyPages(version.consultation, {}, paging).map((page) => ({
    path: pagePath(version.consultation.slug, page),
    paging,
    id: page.id,
    markup: collectResultSync(render(answerPageView({ ...answerPageModel(version, page), ...answerExtras(version.consultation) }))),
  }))

/**
 * Every example of every pattern, by its id. Called by scripts/server-rendered.mjs, by name.
 *
 * @public
 */
export const renderPatterns = (): Readonly<Record<string, string>> =>
  Object.fromEntries(everyExample.map(({ id, show }) => [id, collectResultSync(render(show()))]))
