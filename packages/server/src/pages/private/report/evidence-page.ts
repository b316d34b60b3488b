import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import { addsUp, ledgerOf, type Ledger } from '@takepart/shared/domain/analysis/ledger/ledger'
import { currentThemes } from '@takepart/shared/domain/analysis/theme/codebook'
import {
  questionsOf,
  type Consultation,
  type ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import { nameOf } from '@takepart/shared/domain/consultation/edition'
import { dayOfMoment, dayOfMomentWords, momentWords } from '@takepart/shared/domain/core/dates'
import { isUuid } from '@takepart/shared/domain/core/ids'
import {
  evidenceView,
  type EvidenceModel,
  type EvidencePart,
  type Norm,
} from '@takepart/shared/views/report/evidence.view'
import { evidenceWords } from '@takepart/shared/words/evidence'
import { ledgerSentences } from '@takepart/shared/words/ledger'
import { countLedger } from '../../../features/analysis/ledger/ledger.queries.ts'
import { everyQuestion, readResults } from '../../../features/analysis/tally/read-results.ts'
import { expectedPopulations } from '../../../features/analysis/tally/tally.queries.ts'
import { newestCodebook } from '../../../features/analysis/theme/theme.queries.ts'
import { listOverrules, findDraft } from '../../../features/authoring/draft.queries.ts'
import { findSignOff } from '../../../features/authoring/sign-off.queries.ts'
import { namesOf } from '../../../features/authoring/staff-names.ts'
import { allVersions } from '../../../features/consultation/consultation.queries.ts'
import {
  countEvidence,
  versionTimes,
  type EvidenceCounts,
} from '../../../features/report/evidence.queries.ts'
import { findOutcome } from '../../../features/report/outcome.queries.ts'
import { presenceSentences } from '../analysis/presence-sentences.ts'
import { privatePage, type PageContext } from '../private-page.ts'

/** The evidence pack of a consultation, made from its records each time somebody opens it. */
export const evidencePage = privatePage<EvidenceModel>({
  path: '/desk/consultations/:consultation/evidence',
  action: 'consultation.read-outcome',
  load: async (ctx, { consultation: id = '' }) => {
    if (!isUuid(id) || !may(ctx.actor, 'consultation.read-outcome', { consultationId: id }))
      return undefined
    const versions = await allVersions(ctx.db, id)
    const newest = versions.at(-1)
    return newest ? evidenceModel(ctx, newest.consultation, versions) : undefined
  },
  render: (model) => ({
    title: evidenceWords.titleOf(model.consultation.title),
    main: evidenceView(model),
  }),
})

type Db = Pick<PageContext<StaffActor>, 'db' | 'now' | 'actor'>

async function evidenceModel(
  ctx: Db,
  consultation: Consultation,
  versions: readonly ConsultationVersion[],
): Promise<EvidenceModel> {
  const { id, title, summary, trust } = consultation
  const texts = everyQuestion(versions).filter(
    ({ question, equality }) => !equality && question.kind.endsWith('-text'),
  )
  const counts = await countEvidence(
    ctx.db,
    id,
    texts.map(({ question }) => question.id),
  )
  const ledger = ledgerOf(await countLedger(ctx.db, id))
  const presence = await presenceLines(ctx, id, versions)
  return {
    consultation: {
      id,
      title,
      onlyReport: !may(ctx.actor, 'analysis.read', { consultationId: id }),
    },
    moment: momentWords(ctx.now()),
    trust: trust.name,
    summary,
    parts: [
      await askedPart(ctx, consultation),
      whenPart(consultation),
      whomPart(consultation, counts),
      {
        id: 'presence',
        title: evidenceWords.presence,
        lines: presence.length > 0 ? presence : [evidenceWords.noPresence],
      },
      await checksPart(ctx, id),
      { id: 'came-in', title: evidenceWords.cameIn, lines: ledgerSentences(ledger) },
      await consideredPart(ctx, consultation, counts),
    ],
    norms: norms(consultation, { counts, ledger, presence }),
  }
}

async function presenceLines(
  { db }: Db,
  id: string,
  versions: readonly ConsultationVersion[],
): Promise<readonly string[]> {
  const expected = await expectedPopulations(db, id)
  if (expected.length === 0) return []
  const results = await readResults(db, id, versions)
  return expected.flatMap((population) => presenceSentences(results, population))
}

async function askedPart({ db }: Db, consultation: Consultation): Promise<EvidencePart> {
  const questions = questionsOf(consultation)
  const times = await versionTimes(db, consultation.id)
  return {
    id: 'asked',
    title: evidenceWords.asked,
    lines: [
      evidenceWords.askedMore(
        questions.length,
        consultation.documents.length,
        consultation.minutes,
      ),
      ...times.map(({ number, at }) => evidenceWords.version(number, momentWords(at))),
    ],
    items: questions.map((question) => question.title),
  }
}

const day = 86_400_000
const daysOpen = ({ opensAt, closesAt }: Consultation): number =>
  Math.round((Date.parse(closesAt) - Date.parse(opensAt)) / day)

const whenPart = (consultation: Consultation): EvidencePart => ({
  id: 'when',
  title: evidenceWords.when,
  lines: [
    evidenceWords.open(
      momentWords(consultation.opensAt),
      momentWords(consultation.closesAt),
      daysOpen(consultation),
    ),
    evidenceWords.grace(consultation.grace.days),
  ],
  items: (consultation.changes ?? []).map(({ on, text }) => evidenceWords.changed(on, text)),
})

function whomPart(consultation: Consultation, counts: EvidenceCounts): EvidencePart {
  const names = (consultation.editions ?? []).map(({ id }) => nameOf(id).name)
  return {
    id: 'whom',
    title: evidenceWords.whom,
    lines: [
      names.length > 0
        ? evidenceWords.editions([nameOf('standard').name, ...names].join(', '))
        : evidenceWords.oneEdition,
      evidenceWords.otherWays,
      evidenceWords.requests(counts.requests, counts.requestsMet),
    ],
  }
}

async function checksPart({ db }: Db, id: string): Promise<EvidencePart> {
  const [draft, overrules, signOff] = await Promise.all([
    findDraft(db, id),
    listOverrules(db, id),
    findSignOff(db, id),
  ])
  const signed = signOff?.decision === 'signed' ? signOff : undefined
  const people = [
    ...overrules.map(({ by }) => by),
    ...(signed ? [signed.askedBy, signed.decidedBy ?? ''] : []),
  ]
  const names = await namesOf(db, people.filter(Boolean))
  const name = (staff: string | null): string => names[staff ?? ''] ?? 'A member of staff'
  const none = draft ? evidenceWords.noOverrules : evidenceWords.noDraft
  return {
    id: 'checks',
    title: evidenceWords.checks,
    lines: [
      ...(overrules.length === 0 ? [none] : []),
      ...(signed?.decidedAt
        ? [
            evidenceWords.signatures(
              name(signed.askedBy),
              name(signed.decidedBy),
              dayOfMomentWords(signed.decidedAt),
            ),
          ]
        : []),
    ],
    items: overrules.map(({ by, at, reason }) =>
      evidenceWords.overruled(name(by), dayOfMomentWords(at), reason),
    ),
  }
}

async function consideredPart(
  { db }: Db,
  { id, promise }: Consultation,
  counts: EvidenceCounts,
): Promise<EvidencePart> {
  const [codebook, outcome] = await Promise.all([newestCodebook(db, id), findOutcome(db, id)])
  return {
    id: 'considered',
    title: evidenceWords.considered,
    lines: [
      evidenceWords.texts(counts.textsRead, counts.texts),
      ...(counts.coders > 0
        ? [evidenceWords.coders(counts.coders, currentThemes(codebook).length)]
        : []),
      evidenceWords.decided(counts.decisions),
      outcome?.frozen
        ? evidenceWords.frozen(momentWords(outcome.frozen.at), outcome.frozenByName ?? '')
        : evidenceWords.notFrozen,
      outcome?.publishedAt
        ? evidenceWords.outcome(
            momentWords(outcome.publishedAt),
            outcome.askedByName ?? '',
            outcome.publishedByName ?? '',
          )
        : evidenceWords.noOutcome(promise.by),
    ],
  }
}

/** Six weeks: what the government's principles of 2016 left of the twelve, and what scrutiny committees still ask for. */
const enoughDays = 42

function norms(
  consultation: Consultation,
  {
    counts,
    ledger,
    presence,
  }: {
    readonly counts: EvidenceCounts
    readonly ledger: Ledger
    readonly presence: readonly string[]
  },
): readonly Norm[] {
  const { outcome, closesAt, documents, minutes, sections } = consultation
  const unread = counts.texts - counts.textsRead
  const days = daysOpen(consultation)
  const asked = sections.some(({ purpose }) => purpose === 'equality')
  return [
    {
      title: evidenceWords.formative,
      met: !outcome || outcome.publishedOn >= dayOfMoment(closesAt),
      lines: [evidenceWords.formativeYes],
    },
    {
      title: evidenceWords.enough,
      met: documents.length > 0,
      lines: [
        documents.length > 0
          ? evidenceWords.askedMore(questionsOf(consultation).length, documents.length, minutes)
          : evidenceWords.enoughNone,
      ],
    },
    {
      title: evidenceWords.time,
      met: days >= enoughDays,
      lines: [
        evidenceWords.open(momentWords(consultation.opensAt), momentWords(closesAt), days),
        ...(days >= enoughDays ? [] : [evidenceWords.timeShort]),
      ],
    },
    {
      title: evidenceWords.conscientious,
      met: unread === 0 && addsUp(ledger),
      lines: [unread > 0 ? evidenceWords.unread(unread) : evidenceWords.allRead],
    },
    {
      title: evidenceWords.equality,
      met: asked && presence.length > 0,
      lines: [
        asked ? evidenceWords.equalityAsked : evidenceWords.equalityNot,
        ...(presence.length > 0 ? presence : [evidenceWords.noPresence]),
      ],
    },
  ]
}
