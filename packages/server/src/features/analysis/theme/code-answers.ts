import type { StaffActor } from '@takepart/shared/domain/account/actor'
import {
  changeCodebook,
  standingTheme,
  themeWith,
  type Codebook,
  type CodebookChange,
  type CodebookProblem,
  type Theme,
} from '@takepart/shared/domain/analysis/theme/codebook'
import {
  acceptCoding,
  coderAgreement,
  type CoderAgreement,
  type CodingProblem,
} from '@takepart/shared/domain/analysis/theme/coding'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type { CallContext } from '../../../context.ts'
import {
  findText,
  insertCodebook,
  newestCodebook,
  readingsOf,
  replaceReading,
  type ByStaff,
  type NewReading,
} from './theme.queries.ts'

type By = Pick<CallContext, 'db' | 'now'> & { readonly actor: StaffActor }
const byStaff = ({ actor, now }: By): ByStaff => ({
  staffId: actor.staffId,
  name: actor.name,
  at: now(),
})

/** Makes the next version of a codebook. Of two changes made at once, one is refused and can be made again. */
export async function changeThemes(
  ctx: By,
  input: {
    readonly consultationId: string
    readonly seen: number
    readonly change: CodebookChange
  },
): Promise<Result<Codebook, CodebookProblem>> {
  const before = await newestCodebook(ctx.db, input.consultationId)
  if (input.change.kind === 'add' && themeWith(before, input.change.id)) return accept(before)
  const changed = changeCodebook(before, input.change, input.seen)
  if (!changed.ok) return changed
  const next = { ...changed.value, change: input.change }
  const stored = await insertCodebook(ctx.db, input.consultationId, next, byStaff(ctx))
  return stored ? changed : refuse({ code: 'codebook-changed-since' })
}

/** Stores what a coder made of an answer: that they read it, and every theme they gave it. All of it or none. */
export const readAnswerAs = (
  ctx: By,
  {
    consultationId,
    ...reading
  }: Omit<NewReading, 'codebookVersion'> & { readonly consultationId: string },
): Promise<Result<{ readonly themes: number }, CodingProblem>> =>
  ctx.db.transaction().execute(async (trx) => {
    const codebook = await newestCodebook(trx, consultationId)
    const text = await findText(trx, consultationId, reading.responseId, reading.questionId)
    if (text === undefined) return refuse({ code: 'answer-not-here' })
    for (const coding of reading.codings) {
      const accepted = acceptCoding(codebook, text, coding)
      if (!accepted.ok) return accepted
    }
    const stored = { ...reading, codebookVersion: codebook.version }
    await replaceReading(trx, stored, byStaff(ctx))
    return accept({ themes: reading.codings.length })
  })

/** A theme, and how many responses show it by anybody's reading. */
export interface ThemeCount {
  readonly theme: Theme
  readonly responses: number
}

export interface ReadingState {
  readonly agreement: CoderAgreement
  /** Names of coders by their ids. */
  readonly coders: Readonly<Record<string, string>>
  readonly references: Readonly<Record<string, string>>
  readonly counts: readonly ThemeCount[]
  /** Answers that somebody has read. */
  readonly read: number
}

/** How coders agree on a question's answers, and what they found so far. */
export async function readingState(
  db: CallContext['db'],
  consultationId: string,
  questionId: string,
): Promise<ReadingState> {
  const codebook = await newestCodebook(db, consultationId)
  const readings = await readingsOf(db, consultationId, questionId)
  const responses = new Map<string, Set<string>>()
  for (const { answer, themes } of readings) {
    for (const id of themes) {
      const standing = standingTheme(codebook, id)
      if (standing)
        responses.set(standing.id, (responses.get(standing.id) ?? new Set()).add(answer))
    }
  }
  return {
    agreement: coderAgreement(codebook, readings),
    coders: Object.fromEntries(readings.map(({ coder, coderName }) => [coder, coderName])),
    references: Object.fromEntries(readings.map(({ answer, reference }) => [answer, reference])),
    counts: codebook.themes
      .filter(({ id }) => (responses.get(id)?.size ?? 0) > 0)
      .map((theme) => ({ theme, responses: responses.get(theme.id)?.size ?? 0 })),
    read: new Set(readings.map(({ answer }) => answer)).size,
  }
}
