import {
  questionsOf,
  statusOf,
  type Consultation,
  type ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import { addressOf, standardEdition } from '@takepart/shared/domain/consultation/edition-address'
import { consultationIn } from '@takepart/shared/domain/consultation/edition-words'
import { journeyPages } from '@takepart/shared/domain/consultation/journey'
import { roundStatus } from '@takepart/shared/domain/round/round'
import { parseRichText } from '@takepart/shared/domain/core/rich-text'
import {
  allQuestionsTitle,
  allQuestionsView,
} from '@takepart/shared/views/consultation/all-questions.view'
import {
  anotherWayAbout,
  anotherWayModel,
  anotherWayTitle,
  anotherWayView,
} from '@takepart/shared/views/support-request/another-way.view'
import {
  answerPageModel,
  answerPageTitle,
  answerPageView,
  type QuestionTalk,
} from '@takepart/shared/views/answering/answer-page.view'
import {
  consultationOverviewTitle,
  consultationOverviewView,
} from '@takepart/shared/views/consultation/consultation-overview.view'
import {
  largePrintTitle,
  largePrintView,
} from '@takepart/shared/views/consultation/large-print.view'
import {
  notOpenYetTitle,
  notOpenYetView,
  retractedTitle,
  retractedView,
} from '@takepart/shared/views/site/no-page.view'
import type { ListedRound } from '@takepart/shared/domain/round/listed-round'
import { questionTalk } from '@takepart/shared/views/round/round-when'
import { outcomeTitle, outcomeView } from '@takepart/shared/views/consultation/outcome.view'
import {
  readingDocumentTitle,
  readingDocumentView,
} from '@takepart/shared/views/consultation/reading-document.view'
import { wholeExtras } from '@takepart/shared/views/answering/whole-extras.view'
import type { PageAddress } from './page-address.ts'
import { finished, nextChange, type Manner, type PageDeps } from './page-deps.ts'
import type { MadePage } from './cache/ready-page.ts'
import type { PageContent } from './render-page.ts'
import type { RoundAddress } from './round-pages.ts'
import type { DataAddress } from './version-data.ts'
import { appPage, notFoundPage } from './site-pages.ts'

/** An address about one consultation. */
export type ConsultationAddress = Exclude<
  Extract<PageAddress, { slug: string }>,
  RoundAddress | DataAddress
>

/** What a page is made of: the consultation as it stands. */
interface Standing {
  readonly consultation: Consultation
  readonly now: Date
}

/**
 * A page about a consultation, with the status that is true of it: 404 where there is none, 410 once it is retracted,
 * 403 for what opens later. Pages for answering say that it has closed when it has.
 */
export async function consultationPage(
  address: ConsultationAddress,
  deps: PageDeps,
): Promise<MadePage> {
  const published = await deps.published.newest(address.slug)
  if (published === undefined) return notFoundPage(deps)
  const {
    retraction,
    version: { number, consultation: standard },
  } = published
  if (retraction)
    return finished(retractedContent({ ...retraction, consultation: standard }), deps, {
      status: 410,
    })
  const consultation = consultationIn(
    standard,
    ('edition' in address && address.edition) || standardEdition,
  )
  if (consultation === undefined) return notFoundPage(deps)
  return pageOf(address, { number, consultation }, deps)
}

async function pageOf(
  address: ConsultationAddress,
  { number, consultation }: ConsultationVersion,
  deps: PageDeps,
): Promise<MadePage> {
  const now = deps.now()
  const status = statusOf(consultation, now)
  const manner = { changesAt: nextChange([consultation], now) }
  if (status === 'scheduled' && !beforeOpening.has(address.kind))
    return finished(notOpenYetContent(consultation), deps, { ...manner, status: 403 })
  if (address.kind === 'overview')
    return overviewPage({ consultation, now }, deps, [address, number, status])
  const lasting: Manner = { ...manner, says: [address, number, status] }
  if (isAnswering(address))
    // No edition: a page of questions that a device keeps is not replaced by this one, or a draft in it could not be read.
    return status === 'open'
      ? answeringPage(address, { number, consultation }, { deps, manner: lasting })
      : finished(overviewContent({ consultation, now }), deps, manner)
  const content = readingContent(address, { consultation, now })
  return content ? finished(content, deps, lasting) : notFoundPage(deps)
}

/** What can be read, and asked for, of a consultation that opens later. */
const beforeOpening: ReadonlySet<ConsultationAddress['kind']> = new Set(['overview', 'another-way'])

type Answering = Extract<ConsultationAddress, { kind: 'answering' | 'own-answers' }>

const isAnswering = (address: ConsultationAddress): address is Answering =>
  address.kind === 'answering' || address.kind === 'own-answers'

/** A page of questions with nothing answered; the bare app for questions that are asked only after some answers. */
async function answeringPage(
  address: Answering,
  version: ConsultationVersion,
  { deps, manner }: { deps: PageDeps; manner: Manner },
): Promise<MadePage> {
  if (address.kind === 'own-answers') return appPage(deps)
  const { consultation } = version
  const page = journeyPages(consultation, {}, address.paging).find(({ id }) => id === address.id)
  if (!page) return isAskedOfSome(address.id, consultation) ? appPage(deps) : notFoundPage(deps)
  const talk = await talkOf(consultation, deps)
  const model = { ...answerPageModel(version, page), ...wholeExtras(consultation), talk }
  const { trust } = consultation
  return finished(
    {
      title: answerPageTitle(model),
      content: answerPageView(model),
      trust,
      lang: consultation.lang,
      status: 'open',
      script: 'app',
      takenOverBy: 'tp-answer-page',
    },
    deps,
    { ...manner, says: [...(manner.says ?? []), ...(talk ?? [])] },
  )
}

async function talkOf(
  { slug }: Consultation,
  { rounds, now }: PageDeps,
): Promise<readonly QuestionTalk[] | undefined> {
  const talk = questionTalk(await rounds.list({ consultation: slug }), now())
  return talk.length > 0 ? talk : undefined
}

const isAskedOfSome = (id: string, consultation: Consultation): boolean =>
  questionsOf(consultation).some((question) => question.id === id) ||
  consultation.sections.some((section) => section.id === id)

type Reading = Exclude<ConsultationAddress, Answering | { kind: 'overview' }>

function readingContent(address: Reading, standing: Standing): PageContent | undefined {
  switch (address.kind) {
    case 'reading':
      return documentContent(address.document, standing)
    case 'all-questions':
      return {
        ...about(standing, '/all-questions'),
        title: allQuestionsTitle(standing),
        content: allQuestionsView(standing),
      }
    case 'large-print':
      return {
        ...about(standing, '/large-print'),
        title: largePrintTitle(standing),
        content: largePrintView(standing),
      }
    case 'outcome':
      return outcomeContent(standing)
    case 'another-way':
      return anotherWayContent(standing)
    default:
      return address satisfies never
  }
}

/** Taken over by the app, whatever the status: formats are worth asking for before a consultation opens and after it has closed. */
function anotherWayContent({ consultation, now }: Standing): PageContent {
  const model = anotherWayModel(anotherWayAbout(consultation, now))
  const { trust } = consultation
  return {
    title: anotherWayTitle(model),
    content: anotherWayView(model),
    trust,
    status: statusOf(consultation, now),
    script: 'app',
    takenOverBy: 'tp-another-way-page',
  }
}

const overviewContent = (standing: Standing, rounds: readonly ListedRound[] = []): PageContent => ({
  ...about(standing),
  title: consultationOverviewTitle(standing),
  content: consultationOverviewView({ ...standing, rounds }),
})

/** With the discussions beside it: it says something else when one of them opens or closes. */
async function overviewPage(
  standing: Standing,
  deps: PageDeps,
  says: readonly unknown[],
): Promise<MadePage> {
  const { consultation, now } = standing
  const rounds = await deps.rounds.list({ consultation: consultation.slug })
  const dated = rounds.map(({ round }) => round)
  return finished(overviewContent(standing, rounds), deps, {
    changesAt: nextChange([consultation, ...dated], now),
    says: [...says, dated.map((round) => [round.slug, round.title, roundStatus(round, now)])],
  })
}

function documentContent(id: string, standing: Standing): PageContent | undefined {
  const document = standing.consultation.documents.find((one) => one.id === id)
  if (!document) return undefined
  const model = { ...standing, document }
  return {
    ...about(standing, `/read/${id}`),
    title: readingDocumentTitle(model),
    content: readingDocumentView(model),
  }
}

/** Nothing is decided before it has closed, whatever is written in the file already. */
function outcomeContent({ consultation, now }: Standing): PageContent | undefined {
  const { outcome } = consultation
  if (!outcome || statusOf(consultation, now) !== 'concluded') return undefined
  const model = { consultation, outcome }
  return {
    ...about({ consultation, now }, '/outcome'),
    title: outcomeTitle(model),
    content: outcomeView(model),
  }
}

const retractedContent = (model: {
  at: Date
  reason: string
  consultation: Consultation
}): PageContent => ({
  title: retractedTitle(model),
  content: retractedView(model),
  trust: model.consultation.trust,
  script: 'document',
})

const notOpenYetContent = (consultation: Consultation): PageContent => ({
  title: notOpenYetTitle({ consultation }),
  content: notOpenYetView({ consultation }),
  trust: consultation.trust,
  script: 'document',
})

const longestDescription = 300

const about = ({ consultation, now }: Standing, part = '') => ({
  path: `${addressOf(consultation)}${part}`,
  lang: consultation.lang,
  description: parseRichText(consultation.summary)
    .map((run) => run.text)
    .join('')
    .slice(0, longestDescription),
  trust: consultation.trust,
  status: statusOf(consultation, now),
  script: 'document' as const,
})
