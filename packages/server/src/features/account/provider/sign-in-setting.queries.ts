import type { SignInChoice } from '@takepart/shared/domain/account/sign-in-ways'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** Which ways of signing in an administrator allows. */
export async function readSignInSetting(db: Db): Promise<SignInChoice> {
  const row = await db
    .selectFrom('sign_in_setting')
    .select(['passkeys', 'provider'])
    .executeTakeFirst()
  return row ?? { passkeys: true, provider: true }
}

export async function writeSignInSetting(
  db: Db,
  { passkeys, provider }: SignInChoice,
): Promise<void> {
  await db
    .updateTable('sign_in_setting')
    .set({ passkeys, provider })
    .where('only_row', '=', true)
    .execute()
}
