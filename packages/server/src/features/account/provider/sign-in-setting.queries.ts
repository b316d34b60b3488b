import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** Which ways of signing in an administrator allows. */
export interface SignInSetting {
  readonly passkeys: boolean
  readonly provider: boolean
}

export async function readSignInSetting(db: Db): Promise<SignInSetting> {
  const row = await db
    .selectFrom('sign_in_setting')
    .select(['passkeys', 'provider'])
    .executeTakeFirst()
  return row ?? { passkeys: true, provider: true }
}
