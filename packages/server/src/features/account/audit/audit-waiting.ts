import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { mayEver } from '@takepart/shared/domain/account/may'
import type { Waiting } from '@takepart/shared/domain/desk/waiting'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { auditWords } from '@takepart/shared/words/audit'
import type { AccountWorld } from '../account-world.ts'
import { notedHeads } from './audit-head.queries.ts'

/** A log that the nightly look found changed: for whoever may read it, every day until somebody has looked into it. */
export async function auditWaiting({
  db,
  now,
  actor,
}: Pick<AccountWorld, 'db' | 'now'> & { readonly actor: StaffActor }): Promise<readonly Waiting[]> {
  if (!mayEver(actor, 'audit.read')) return []
  const wrong = (await notedHeads(db)).find(({ changed }) => changed !== undefined)
  if (!wrong?.changed) return []
  const { number, why } = wrong.changed
  return [
    {
      id: 'audit-log',
      when: now().toISOString(),
      words: auditWords.changed,
      about: auditWords.changedMore(number, auditWords.why[why]),
      href: deskPaths.audit,
      act: auditWords.seeLog,
    },
  ]
}
