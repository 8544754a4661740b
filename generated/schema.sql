-- columns
  account.org_id uuid not null
  account.id uuid not null
  account.kind text not null
  account.name text not null
  account.language text not null
  account.role text not null
  account.readable_classes text[] not null
  account.created_at timestamp with time zone not null
  account.disabled_at timestamp with time zone
  account.login text
  attachment.org_id uuid not null
  attachment.id uuid not null
  attachment.record_id uuid not null
  attachment.file_id uuid not null
  attachment.class text not null
  attachment.caption text
  attachment.since integer not null
  attachment.until integer
  authenticator.org_id uuid not null
  authenticator.account_id uuid not null
  authenticator.secret text not null
  authenticator.confirmed_at timestamp with time zone
  authenticator.last_step bigint not null
  citation.org_id uuid not null
  citation.id uuid not null
  citation.record_id uuid not null
  citation.field text not null
  citation.source_id uuid
  citation.locator text
  citation.quote text
  citation.reliability text
  citation.note text
  citation.class text not null
  citation.since integer not null
  citation.until integer
  file.org_id uuid not null
  file.id uuid not null
  file.data_key bytea
  file.metadata bytea not null
  file.duplicate_key bytea not null
  file.size bigint not null
  file.created_at timestamp with time zone not null
  file.created_by uuid not null
  import.org_id uuid not null
  import.id uuid not null
  import.type text not null
  import.source_name text not null
  import.state text not null
  import.mapping jsonb not null
  import.counts jsonb not null
  import.created_at timestamp with time zone not null
  import.created_by uuid not null
  import.finished_at timestamp with time zone
  import_finding.org_id uuid not null
  import_finding.import_id uuid not null
  import_finding."row" integer not null
  import_finding.kind text not null
  import_finding.problems jsonb not null
  import_finding.cells jsonb not null
  import_work.org_id uuid not null
  import_work.import_id uuid not null
  import_work.member text not null
  import_work.key text not null
  import_work.id uuid not null
  import_work.seen boolean not null
  import_work.detail jsonb
  invitation.org_id uuid not null
  invitation.token_hash bytea not null
  invitation.account_id uuid not null
  invitation.created_at timestamp with time zone not null
  invitation.created_by uuid not null
  invitation.expires_at timestamp with time zone not null
  invitation.used_at timestamp with time zone
  job.org_id uuid not null
  job.id uuid not null
  job.kind text not null
  job.account_id uuid not null
  job.payload jsonb not null
  job.state text not null
  job.done bigint not null
  job.total bigint
  job.result jsonb
  job.error text
  job.attempts integer not null
  job.created_at timestamp with time zone not null
  job.started_at timestamp with time zone
  job.beat_at timestamp with time zone
  job.finished_at timestamp with time zone
  job.cancel_asked boolean not null
  ledger.org_id uuid not null
  ledger.seq bigint not null
  ledger.at timestamp with time zone not null
  ledger.account_id uuid
  ledger.act text not null
  ledger.subject uuid
  ledger.detail jsonb not null
  ledger.place bigint
  ledger.previous bytea
  ledger.hash bytea
  ledger_checkpoint.org_id uuid not null
  ledger_checkpoint.place bigint not null
  ledger_checkpoint.hash bytea not null
  ledger_checkpoint.at timestamp with time zone not null
  ledger_checkpoint.key text not null
  ledger_checkpoint.signature bytea not null
  ledger_head.org_id uuid not null
  ledger_head.place bigint not null
  ledger_head.hash bytea not null
  link.org_id uuid not null
  link.id uuid not null
  link.from_id uuid not null
  link.field text not null
  link."position" integer not null
  link.to_id uuid not null
  link.attributes jsonb not null
  link.class text not null
  link.since integer not null
  link.until integer
  merge.org_id uuid not null
  merge.id uuid not null
  merge.kept_id uuid not null
  merge.lost_id uuid not null
  merge.kept_version integer not null
  merge.moved jsonb not null
  merge.merged_at timestamp with time zone not null
  merge.merged_by uuid not null
  merge.undone_at timestamp with time zone
  migration.name text not null
  migration.hash text not null
  migration.at timestamp with time zone not null
  org.id uuid not null
  org.slug text not null
  org.name jsonb not null
  org.languages text[] not null
  org.settings jsonb not null
  org.schema_version integer not null
  org.created_at timestamp with time zone not null
  passkey.org_id uuid not null
  passkey.id text not null
  passkey.account_id uuid not null
  passkey.public_key bytea not null
  passkey.counter bigint not null
  passkey.transports text[] not null
  passkey.label text not null
  passkey.created_at timestamp with time zone not null
  passkey.used_at timestamp with time zone
  passkey_challenge.hash bytea not null
  passkey_challenge.expires_at timestamp with time zone not null
  passphrase.org_id uuid not null
  passphrase.account_id uuid not null
  passphrase.hash text not null
  passphrase.changed_at timestamp with time zone not null
  publication.org_id uuid not null
  publication.id uuid not null
  publication.kind text not null
  publication.slug text not null
  publication.record_id uuid not null
  publication.data jsonb not null
  publication.facets jsonb not null
  publication.sort_key text not null
  publication.published_at timestamp with time zone not null
  publication.published_by uuid not null
  publication_version.org_id uuid not null
  publication_version.version bigint not null
  record.org_id uuid not null
  record.id uuid not null
  record.type text not null
  record.title text not null
  record."values" jsonb not null
  record.visibility text not null
  record.fictitious boolean not null
  record.version integer not null
  record.created_at timestamp with time zone not null
  record.created_by uuid not null
  record.updated_at timestamp with time zone not null
  record.updated_by uuid not null
  record.import_id uuid
  record.deleted_at timestamp with time zone
  record.deleted_by uuid
  record.merged_into uuid
  record.embargo_until date
  record_grant.org_id uuid not null
  record_grant.record_id uuid not null
  record_grant.account_id uuid not null
  record_grant.granted_at timestamp with time zone not null
  record_grant.granted_by uuid
  record_grant.until timestamp with time zone
  record_key.org_id uuid not null
  record_key.record_id uuid not null
  record_key.type text not null
  record_key.field text not null
  record_key.key text not null
  record_key.class text not null
  record_key.visibility text not null
  record_part.org_id uuid not null
  record_part.record_id uuid not null
  record_part.class text not null
  record_part."values" jsonb not null
  record_search.org_id uuid not null
  record_search.record_id uuid not null
  record_search.part text not null
  record_search.class text not null
  record_search.type text not null
  record_search.visibility text not null
  record_search.words tsvector not null
  record_search.names text not null
  record_search.body text not null
  record_team_grant.org_id uuid not null
  record_team_grant.record_id uuid not null
  record_team_grant.team_id uuid not null
  record_team_grant.granted_at timestamp with time zone not null
  record_team_grant.granted_by uuid not null
  record_team_grant.until timestamp with time zone
  record_type.org_id uuid not null
  record_type.name text not null
  record_type.definition jsonb not null
  record_type.updated_at timestamp with time zone not null
  record_type.updated_by uuid not null
  record_version.org_id uuid not null
  record_version.record_id uuid not null
  record_version.version integer not null
  record_version.class text not null
  record_version.operation text not null
  record_version."values" jsonb not null
  record_version.visibility text not null
  record_version.changed_at timestamp with time zone not null
  record_version.changed_by uuid not null
  record_version.reason text
  record_version.import_id uuid
  recovery_code.org_id uuid not null
  recovery_code.account_id uuid not null
  recovery_code.code_hash bytea not null
  recovery_code.used_at timestamp with time zone
  role_capability.role text not null
  role_capability.capability text not null
  session.org_id uuid not null
  session.token_hash bytea not null
  session.account_id uuid not null
  session.form_token text not null
  session.created_at timestamp with time zone not null
  session.seen_at timestamp with time zone not null
  session.expires_at timestamp with time zone not null
  session.id uuid not null
  session.method text not null
  session.second_factor boolean not null
  session.agent text
  session.idle interval not null
  sign_in_attempt.key bytea not null
  sign_in_attempt.at timestamp with time zone not null
  sign_in_link.org_id uuid not null
  sign_in_link.token_hash bytea not null
  sign_in_link.account_id uuid not null
  sign_in_link.created_at timestamp with time zone not null
  sign_in_link.expires_at timestamp with time zone not null
  sign_in_link.used_at timestamp with time zone
  team.org_id uuid not null
  team.id uuid not null
  team.name text not null
  team.created_at timestamp with time zone not null
  team_member.org_id uuid not null
  team_member.team_id uuid not null
  team_member.account_id uuid not null
  team_member.since timestamp with time zone not null
  term.org_id uuid not null
  term.vocabulary text not null
  term.code text not null
  term.parent text
  term."position" integer not null
  term.label jsonb not null
  term.note jsonb not null
  term.retired boolean not null
  tombstone.org_id uuid not null
  tombstone.id uuid not null
  tombstone.kind text not null
  tombstone.subject uuid not null
  tombstone.at timestamp with time zone not null
  tombstone.kept_at timestamp with time zone
  vocabulary.org_id uuid not null
  vocabulary.name text not null
  vocabulary.label jsonb not null
  vocabulary.source text

-- constraints
  account: CHECK (((kind = 'operator'::text) = (role = 'operator'::text)))
  account: CHECK ((kind = ANY (ARRAY['person'::text, 'operator'::text])))
  account: CHECK ((login ~ '^[a-z0-9][a-z0-9._@+-]{1,79}$'::text))
  account: CHECK ((readable_classes <@ '{identity,health,location,legal,sealed}'::text[]))
  account: CHECK ((role = ANY (ARRAY['administrator'::text, 'case_officer'::text, 'researcher'::text, 'editor'::text, 'reader'::text, 'auditor'::text, 'operator'::text])))
  account: FOREIGN KEY (org_id) REFERENCES org(id)
  account: PRIMARY KEY (org_id, id)
  attachment: FOREIGN KEY (org_id, file_id) REFERENCES file(org_id, id)
  attachment: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  attachment: PRIMARY KEY (org_id, id)
  authenticator: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  authenticator: PRIMARY KEY (org_id, account_id)
  citation: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  citation: FOREIGN KEY (org_id, source_id) REFERENCES record(org_id, id)
  citation: PRIMARY KEY (org_id, id)
  file: FOREIGN KEY (org_id) REFERENCES org(id)
  file: PRIMARY KEY (org_id, id)
  import: CHECK ((state = ANY (ARRAY['preparing'::text, 'ready'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text, 'undone'::text])))
  import: FOREIGN KEY (org_id) REFERENCES org(id)
  import: PRIMARY KEY (org_id, id)
  import_finding: CHECK ((kind = ANY (ARRAY['refused'::text, 'review'::text])))
  import_finding: FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
  import_finding: PRIMARY KEY (org_id, import_id, "row", kind)
  invitation: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  invitation: PRIMARY KEY (token_hash)
  job: CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
  job: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  job: PRIMARY KEY (org_id, id)
  ledger: FOREIGN KEY (org_id) REFERENCES org(id)
  ledger: PRIMARY KEY (org_id, seq)
  ledger_checkpoint: FOREIGN KEY (org_id) REFERENCES org(id)
  ledger_checkpoint: PRIMARY KEY (org_id, place)
  ledger_head: FOREIGN KEY (org_id) REFERENCES org(id)
  ledger_head: PRIMARY KEY (org_id)
  link: FOREIGN KEY (org_id, from_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  link: FOREIGN KEY (org_id, to_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  link: PRIMARY KEY (org_id, id)
  merge: FOREIGN KEY (org_id, kept_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  merge: FOREIGN KEY (org_id, lost_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  merge: PRIMARY KEY (org_id, id)
  migration: PRIMARY KEY (name)
  org: CHECK ((slug ~ '^[a-z][a-z0-9-]{1,40}$'::text))
  org: PRIMARY KEY (id)
  org: UNIQUE (slug)
  passkey: CHECK (((length(label) >= 1) AND (length(label) <= 100)))
  passkey: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  passkey: PRIMARY KEY (org_id, id)
  passkey: UNIQUE (id)
  passkey_challenge: PRIMARY KEY (hash)
  passphrase: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  passphrase: PRIMARY KEY (org_id, account_id)
  publication: FOREIGN KEY (org_id) REFERENCES org(id)
  publication: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  publication: PRIMARY KEY (org_id, id)
  publication_version: FOREIGN KEY (org_id) REFERENCES org(id)
  publication_version: PRIMARY KEY (org_id)
  record: CHECK ((visibility = ANY (ARRAY['public'::text, 'internal'::text, 'restricted'::text])))
  record: FOREIGN KEY (org_id) REFERENCES org(id)
  record: PRIMARY KEY (org_id, id)
  record_grant: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  record_grant: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  record_grant: PRIMARY KEY (org_id, record_id, account_id)
  record_key: PRIMARY KEY (org_id, record_id, field, key) INCLUDE (class, visibility)
  record_part: CHECK ((class = ANY (ARRAY['identity'::text, 'health'::text, 'location'::text, 'legal'::text, 'sealed'::text])))
  record_part: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  record_part: PRIMARY KEY (org_id, record_id, class)
  record_search: PRIMARY KEY (org_id, record_id, class, part)
  record_team_grant: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  record_team_grant: FOREIGN KEY (org_id, team_id) REFERENCES team(org_id, id) ON DELETE CASCADE
  record_team_grant: PRIMARY KEY (org_id, record_id, team_id)
  record_type: FOREIGN KEY (org_id) REFERENCES org(id)
  record_type: PRIMARY KEY (org_id, name)
  record_version: CHECK ((operation = ANY (ARRAY['create'::text, 'update'::text, 'delete'::text, 'restore'::text, 'revert'::text, 'merge'::text, 'unmerge'::text])))
  record_version: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  record_version: PRIMARY KEY (org_id, record_id, version, class)
  recovery_code: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  recovery_code: PRIMARY KEY (org_id, account_id, code_hash)
  role_capability: CHECK ((capability = ANY (ARRAY['read'::text, 'write'::text, 'export'::text, 'publish'::text, 'administer'::text, 'audit'::text])))
  role_capability: PRIMARY KEY (role, capability)
  session: CHECK ((method = ANY (ARRAY['link'::text, 'passphrase'::text, 'passkey'::text])))
  session: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  session: PRIMARY KEY (token_hash)
  sign_in_link: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  sign_in_link: PRIMARY KEY (token_hash)
  team: CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  team: FOREIGN KEY (org_id) REFERENCES org(id)
  team: PRIMARY KEY (org_id, id)
  team_member: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  team_member: FOREIGN KEY (org_id, team_id) REFERENCES team(org_id, id) ON DELETE CASCADE
  team_member: PRIMARY KEY (org_id, team_id, account_id)
  term: FOREIGN KEY (org_id) REFERENCES org(id)
  term: PRIMARY KEY (org_id, vocabulary, code)
  tombstone: CHECK ((kind = ANY (ARRAY['purge'::text, 'withdraw'::text, 'erase'::text])))
  tombstone: FOREIGN KEY (org_id) REFERENCES org(id)
  tombstone: PRIMARY KEY (org_id, id)
  vocabulary: FOREIGN KEY (org_id) REFERENCES org(id)
  vocabulary: PRIMARY KEY (org_id, name)

-- indexes
  CREATE INDEX attachment_file ON public.attachment USING btree (org_id, file_id)
  CREATE INDEX attachment_record ON public.attachment USING btree (org_id, record_id)
  CREATE INDEX citation_record ON public.citation USING btree (org_id, record_id)
  CREATE INDEX citation_source ON public.citation USING btree (org_id, source_id) WHERE (until IS NULL)
  CREATE INDEX file_duplicate ON public.file USING btree (org_id, duplicate_key)
  CREATE INDEX import_work_key ON public.import_work USING btree (org_id, import_id, member, key)
  CREATE INDEX invitation_account ON public.invitation USING btree (org_id, account_id)
  CREATE INDEX job_waiting ON public.job USING btree (created_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]))
  CREATE INDEX ledger_account ON public.ledger USING btree (org_id, account_id, place)
  CREATE INDEX ledger_act ON public.ledger USING btree (org_id, act, place)
  CREATE INDEX ledger_at ON public.ledger USING btree (org_id, at)
  CREATE INDEX ledger_subject ON public.ledger USING btree (org_id, subject) WHERE (subject IS NOT NULL)
  CREATE INDEX ledger_unchained ON public.ledger USING btree (org_id, seq) WHERE (place IS NULL)
  CREATE INDEX link_from ON public.link USING btree (org_id, from_id, field)
  CREATE INDEX link_to ON public.link USING btree (org_id, to_id, field) WHERE (until IS NULL)
  CREATE INDEX passkey_account ON public.passkey USING btree (org_id, account_id)
  CREATE INDEX publication_list ON public.publication USING btree (org_id, kind, sort_key, id)
  CREATE INDEX record_grant_account ON public.record_grant USING btree (org_id, account_id)
  CREATE INDEX record_import ON public.record USING btree (org_id, import_id) WHERE (import_id IS NOT NULL)
  CREATE INDEX record_key_value ON public.record_key USING btree (org_id, type, field, key, record_id) INCLUDE (class, visibility)
  CREATE INDEX record_recent ON public.record USING btree (org_id, type, updated_at DESC, id) INCLUDE (visibility) WHERE (deleted_at IS NULL)
  CREATE INDEX record_search_names ON public.record_search USING gin (names gin_trgm_ops) WITH (fastupdate='on')
  CREATE INDEX record_search_words ON public.record_search USING gin (words) WITH (fastupdate='on')
  CREATE INDEX record_team_grant_team ON public.record_team_grant USING btree (org_id, team_id)
  CREATE INDEX record_trash ON public.record USING btree (org_id, deleted_at) WHERE (deleted_at IS NOT NULL)
  CREATE INDEX record_version_import ON public.record_version USING btree (org_id, import_id) WHERE (import_id IS NOT NULL)
  CREATE INDEX session_account ON public.session USING btree (org_id, account_id)
  CREATE INDEX sign_in_attempt_at ON public.sign_in_attempt USING btree (at)
  CREATE INDEX sign_in_attempt_key ON public.sign_in_attempt USING btree (key, at)
  CREATE INDEX team_member_account ON public.team_member USING btree (org_id, account_id)
  CREATE INDEX tombstone_subject ON public.tombstone USING btree (org_id, subject)
  CREATE INDEX tombstone_unkept ON public.tombstone USING btree (at) WHERE (kept_at IS NULL)
  CREATE UNIQUE INDEX account_login ON public.account USING btree (org_id, login) WHERE (login IS NOT NULL)
  CREATE UNIQUE INDEX account_operator ON public.account USING btree (org_id) WHERE (kind = 'operator'::text)
  CREATE UNIQUE INDEX account_pkey ON public.account USING btree (org_id, id)
  CREATE UNIQUE INDEX attachment_pkey ON public.attachment USING btree (org_id, id)
  CREATE UNIQUE INDEX authenticator_pkey ON public.authenticator USING btree (org_id, account_id)
  CREATE UNIQUE INDEX citation_pkey ON public.citation USING btree (org_id, id)
  CREATE UNIQUE INDEX file_pkey ON public.file USING btree (org_id, id)
  CREATE UNIQUE INDEX import_finding_pkey ON public.import_finding USING btree (org_id, import_id, "row", kind)
  CREATE UNIQUE INDEX import_pkey ON public.import USING btree (org_id, id)
  CREATE UNIQUE INDEX invitation_pkey ON public.invitation USING btree (token_hash)
  CREATE UNIQUE INDEX job_pkey ON public.job USING btree (org_id, id)
  CREATE UNIQUE INDEX ledger_checkpoint_pkey ON public.ledger_checkpoint USING btree (org_id, place)
  CREATE UNIQUE INDEX ledger_head_pkey ON public.ledger_head USING btree (org_id)
  CREATE UNIQUE INDEX ledger_pkey ON public.ledger USING btree (org_id, seq)
  CREATE UNIQUE INDEX ledger_place ON public.ledger USING btree (org_id, place)
  CREATE UNIQUE INDEX link_pkey ON public.link USING btree (org_id, id)
  CREATE UNIQUE INDEX merge_pkey ON public.merge USING btree (org_id, id)
  CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)
  CREATE UNIQUE INDEX org_pkey ON public.org USING btree (id)
  CREATE UNIQUE INDEX org_slug_key ON public.org USING btree (slug)
  CREATE UNIQUE INDEX passkey_challenge_pkey ON public.passkey_challenge USING btree (hash)
  CREATE UNIQUE INDEX passkey_id_key ON public.passkey USING btree (id)
  CREATE UNIQUE INDEX passkey_pkey ON public.passkey USING btree (org_id, id)
  CREATE UNIQUE INDEX passphrase_pkey ON public.passphrase USING btree (org_id, account_id)
  CREATE UNIQUE INDEX publication_pkey ON public.publication USING btree (org_id, id)
  CREATE UNIQUE INDEX publication_record ON public.publication USING btree (org_id, record_id, kind)
  CREATE UNIQUE INDEX publication_slug ON public.publication USING btree (org_id, kind, slug)
  CREATE UNIQUE INDEX publication_version_pkey ON public.publication_version USING btree (org_id)
  CREATE UNIQUE INDEX record_grant_pkey ON public.record_grant USING btree (org_id, record_id, account_id)
  CREATE UNIQUE INDEX record_key_pkey ON public.record_key USING btree (org_id, record_id, field, key) INCLUDE (class, visibility)
  CREATE UNIQUE INDEX record_part_pkey ON public.record_part USING btree (org_id, record_id, class)
  CREATE UNIQUE INDEX record_pkey ON public.record USING btree (org_id, id)
  CREATE UNIQUE INDEX record_search_pkey ON public.record_search USING btree (org_id, record_id, class, part)
  CREATE UNIQUE INDEX record_team_grant_pkey ON public.record_team_grant USING btree (org_id, record_id, team_id)
  CREATE UNIQUE INDEX record_type_pkey ON public.record_type USING btree (org_id, name)
  CREATE UNIQUE INDEX record_version_pkey ON public.record_version USING btree (org_id, record_id, version, class)
  CREATE UNIQUE INDEX recovery_code_pkey ON public.recovery_code USING btree (org_id, account_id, code_hash)
  CREATE UNIQUE INDEX role_capability_pkey ON public.role_capability USING btree (role, capability)
  CREATE UNIQUE INDEX session_id ON public.session USING btree (org_id, id)
  CREATE UNIQUE INDEX session_pkey ON public.session USING btree (token_hash)
  CREATE UNIQUE INDEX sign_in_link_pkey ON public.sign_in_link USING btree (token_hash)
  CREATE UNIQUE INDEX team_member_pkey ON public.team_member USING btree (org_id, team_id, account_id)
  CREATE UNIQUE INDEX team_name ON public.team USING btree (org_id, name)
  CREATE UNIQUE INDEX team_pkey ON public.team USING btree (org_id, id)
  CREATE UNIQUE INDEX term_pkey ON public.term USING btree (org_id, vocabulary, code)
  CREATE UNIQUE INDEX tombstone_pkey ON public.tombstone USING btree (org_id, id)
  CREATE UNIQUE INDEX vocabulary_pkey ON public.vocabulary USING btree (org_id, name)

-- policies
  administrators on invitation for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('admini ter'::text) AS may))) with check (-)
  appended on ledger for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  askers on job for INSERT to amparo_app using (-) with check (((account_id = ( SELECT current_account() AS current_account)) OR ( SELECT may('admini ter'::text) AS may)))
  auditors on ledger_checkpoint for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('audit'::text) AS may))) with check (-)
  auditors on ledger_head for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('audit'::text) AS may))) with check (-)
  auditors on tombstone for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (( SELECT may('admini ter'::text) AS may) OR ( SELECT may('audit'::text) AS may)))) with check (-)
  changers on attachment for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on citation for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on file for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on import for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on import_finding for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on import_work for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on job for UPDATE to amparo_app using (((account_id = ( SELECT current_account() AS current_account)) OR ( SELECT may('write'::text) AS may))) with check (-)
  changers on link for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on merge for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on org for UPDATE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  changers on publication for UPDATE to amparo_app using (( SELECT may('publi h'::text) AS may)) with check (-)
  changers on record for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on record_grant for UPDATE to amparo_app using (may_ hare(record_id)) with check (-)
  changers on record_key for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on record_part for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on record_search for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on record_team_grant for UPDATE to amparo_app using (may_ hare(record_id)) with check (-)
  changers on record_type for UPDATE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  changers on record_version for UPDATE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  changers on team for UPDATE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  changers on team_member for UPDATE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  changers on term for UPDATE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  changers on vocabulary for UPDATE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  everyone on org for SELECT to amparo_public using (true) with check (-)
  everyone on publication for SELECT to amparo_public using (true) with check (-)
  everyone on publication_version for SELECT to amparo_public using (true) with check (-)
  givers on record_grant for INSERT to amparo_app using (-) with check (may_ hare(record_id))
  givers on record_team_grant for INSERT to amparo_app using (-) with check (may_ hare(record_id))
  holders on record_grant for SELECT to amparo_app using (((account_id = ( SELECT current_account() AS current_account)) OR hold _grant(record_id))) with check (-)
  holders on record_team_grant for SELECT to amparo_app using (((team_id = ANY (( SELECT current_team () AS current_team )::uuid[])) OR hold _grant(record_id))) with check (-)
  members on publication for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own on authenticator for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  own on passkey for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  own on passphrase for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  own on recovery_code for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  own on session for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check (-)
  own on sign_in_link for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_language on account for UPDATE to amparo_app using ((id = ( SELECT current_account() AS current_account))) with check (-)
  own_org on account for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on file for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on import for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on import_finding for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on import_work for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on job for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on merge for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on org for ALL to amparo_app using ((id = ( SELECT current_org() AS current_org))) with check (-)
  own_org on record_grant for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on record_team_grant for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on record_type for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on team for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on team_member for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on term for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on vocabulary for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_session on session for ALL to amparo_app using (((account_id = ( SELECT current_account() AS current_account)) OR ( SELECT may('admini ter'::text) AS may))) with check (-)
  publishers on publication for INSERT to amparo_app using (-) with check (( SELECT may('publi h'::text) AS may))
  read on ledger for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (( SELECT may('audit'::text) AS may) OR ((act = 'file.read'::text) AND (EXISTS ( SELECT 1
   FROM attachment a
  WHERE ((a.org_id = ledger.org_id) AND (a.id = ledger. ubject)))))))) with check (-)
  readers on attachment for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on citation for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on file for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on import for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on import_finding for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on import_work for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on job for SELECT to amparo_app using ((( SELECT may('read'::text) AS may) OR (account_id = ( SELECT current_account() AS current_account)))) with check (-)
  readers on link for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on merge for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on publication for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on record for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on record_key for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on record_part for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on record_search for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on record_version for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  removers on attachment for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on citation for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on file for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on import for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on import_finding for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on import_work for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on job for DELETE to amparo_app using (((account_id = ( SELECT current_account() AS current_account)) OR ( SELECT may('admini ter'::text) AS may))) with check (-)
  removers on link for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on merge for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on publication for DELETE to amparo_app using ((( SELECT may('write'::text) AS may) OR ( SELECT may('publi h'::text) AS may))) with check (-)
  removers on record for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on record_key for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on record_part for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on record_search for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on record_type for DELETE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  removers on record_version for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on team for DELETE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  removers on team_member for DELETE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  removers on term for DELETE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  removers on vocabulary for DELETE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  takers on record_grant for DELETE to amparo_app using (may_ hare(record_id)) with check (-)
  takers on record_team_grant for DELETE to amparo_app using (may_ hare(record_id)) with check (-)
  visible on attachment for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = attachment.org_id) AND (r.id = attachment.record_id)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[]))))
  visible on citation for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = citation.org_id) AND (r.id = citation.record_id)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[]))))
  visible on link for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = link.org_id) AND (r.id = link.from_id)))) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = link.org_id) AND (r.id = link.to_id)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[]))))
  visible on record for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ((vi ibility <> 're tricted'::text) OR (EXISTS ( SELECT 1
   FROM record_grant g
  WHERE ((g.org_id = record.org_id) AND (g.record_id = record.id) AND (g.account_id = ( SELECT current_account() AS current_account)) AND ((g.until IS NULL) OR (g.until > now()))))) OR (EXISTS ( SELECT 1
   FROM record_team_grant g
  WHERE ((g.org_id = record.org_id) AND (g.record_id = record.id) AND (g.team_id = ANY (( SELECT current_team () AS current_team )::uuid[])) AND ((g.until IS NULL) OR (g.until > now())))))))) with check ((org_id = ( SELECT current_org() AS current_org)))
  visible on record_key for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND ((vi ibility <> 're tricted'::text) OR (EXISTS ( SELECT 1
   FROM record_grant g
  WHERE ((g.org_id = record_key.org_id) AND (g.record_id = record_key.record_id) AND (g.account_id = ( SELECT current_account() AS current_account)) AND ((g.until IS NULL) OR (g.until > now()))))) OR (EXISTS ( SELECT 1
   FROM record_team_grant g
  WHERE ((g.org_id = record_key.org_id) AND (g.record_id = record_key.record_id) AND (g.team_id = ANY (( SELECT current_team () AS current_team )::uuid[])) AND ((g.until IS NULL) OR (g.until > now())))))))) with check ((org_id = ( SELECT current_org() AS current_org)))
  visible on record_part for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = record_part.org_id) AND (r.id = record_part.record_id)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[]))))
  visible on record_search for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND ((vi ibility <> 're tricted'::text) OR (EXISTS ( SELECT 1
   FROM record_grant g
  WHERE ((g.org_id = record_ earch.org_id) AND (g.record_id = record_ earch.record_id) AND (g.account_id = ( SELECT current_account() AS current_account)) AND ((g.until IS NULL) OR (g.until > now()))))) OR (EXISTS ( SELECT 1
   FROM record_team_grant g
  WHERE ((g.org_id = record_ earch.org_id) AND (g.record_id = record_ earch.record_id) AND (g.team_id = ANY (( SELECT current_team () AS current_team )::uuid[])) AND ((g.until IS NULL) OR (g.until > now())))))))) with check ((org_id = ( SELECT current_org() AS current_org)))
  visible on record_version for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = record_ver ion.org_id) AND (r.id = record_ver ion.record_id)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[]))))
  writers on attachment for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on citation for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on file for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on import for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on import_finding for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on import_work for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on link for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on merge for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on record for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on record_key for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on record_part for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on record_search for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on record_type for INSERT to amparo_app using (-) with check (( SELECT may('admini ter'::text) AS may))
  writers on record_version for INSERT to amparo_app using (-) with check (( SELECT may('write'::text) AS may))
  writers on team for INSERT to amparo_app using (-) with check (( SELECT may('admini ter'::text) AS may))
  writers on team_member for INSERT to amparo_app using (-) with check (( SELECT may('admini ter'::text) AS may))
  writers on term for INSERT to amparo_app using (-) with check (( SELECT may('admini ter'::text) AS may))
  writers on vocabulary for INSERT to amparo_app using (-) with check (( SELECT may('admini ter'::text) AS may))

-- tables without row-level security
  migration
  role_capability

-- rights
  amparo_app: DELETE, INSERT, SELECT, UPDATE on attachment
  amparo_app: DELETE, INSERT, SELECT, UPDATE on authenticator
  amparo_app: DELETE, INSERT, SELECT, UPDATE on citation
  amparo_app: DELETE, INSERT, SELECT, UPDATE on file
  amparo_app: DELETE, INSERT, SELECT, UPDATE on import
  amparo_app: DELETE, INSERT, SELECT, UPDATE on import_finding
  amparo_app: DELETE, INSERT, SELECT, UPDATE on import_work
  amparo_app: DELETE, INSERT, SELECT, UPDATE on job
  amparo_app: DELETE, INSERT, SELECT, UPDATE on link
  amparo_app: DELETE, INSERT, SELECT, UPDATE on merge
  amparo_app: DELETE, INSERT, SELECT, UPDATE on passkey
  amparo_app: DELETE, INSERT, SELECT, UPDATE on publication
  amparo_app: DELETE, INSERT, SELECT, UPDATE on record
  amparo_app: DELETE, INSERT, SELECT, UPDATE on record_grant
  amparo_app: DELETE, INSERT, SELECT, UPDATE on record_key
  amparo_app: DELETE, INSERT, SELECT, UPDATE on record_part
  amparo_app: DELETE, INSERT, SELECT, UPDATE on record_search
  amparo_app: DELETE, INSERT, SELECT, UPDATE on record_team_grant
  amparo_app: DELETE, INSERT, SELECT, UPDATE on record_type
  amparo_app: DELETE, INSERT, SELECT, UPDATE on recovery_code
  amparo_app: DELETE, INSERT, SELECT, UPDATE on team
  amparo_app: DELETE, INSERT, SELECT, UPDATE on team_member
  amparo_app: DELETE, INSERT, SELECT, UPDATE on term
  amparo_app: DELETE, INSERT, SELECT, UPDATE on vocabulary
  amparo_app: DELETE, SELECT on session
  amparo_app: INSERT (account_id, act, detail, org_id, subject) on ledger
  amparo_app: INSERT, SELECT on record_version
  amparo_app: INSERT, SELECT, UPDATE on passphrase
  amparo_app: SELECT (account_id, created_at, created_by, expires_at, org_id, used_at) on invitation
  amparo_app: SELECT on account
  amparo_app: SELECT on ledger
  amparo_app: SELECT on ledger_checkpoint
  amparo_app: SELECT on ledger_head
  amparo_app: SELECT on org
  amparo_app: SELECT on tombstone
  amparo_app: UPDATE (language) on account
  amparo_app: UPDATE (name, schema_version, settings) on org
  amparo_public: SELECT (data, facets, id, kind, org_id, published_at, slug, sort_key) on publication
  amparo_public: SELECT (id, languages, name, slug) on org
  amparo_public: SELECT on publication_version

-- functions
  accept_invitation(hash bytea, passphrase_hash text) security definer
  begin_session(org uuid, account uuid, hash bytea, new_form_token text, lifetime interval, how text, with_second boolean, browser text) security definer
  chain_entries(org uuid) security definer
  chain_ledger() security definer
  change_person(person uuid, new_name text, new_login text, new_role text, classes text[], disabled boolean) security definer
  check_embargo() security definer
  check_publication() security definer
  choose_login(new_login text) security definer
  current_account() security definer
  current_org() security definer
  current_teams() security definer
  drop_derived() security definer
  end_session(hash bytea) security definer
  ended_session(hash bytea) security definer
  forget_attempts(keys bytea[]) security definer
  freshen_statistics() security definer
  holds_grant(record uuid) security definer
  invite_person(id uuid, name text, login text, role text, classes text[], language text, token bytea, lifetime interval) security definer
  keep_a_holder() security definer
  keep_challenge(challenge_hash bytea) security definer
  keep_ledger() 
  ledger_hash(e ledger, place bigint, previous bytea) 
  ledger_part(part text) 
  ledger_refusal(org uuid, act text, subject uuid, detail jsonb) security definer
  log_withdrawal() security definer
  may(wanted text) security definer
  may_share(record uuid) security definer
  move_publication_version() security definer
  narrow_publication() security definer
  note_erasure() security definer
  note_purge() security definer
  note_readings(readings jsonb) security definer
  note_withdrawal() security definer
  only_organisation() security definer
  open_session(hash bytea, touch boolean) security definer
  other_holders() security definer
  passkey_facts(credential text) security definer
  read_invitation(hash bytea) security definer
  readable_classes() security definer
  refuse_sign_in(org uuid, account uuid, keys bytea[], cause text) security definer
  renew_invitation(person uuid, token bytea, lifetime interval) security definer
  replay_tombstone(org uuid, stone uuid, what text, gone uuid, happened timestamp with time zone) 
  require_administrator() security definer
  rotate_session(old_hash bytea, new_hash bytea, new_form_token text) security definer
  search_records(query text, fuzzy boolean, kinds text[], most integer) security definer
  sign_in_facts(given_org text, given_login text, keys bytea[]) security definer
  sign_in_means() security definer
  still_public(held jsonb, fictitious boolean, data jsonb) 
  take_job(kinds text[]) security definer
  use_challenge(challenge_hash bytea) security definer
  use_sign_in_link(hash bytea, session_hash bytea, new_form_token text, lifetime interval) security definer
  word_vector(folded text) 
