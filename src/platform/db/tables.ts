import type { ColumnType, Generated } from 'kysely'
import type { At, Json, MaybeAt, Values } from './column-types.ts'
import type {
  LegalHoldTable,
  PersonKeyTable,
  RecordActivityTable,
  RecoveryGivenTable,
  RecoveryHolderTable,
  RecoveryKeyTable,
  RecoveryRequestTable,
  RetentionItemTable,
  RetentionRunTable,
  SealedKeyTable,
  TombstoneTable,
} from './keeping-tables.ts'
import type {
  AuthenticatorTable,
  InvitationTable,
  PasskeyTable,
  PassphraseTable,
  RecoveryCodeTable,
  SessionTable,
  SignInLinkTable,
} from './people-tables.ts'

export interface OrgTable {
  id: string
  slug: string
  name: ColumnType<Partial<Record<'en' | 'es' | 'ca', string>>, string, string>
  languages: Generated<string[]>
  settings: ColumnType<Record<string, unknown>, string | undefined, string>
  schema_version: Generated<number>
  created_at: At
}

export interface AccountTable {
  org_id: string
  id: string
  kind: 'person' | 'operator'
  name: string
  language: Generated<string>
  login: string | null
  role: 'administrator' | 'case_officer' | 'researcher' | 'editor' | 'reader' | 'auditor' | 'operator'
  readable_classes: Generated<string[]>
  created_at: At
  disabled_at: MaybeAt
}

export interface RecordTable {
  org_id: string
  id: string
  type: string
  title: string
  values: Values
  visibility: 'public' | 'internal' | 'restricted'
  fictitious: Generated<boolean>
  version: Generated<number>
  created_at: At
  created_by: string
  updated_at: At
  updated_by: string
  import_id: string | null
  deleted_at: MaybeAt
  deleted_by: string | null
  merged_into: string | null
  /** A day, as text. */
  embargo_until: string | null
}

export interface RecordPartTable {
  org_id: string
  record_id: string
  class: string
  values: Values
}

export interface RecordVersionTable {
  org_id: string
  record_id: string
  version: number
  class: string
  operation: 'create' | 'update' | 'delete' | 'restore' | 'revert' | 'merge' | 'unmerge'
  values: Values
  visibility: 'public' | 'internal' | 'restricted'
  changed_at: At
  changed_by: string
  reason: string | null
  import_id: string | null
}

export interface RecordGrantTable {
  org_id: string
  record_id: string
  account_id: string
  granted_at: At
  granted_by: string | null
  until: MaybeAt
}

export interface TeamTable {
  org_id: string
  id: string
  name: string
  created_at: At
}

export interface TeamMemberTable {
  org_id: string
  team_id: string
  account_id: string
  since: At
}

export interface RecordTeamGrantTable {
  org_id: string
  record_id: string
  team_id: string
  granted_at: At
  granted_by: string
  until: MaybeAt
}

export interface LinkTable {
  org_id: string
  id: string
  from_id: string
  field: string
  position: Generated<number>
  to_id: string
  attributes: ColumnType<Readonly<Record<string, unknown>>, string | undefined, string>
  class: Generated<string>
  belongs: Generated<boolean>
  since: number
  until: number | null
}

export interface CitationTable {
  org_id: string
  id: string
  record_id: string
  field: string
  source_id: string | null
  locator: string | null
  quote: string | null
  reliability: string | null
  note: string | null
  class: Generated<string>
  since: number
  until: number | null
}

export interface RecordKeyTable {
  org_id: string
  record_id: string
  type: string
  field: string
  key: string
  class: Generated<string>
  visibility: 'public' | 'internal' | 'restricted'
}

export interface RecordSearchTable {
  org_id: string
  record_id: string
  part: Generated<string>
  class: Generated<string>
  type: string
  visibility: 'public' | 'internal' | 'restricted'
  words: string
  names: string
  body: string
}

export interface MergeTable {
  org_id: string
  id: string
  kept_id: string
  lost_id: string
  kept_version: number
  moved: Json
  merged_at: At
  merged_by: string
  undone_at: MaybeAt
}

export interface RecordTypeTable {
  org_id: string
  name: string
  definition: Json
  updated_at: At
  updated_by: string
}

export interface VocabularyTable {
  org_id: string
  name: string
  label: Json
  source: string | null
}

export interface TermTable {
  org_id: string
  vocabulary: string
  code: string
  parent: string | null
  position: Generated<number>
  label: Json
  note: ColumnType<unknown, string | undefined, string>
  retired: Generated<boolean>
}

export interface FileTable {
  org_id: string
  id: string
  data_key: Buffer | null
  metadata: Buffer
  duplicate_key: Buffer
  size: ColumnType<string, number | string, number | string>
  /** Its key is wrapped by the vault and not by the instance key. */
  sealed: Generated<boolean>
  created_at: At
  created_by: string
}

export interface AttachmentTable {
  org_id: string
  id: string
  record_id: string
  file_id: string
  class: Generated<string>
  caption: string | null
  since: number
  until: number | null
}

export interface JobTable {
  org_id: string
  id: string
  kind: string
  account_id: string
  payload: ColumnType<Record<string, unknown>, string | undefined, string>
  state: Generated<'waiting' | 'running' | 'done' | 'failed' | 'cancelled'>
  done: ColumnType<string, number | undefined, number>
  total: ColumnType<string | null, number | null | undefined, number | null>
  result: ColumnType<unknown, string | null | undefined, string | null>
  error: string | null
  attempts: Generated<number>
  created_at: At
  started_at: MaybeAt
  beat_at: MaybeAt
  finished_at: MaybeAt
  cancel_asked: Generated<boolean>
}

export interface ImportTable {
  org_id: string
  id: string
  type: string
  source_name: string
  state: 'preparing' | 'ready' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone'
  mapping: ColumnType<Record<string, unknown>, string | undefined, string>
  counts: ColumnType<Record<string, number>, string | undefined, string>
  created_at: At
  created_by: string
  finished_at: MaybeAt
}

export interface LedgerTable {
  org_id: string
  seq: Generated<string>
  at: At
  account_id: string | null
  act: string
  subject: string | null
  detail: ColumnType<Record<string, unknown>, string | undefined, string>
  /** A bigint, as text. Null until the transaction ends. */
  place: Generated<string>
  previous: Generated<Buffer>
  hash: Generated<Buffer>
}

export interface LedgerHeadTable {
  org_id: string
  place: string
  hash: Buffer
}

export interface LedgerCheckpointTable {
  org_id: string
  place: string
  hash: Buffer
  at: At
  key: string
  signature: Buffer
}

export interface PublicationTable {
  org_id: string
  id: string
  kind: string
  slug: string
  record_id: string
  data: ColumnType<Record<string, unknown>, string, string>
  facets: ColumnType<Record<string, string[]>, string | undefined, string>
  sort_key: Generated<string>
  published_at: At
  published_by: string
  /** The database's to say. */
  approval_id: ColumnType<string | null, never, never>
  sources: ColumnType<Record<string, unknown>[], string | undefined, string>
  named: ColumnType<Record<string, unknown>[], string | undefined, string>
  choice: Generated<string[]>
  not_before: Date | null
  not_after: Date | null
  first_at: At
}

/** Whom a page names. Written by the database alone. */
export interface PublicationPersonTable {
  org_id: string
  publication_id: string
  person_id: string
  scope: string
  basis: string
  purpose: string
  channel: string
}

/** The records on which a page rests. Written by the database alone. */
export interface PublicationSourceTable {
  org_id: string
  publication_id: string
  record_id: string
}

/** How an organisation arranges its site. */
export interface SiteTable {
  org_id: string
  arrangement: ColumnType<Record<string, unknown>, string | undefined, string>
  holders: Generated<string>
  changed_at: At
  changed_by: string
}

/** How often a page of the site was read on a day. */
export interface PageCountTable {
  org_id: string
  day: ColumnType<string, never, never>
  page: ColumnType<string, never, never>
  readers: ColumnType<number, never, never>
}

export interface PublicationVersionTable {
  org_id: string
  /** A bigint, as text. */
  version: string
}

export interface Tables {
  org: OrgTable
  account: AccountTable
  record: RecordTable
  record_part: RecordPartTable
  record_version: RecordVersionTable
  record_grant: RecordGrantTable
  record_team_grant: RecordTeamGrantTable
  team: TeamTable
  team_member: TeamMemberTable
  link: LinkTable
  citation: CitationTable
  record_key: RecordKeyTable
  record_search: RecordSearchTable
  merge: MergeTable
  record_type: RecordTypeTable
  vocabulary: VocabularyTable
  term: TermTable
  file: FileTable
  attachment: AttachmentTable
  job: JobTable
  import: ImportTable
  ledger: LedgerTable
  ledger_head: LedgerHeadTable
  ledger_checkpoint: LedgerCheckpointTable
  publication: PublicationTable
  publication_version: PublicationVersionTable
  publication_person: PublicationPersonTable
  publication_source: PublicationSourceTable
  site: SiteTable
  page_count: PageCountTable
  sign_in_link: SignInLinkTable
  session: SessionTable
  passphrase: PassphraseTable
  authenticator: AuthenticatorTable
  recovery_code: RecoveryCodeTable
  passkey: PasskeyTable
  invitation: InvitationTable
  tombstone: TombstoneTable
  legal_hold: LegalHoldTable
  record_activity: RecordActivityTable
  retention_run: RetentionRunTable
  retention_item: RetentionItemTable
  person_key: PersonKeyTable
  sealed_key: SealedKeyTable
  recovery_key: RecoveryKeyTable
  recovery_holder: RecoveryHolderTable
  recovery_request: RecoveryRequestTable
  recovery_given: RecoveryGivenTable
}
