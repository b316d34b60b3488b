import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { Action } from '@takepart/shared/domain/account/actions'
import type { Part } from '@takepart/shared/domain/authoring/draft/draft'
import type { CheckedRound } from '@takepart/shared/domain/round/desk/check-round'
import { stageOf } from '@takepart/shared/domain/round/desk/round-draft'
import { checkWholeRound } from '@takepart/shared/domain/round/desk/round-shape-schema'
import type { RoundHead } from '@takepart/shared/views/round-desk/round-desk-model'
import { mayOfRound } from '../../../features/round/desk/may-of-round.ts'
import { findRoundDraft } from '../../../features/round/desk/round-draft.queries.ts'
import { findRoundSignOff } from '../../../features/round/desk/round-sign-off.queries.ts'
import {
  surroundingsOf,
  type FoundSurroundings,
} from '../../../features/round/desk/round-surroundings.queries.ts'
import { signOffOf, type StoredSignOff } from '../../../features/authoring/sign-off.queries.ts'
import { isId } from '../authoring/draft-pages.ts'
import type { PageContext, PathPlaces } from '../private-page.ts'

/** A discussion as somebody who works on it opens it, with everything that its pages say of it. */
export interface OpenedRound {
  readonly head: RoundHead
  readonly part: Part
  readonly around: FoundSurroundings
  readonly checked: CheckedRound
  readonly stored: StoredSignOff | undefined
  readonly can: (action: Action) => boolean
}

/** Undefined: there is none, or it is not theirs; both look the same (S04). */
export async function openRound(
  { db, actor, now }: PageContext<StaffActor>,
  { id = '' }: PathPlaces,
): Promise<OpenedRound | undefined> {
  if (!isId(id)) return undefined
  const part = await findRoundDraft(db, id)
  if (!part) return undefined
  const around = await surroundingsOf(db, { id, part }, now())
  const stored = await findRoundSignOff(db, id)
  const thing = {
    id,
    consultationId: around.consultationId,
    firstPeople: stored ? [stored.askedBy] : [''],
  }
  const can = (action: Action) => mayOfRound(actor, action, thing)
  if (!can('round.read')) return undefined
  const checked = checkWholeRound({ id, part }, around)
  const { written } = checked
  const stage = stageOf(around.published, around.now)
  return {
    part,
    around,
    checked,
    stored,
    can,
    head: {
      id,
      title: written.title,
      slug: around.published?.round.slug ?? null,
      stage,
      signOff: signOffOf(stored, { ...written }).state,
      opensAt: written.opensAt || null,
      closesAt: written.closesAt || null,
    },
  }
}
