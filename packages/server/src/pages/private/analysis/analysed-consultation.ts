import { may } from '@takepart/shared/domain/account/may'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import { isUuid } from '@takepart/shared/domain/core/ids'
import { allVersions } from '../../../features/consultation/consultation.queries.ts'
import type { PageContext } from '../private-page.ts'

/** A consultation whose responses somebody may read, in all its versions. */
export interface AnalysedPlace {
  readonly id: string
  readonly title: string
  readonly versions: readonly ConsultationVersion[]
}

/** Undefined: it is not there, or not for this person. */
export async function analysedPlace(
  { db, actor }: PageContext<StaffActor>,
  id: string | undefined,
): Promise<AnalysedPlace | undefined> {
  if (id === undefined || !isUuid(id)) return undefined
  if (!may(actor, 'analysis.read', { consultationId: id })) return undefined
  const versions = await allVersions(db, id)
  const newest = versions.at(-1)
  return newest ? { id, title: newest.consultation.title, versions } : undefined
}
