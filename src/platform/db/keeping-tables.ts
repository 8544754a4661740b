import type { ColumnType, Generated } from 'kysely'
import type { At, MaybeAt } from './column-types.ts'

export interface PersonKeyTable {
  org_id: string
  account_id: string
  recipient: string
  locked_identity: Buffer
  created_at: At
  locked_at: At
}

export interface SealedKeyTable {
  org_id: string
  key_id: string
  record_id: string
  account_id: string | null
  wrapped: ColumnType<never, Buffer, never>
  made_at: At
}

export interface RecoveryKeyTable {
  org_id: string
  recipient: string
  threshold: Generated<number>
  made_at: At
  made_by: string
}

export interface RecoveryHolderTable {
  org_id: string
  id: Generated<string>
  account_id: string | null
  name: string
  wrapped: ColumnType<never, Buffer | null, never>
  mark: Buffer
  made_at: At
}

export interface RecoveryRequestTable {
  org_id: string
  id: Generated<string>
  for_account: string
  recipient: string
  reason: string
  asked_by: string
  asked_at: At
  expires_at: At
  done_at: MaybeAt
}

export interface RecoveryGivenTable {
  org_id: string
  request_id: string
  holder_id: string
  given_by: string
  given_at: At
  share: ColumnType<never, Buffer, never>
}

export interface TombstoneTable {
  org_id: string
  id: Generated<string>
  kind: string
  subject: string
  at: At
  kept_at: MaybeAt
}

export interface LegalHoldTable {
  org_id: string
  id: Generated<string>
  batch: string
  record_id: string
  reason: string | null
  placed_at: At
  placed_by: string | null
  lifted_at: MaybeAt
  lifted_by: string | null
  lift_reason: string | null
}

export interface RecordActivityTable {
  org_id: string
  record_id: string
  at: At
  id: Generated<string>
  what: 'link' | 'file' | 'citation' | 'reading' | 'kept'
}

export interface RetentionRunTable {
  org_id: string
  id: string
  state: Generated<'asked' | 'confirmed' | 'done' | 'cancelled'>
  asked_by: string
  asked_at: At
  confirmed_by: ColumnType<string | null, never, never>
  confirmed_at: ColumnType<Date | null, never, never>
  job_id: string | null
}

export interface RetentionItemTable {
  org_id: string
  run_id: string
  record_id: string
  type: string
  version: number
  rule: string
  /** A day, as text. */
  due: string
  action: 'trash' | 'purge'
  outcome: ColumnType<
    'trashed' | 'purged' | 'active' | 'held' | 'cited' | 'gone' | 'restored' | null,
    undefined,
    string
  >
}

/** The tables as the code sees them; `migrations/` is what they are. */
