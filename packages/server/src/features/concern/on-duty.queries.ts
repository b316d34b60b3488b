import type { Role } from '@takepart/shared/domain/account/role'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

export interface OnDuty {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

/** Who may see urgent concerns, or has another role, and works here; by name, at most 100. */
export const listOnDuty = (
  db: Kysely<Schema>,
  role: Role = 'moderator',
): Promise<readonly OnDuty[]> =>
  db
    .selectFrom('staff_member')
    .select(['id', 'name', 'email'])
    .where('suspended_at', 'is', null)
    .where((eb) => eb(eb.val(role), '=', eb.fn.any('roles')))
    .orderBy('name')
    .orderBy('id')
    .limit(100)
    .execute()
