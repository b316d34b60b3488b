import { render } from '@lit-labs/ssr'
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js'
import { busVersion } from '../../domain/consultation/bus-consultation.fixture.ts'
import { busInEditions } from '../../domain/consultation/bus-editions.fixture.ts'
import type { Consultation, ConsultationVersion } from '../../domain/consultation/consultation.ts'
import type { Paging } from '../../domain/device/draft.ts'
import { consultationIn } from '../../domain/consultation/edition-words.ts'
import { journeyPages, pagePath } from '../../domain/consultation/journey.ts'
import {
  anotherWayAbout,
  anotherWayModel,
  anotherWayView,
} from '../support-request/another-way.view.ts'
import { answerPageModel, answerPageView } from '../answering/answer-page.view.ts'
import { wholeExtras } from '../answering/whole-extras.view.ts'
import { sayModel } from '../round/say-model.ts'
import { sayView } from '../round/say-page.view.ts'
import { everyExample } from './every-example.ts'
import { replyAbout, sayAbout } from './round-app-pages.ts'

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

const inEditions = ['easy-read', 'ar'].map((edition): ConsultationVersion => ({
  number: 3,
  consultation: consultationIn(busInEditions, edition) ?? busInEditions,
}))

const pagings = ['question', 'section', 'all'] as const

/**
 * Every page of questions, with nothing answered, in the three ways of paging: of the sample given, and of the tests' own
 * consultation in each of its editions. Called by scripts/server-rendered.mjs, by name.
 *
 * @public
 */
export const renderPages = (sample: Consultation): readonly Rendered[] =>
  [{ number: 1, consultation: sample }, busVersion, ...inEditions].map((version) => ({
    version,
    anotherWay: anotherWayPage(version.consultation),
    pages: pagings.flatMap((paging) => pagesOf(version, paging)),
  }))

const anotherWayPage = (consultation: Consultation): string =>
  collectResultSync(
    render(
      anotherWayView(
        anotherWayModel(anotherWayAbout(consultation, new Date(consultation.opensAt))),
      ),
    ),
  )

const pagesOf = (version: ConsultationVersion, paging: Paging): readonly ServerPage[] =>
  journeyPages(version.consultation, {}, paging).map((page) => ({
    path: pagePath(version.consultation, page),
    paging,
    id: page.id,
    markup: collectResultSync(
      render(
        answerPageView({ ...answerPageModel(version, page), ...wholeExtras(version.consultation) }),
      ),
    ),
  }))

/**
 * Every example of every pattern, by its id. Called by scripts/server-rendered.mjs, by name.
 *
 * @public
 */
export const renderPatterns = (): Readonly<Record<string, string>> =>
  Object.fromEntries(everyExample.map(({ id, show }) => [id, collectResultSync(render(show()))]))

/**
 * The pages on which somebody writes for the round of the tests. Called by scripts/server-rendered.mjs, by name.
 *
 * @public
 */
export const renderSay = (): Readonly<Record<'say' | 'reply', string>> => ({
  say: collectResultSync(render(sayView(sayModel(sayAbout())))),
  reply: collectResultSync(render(sayView(sayModel(replyAbout)))),
})
