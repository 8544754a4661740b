import type { ColumnType, Generated } from 'kysely'
import type { At, MaybeAt } from './column-types.ts'

export interface SignInLinkTable {
  org_id: string
  token_hash: Buffer
  account_id: string
  created_at: At
  expires_at: Date | string
  used_at: MaybeAt
}

export interface PassphraseTable {
  org_id: string
  account_id: string
  hash: string
  changed_at: At
}

export interface AuthenticatorTable {
  org_id: string
  account_id: string
  secret: string
  confirmed_at: MaybeAt
  last_step: ColumnType<string, number | undefined, number>
}

export interface RecoveryCodeTable {
  org_id: string
  account_id: string
  code_hash: Buffer
  used_at: MaybeAt
}

export interface PasskeyTable {
  org_id: string
  id: string
  account_id: string
  public_key: Buffer
  counter: ColumnType<string, number, number>
  transports: string[]
  label: string
  created_at: At
  used_at: MaybeAt
}

export interface InvitationTable {
  org_id: string
  token_hash: Buffer
  account_id: string
  created_at: At
  created_by: string
  expires_at: Date | string
  used_at: MaybeAt
}

export interface SessionTable {
  org_id: string
  id: Generated<string>
  method: Generated<'link' | 'passphrase' | 'passkey'>
  second_factor: Generated<boolean>
  agent: string | null
  token_hash: Buffer
  account_id: string
  form_token: string
  created_at: At
  seen_at: At
  expires_at: Date
}
