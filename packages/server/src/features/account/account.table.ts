import type { Role } from '@takepart/shared/domain/account/role'
import type { ColumnType, Generated } from 'kysely'
import type { Why } from './audit/verify-audit.ts'

/** Somebody who works at the desk. Never deleted: the audit log names them by id. */
export interface StaffMemberTable {
  id: string
  name: string
  /** In lower case. Null: nothing is mailed to them. */
  email: string | null
  roles: Role[]
  every_consultation: boolean
  /** Who they are to the identity provider they came by. */
  issuer: string | null
  subject: string | null
  joined_at: Date
  suspended_at: Date | null
}

/** Who works on which consultation, beside those who work on every one. */
export interface ConsultationTeamTable {
  staff_id: string
  consultation_id: string
}

/** The public half of a key that only the person's device holds. */
export interface PasskeyTable {
  id: Buffer
  staff_id: string
  public_key: Buffer
  counter: number
  transports: string[]
  made_at: Date
  last_used_at: Date | null
}

export type InvitationPurpose = 'first' | 'join' | 'new-passkey'

/** A link that lets somebody in once. Only the hash of what is in the link is here. */
export interface InvitationTable {
  id: string
  token_hash: Buffer
  /** Of the secret that went by mail, which lets in the same person, once. */
  mailed_hash: Buffer | null
  purpose: InvitationPurpose
  /** Whose passkey it replaces. */
  staff_id: string | null
  name: string | null
  email: string | null
  roles: Role[]
  every_consultation: boolean
  made_by: string | null
  made_at: Date
  ends_at: Date
  used_at: Date | null
}

/** What this server asked a passkey to sign and has not been answered yet. */
export interface PasskeyChallengeTable {
  challenge_hash: Buffer
  purpose: 'join' | 'sign-in'
  invitation_id: string | null
  ends_at: Date
}

/** Somebody signed in, in one browser. The row goes when the session ends. */
export interface StaffSessionTable {
  token_hash: Buffer
  id: string
  staff_id: string
  way: 'passkey' | 'provider'
  /** The kind of browser and machine, in a few words, to tell one's own sessions apart. */
  browser: string
  started_at: Date
  last_used_at: Date
  /** When the identity provider last said which roles the person has. */
  checked_at: Date | null
  /** When a server began to ask it again. */
  checking_at: Date | null
  sealed_token: Buffer | null
}

/** Somebody on their way to the identity provider and back. */
export interface SignInAttemptTable {
  state_hash: Buffer
  browser_hash: Buffer
  code_verifier: string
  nonce: string
  return_to: string
  /** Who alone may come back, where somebody goes on with a page. */
  for_staff: string | null
  ends_at: Date
}

/** Which ways to sign in are allowed; one row. */
export interface SignInSettingTable {
  only_row: Generated<boolean>
  passkeys: boolean
  provider: boolean
}

type ByDatabase<Value> = ColumnType<Value, never, never>

/** What was done by whom to what. The database numbers and chains the entries and refuses to change one. */
export interface AuditEntryTable {
  number: ByDatabase<number>
  at: ColumnType<Date, Date, never>
  actor: ColumnType<string, string, never>
  verb: ColumnType<string, string, never>
  thing: ColumnType<string, string, never>
  detail: ColumnType<string, string, never>
  previous_hash: ByDatabase<Buffer>
  hash: ByDatabase<Buffer>
}

/** The newest entry of the log as it was on some day, and what looking through the whole log found. */
export interface AuditHeadTable {
  noted_at: ColumnType<Date, Date, never>
  number: ColumnType<string | number, number, never>
  hash: ColumnType<Buffer, Buffer, never>
  changed_number: ColumnType<string | number | null, number | null, never>
  why: ColumnType<Why | null, Why | null, never>
}
