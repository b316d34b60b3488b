import { may } from '@takepart/shared/domain/account/may'
import { ledgerOf, type Ledger } from '@takepart/shared/domain/analysis/ledger/ledger'
import { lines, type Line } from '@takepart/shared/domain/analysis/ledger/ledger-line'
import { isForGood } from '@takepart/shared/domain/analysis/ledger/ledger-step'
import { isUuid } from '@takepart/shared/domain/core/ids'
import { dateWords, momentWords } from '@takepart/shared/domain/core/dates'
import {
  ledgerView,
  type LedgerModel,
  type OpenLine,
  type ShownStep,
} from '@takepart/shared/views/analysis/ledger.view'
import { ledgerWords } from '@takepart/shared/words/ledger'
import { removalReasonWords } from '@takepart/shared/words/removal'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import {
  countLedger,
  newestSteps,
  rowsOnLine,
  type StoredStep,
} from '../../../features/analysis/ledger/ledger.queries.ts'
import { privatePage } from '../private-page.ts'
import { analysedPlace } from './analysed-consultation.ts'

/** Every response of a consultation on one line each. */
export const ledgerPage = privatePage<LedgerModel>({
  path: '/desk/consultations/:consultation/ledger',
  action: 'analysis.read',
  load: async (ctx, { consultation }) => {
    const place = await analysedPlace(ctx, consultation)
    if (!place) return undefined
    const ledger = ledgerOf(await countLedger(ctx.db, place.id))
    const line = lines.find((one) => one === ctx.search.get('line'))
    const after = ctx.search.get('after') ?? undefined
    return {
      consultation: { id: place.id, title: place.title },
      ledger,
      mayDecide: may(ctx.actor, 'analysis.reconcile', { consultationId: place.id }),
      steps: (await newestSteps(ctx.db, place.id)).map(shownStep),
      ...(line ? { open: await openLine(ctx.db, place.id, { line, after, ledger }) } : {}),
    }
  },
  render: (model) => ({
    title: ledgerWords.titleOf(model.consultation.title),
    main: ledgerView(model),
    element: 'tp-ledger-page',
  }),
})

const shownStep = (step: StoredStep): ShownStep => ({
  id: step.id,
  moment: momentWords(step.madeAt),
  who: step.staffName,
  kind: step.kind,
  reason: removalReasonWords(step.kind, step.reason) ?? step.reason,
  responses: step.responses,
  undone: step.undone,
  standing: !step.undone && step.kind !== 'undo' && step.responses > 0 && !isForGood(step.kind),
})

async function openLine(
  db: Kysely<Schema>,
  consultationId: string,
  asked: { readonly line: Line; readonly after: string | undefined; readonly ledger: Ledger },
): Promise<OpenLine> {
  const { line, after, ledger } = asked
  const from = after !== undefined && isUuid(after) ? after : undefined
  const rows = await rowsOnLine(db, consultationId, line, from)
  const count =
    [...ledger.counted, ...ledger.notCounted].find((one) => one.line === line)?.count ?? 0
  const last = rows.at(-1)
  return {
    line,
    count,
    rows: rows.map(({ id, reference, completedAt, cameOn, decidedBy, decidedAs, reason }) => ({
      id,
      reference,
      finished: momentWords(completedAt),
      cameOn: dateWords(cameOn),
      decidedBy,
      reason: removalReasonWords(decidedAs ?? '', reason ?? '') ?? reason,
    })),
    ...(last && rows.length < count ? { next: last.id } : {}),
  }
}
