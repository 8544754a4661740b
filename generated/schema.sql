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
  approval.org_id uuid not null
  approval.id uuid not null
  approval.kind text not null
  approval.subject uuid not null
  approval.digest bytea not null
  approval.content jsonb
  approval.record_ids uuid[] not null
  approval.versions integer[] not null
  approval.restricted uuid[] not null
  approval.classes text[] not null
  approval.reason text not null
  approval.asked_by uuid not null
  approval.asked_at timestamp with time zone not null
  approval.expires_at timestamp with time zone not null
  approval.decision text
  approval.decided_by uuid
  approval.decided_at timestamp with time zone
  approval.words text
  approval.used_at timestamp with time zone
  approval.withdrawn_at timestamp with time zone
  approval_kind.kind text not null
  approval_kind.asks text not null
  approval_kind.decides text not null
  approval_kind.needs_reason boolean not null
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
  bundle.org_id uuid not null
  bundle.id uuid not null
  bundle.case_id uuid not null
  bundle.partner text not null
  bundle.persons uuid[] not null
  bundle.purpose text not null
  bundle.until date not null
  bundle.digest bytea not null
  bundle.sha256 text not null
  bundle.approval_id uuid
  bundle.made_by uuid not null
  bundle.made_at timestamp with time zone not null
  bundle_key.org_id uuid not null
  bundle_key.id uuid not null
  bundle_key.signing_key text not null
  bundle_key.recipient text not null
  bundle_key.locked text not null
  bundle_key.made_by uuid not null
  bundle_key.made_at timestamp with time zone not null
  bundle_partner.org_id uuid not null
  bundle_partner.id uuid not null
  bundle_partner.name text not null
  bundle_partner.recipient text
  bundle_partner.signing_key text
  bundle_partner.added_by uuid not null
  bundle_partner.added_at timestamp with time zone not null
  bundle_partner.changed_by uuid
  bundle_partner.changed_at timestamp with time zone
  bundle_partner.changed_how text
  calendar_feed.org_id uuid not null
  calendar_feed.account_id uuid not null
  calendar_feed.token_hash bytea not null
  calendar_feed.created_at timestamp with time zone not null
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
  file.sealed boolean not null
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
  legal_hold.org_id uuid not null
  legal_hold.id uuid not null
  legal_hold.batch uuid not null
  legal_hold.record_id uuid not null
  legal_hold.reason text
  legal_hold.placed_at timestamp with time zone not null
  legal_hold.placed_by uuid
  legal_hold.lifted_at timestamp with time zone
  legal_hold.lifted_by uuid
  legal_hold.lift_reason text
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
  link.belongs boolean not null
  mail.org_id uuid not null
  mail.id uuid not null
  mail.reference text not null
  mail.template text not null
  mail.language text not null
  mail.list text
  mail.subject text not null
  mail.body text not null
  mail.state text not null
  mail.attempts integer not null
  mail.created_at timestamp with time zone not null
  mail.created_by uuid not null
  mail.next_at timestamp with time zone not null
  mail.expires_at timestamp with time zone not null
  mail.taken_at timestamp with time zone
  mail.ended_at timestamp with time zone
  mail.answer text
  mail.mark bytea
  mail_address.org_id uuid not null
  mail_address.id uuid not null
  mail_address.address text not null
  mail_suppression.org_id uuid not null
  mail_suppression.mark bytea not null
  mail_suppression.list text not null
  mail_suppression.cause text not null
  mail_suppression.at timestamp with time zone not null
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
  observatory_country_year.org_id uuid not null
  observatory_country_year.file_id uuid not null
  observatory_country_year.country text not null
  observatory_country_year.polity text
  observatory_country_year.year integer not null
  observatory_country_year.outcome smallint not null
  observatory_country_year.predictors jsonb not null
  observatory_country_year.source_row integer not null
  observatory_estimate.org_id uuid not null
  observatory_estimate.run_id uuid not null
  observatory_estimate.polity text not null
  observatory_estimate.period integer not null
  observatory_estimate.estimate double precision not null
  observatory_estimate.low double precision
  observatory_estimate.high double precision
  observatory_estimate.n integer
  observatory_file.org_id uuid not null
  observatory_file.id uuid not null
  observatory_file.dataset text not null
  observatory_file.scope text not null
  observatory_file.name text not null
  observatory_file.size bigint not null
  observatory_file.sha256 text not null
  observatory_file.version text not null
  observatory_file.data_until text not null
  observatory_file.rows integer not null
  observatory_file.findings jsonb not null
  observatory_file.kept uuid
  observatory_file.imported_at timestamp with time zone not null
  observatory_file.imported_by uuid not null
  observatory_file.superseded_by uuid
  observatory_given_table.org_id uuid not null
  observatory_given_table.file_id uuid not null
  observatory_given_table.given_by uuid not null
  observatory_given_table.given_at timestamp with time zone not null
  observatory_profile.org_id uuid not null
  observatory_profile.name text not null
  observatory_profile.label text not null
  observatory_profile.reading jsonb not null
  observatory_profile.changed_at timestamp with time zone not null
  observatory_profile.changed_by uuid not null
  observatory_recommendation.org_id uuid not null
  observatory_recommendation.file_id uuid not null
  observatory_recommendation.key text not null
  observatory_recommendation.mechanism text not null
  observatory_recommendation.body text not null
  observatory_recommendation.polity text not null
  observatory_recommendation.cycle integer
  observatory_recommendation.session text not null
  observatory_recommendation.year integer
  observatory_recommendation.number text not null
  observatory_recommendation.text text not null
  observatory_recommendation.language text not null
  observatory_recommendation.senders text[] not null
  observatory_recommendation.response text
  observatory_recommendation.response_said text not null
  observatory_recommendation.action integer
  observatory_recommendation.issues text[] not null
  observatory_recommendation.groups text[] not null
  observatory_recommendation.goals text[] not null
  observatory_recommendation.symbol text not null
  observatory_recommendation.details jsonb not null
  observatory_recommendation.source_row integer not null
  observatory_repeat.org_id uuid not null
  observatory_repeat.file_id uuid not null
  observatory_repeat.key text not null
  observatory_repeat.first_key text not null
  observatory_roll_call.org_id uuid not null
  observatory_roll_call.id uuid not null
  observatory_roll_call.file_id uuid not null
  observatory_roll_call.key text not null
  observatory_roll_call.body text not null
  observatory_roll_call.held_on date not null
  observatory_roll_call.session text not null
  observatory_roll_call.symbol text not null
  observatory_roll_call.kind text not null
  observatory_roll_call.decided text not null
  observatory_roll_call.title text not null
  observatory_roll_call.agenda text not null
  observatory_roll_call.agenda_title text not null
  observatory_roll_call.topics text[] not null
  observatory_roll_call.details jsonb not null
  observatory_roll_call.ballots text
  observatory_roll_call.ballot_rows integer[]
  observatory_roll_call.yes integer
  observatory_roll_call.no integer
  observatory_roll_call.abstain integer
  observatory_roll_call.silent integer
  observatory_roll_call.said_yes integer
  observatory_roll_call.said_no integer
  observatory_roll_call.said_abstain integer
  observatory_roll_call.said_silent integer
  observatory_roll_call.said_total integer
  observatory_roll_call.source_row integer not null
  observatory_run.org_id uuid not null
  observatory_run.id uuid not null
  observatory_run.kind text not null
  observatory_run.files uuid[] not null
  observatory_run.choices jsonb not null
  observatory_run.report jsonb not null
  observatory_run.job uuid
  observatory_run.made_at timestamp with time zone not null
  observatory_run.made_by uuid not null
  observatory_run_item.org_id uuid not null
  observatory_run_item.run_id uuid not null
  observatory_run_item.roll_call_key text not null
  observatory_run_item.period integer not null
  observatory_run_item.discrimination double precision not null
  observatory_run_item.cut1 double precision not null
  observatory_run_item.cut2 double precision not null
  observatory_run_item.seen text not null
  observatory_sender.org_id uuid not null
  observatory_sender.file_id uuid not null
  observatory_sender.key text not null
  observatory_sender.sender text not null
  observatory_series.org_id uuid not null
  observatory_series.id uuid not null
  observatory_series.dataset text not null
  observatory_series.code text not null
  observatory_series.label jsonb not null
  observatory_series.author text not null
  observatory_series.description jsonb not null
  observatory_series.unit text not null
  observatory_series.scale text not null
  observatory_series.lowest double precision
  observatory_series.highest double precision
  observatory_series.better text not null
  observatory_series.classes jsonb not null
  observatory_series_file.org_id uuid not null
  observatory_series_file.file_id uuid not null
  observatory_series_file.series_id uuid not null
  observatory_series_file.source_column text not null
  observatory_series_file."values" integer not null
  observatory_series_file.states integer not null
  observatory_series_file.first_year integer not null
  observatory_series_file.last_year integer not null
  observatory_treaty_act.org_id uuid not null
  observatory_treaty_act.file_id uuid not null
  observatory_treaty_act.treaty text not null
  observatory_treaty_act.polity text not null
  observatory_treaty_act.act text not null
  observatory_treaty_act.done_on text not null
  observatory_treaty_act.article text not null
  observatory_treaty_act.text text not null
  observatory_treaty_act.source_row integer not null
  observatory_value.org_id uuid not null
  observatory_value.file_id uuid not null
  observatory_value.series_id uuid not null
  observatory_value.polity text not null
  observatory_value.year integer not null
  observatory_value.value double precision
  observatory_value.low double precision
  observatory_value.high double precision
  observatory_value.said text
  observatory_value.source_row integer not null
  org.id uuid not null
  org.slug text not null
  org.name jsonb not null
  org.languages text[] not null
  org.settings jsonb not null
  org.schema_version integer not null
  org.created_at timestamp with time zone not null
  page_count.org_id uuid not null
  page_count.day date not null
  page_count.page text not null
  page_count.readers integer not null
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
  person_key.org_id uuid not null
  person_key.account_id uuid not null
  person_key.recipient text not null
  person_key.locked_identity bytea not null
  person_key.created_at timestamp with time zone not null
  person_key.locked_at timestamp with time zone not null
  petition_delivery.org_id uuid not null
  petition_delivery.id uuid not null
  petition_delivery.petition_id uuid not null
  petition_delivery.addressee_id uuid
  petition_delivery.language text not null
  petition_delivery.counts jsonb not null
  petition_delivery.sha256 text not null
  petition_delivery.size integer not null
  petition_delivery.file_id uuid not null
  petition_delivery.made_by uuid not null
  petition_delivery.made_at timestamp with time zone not null
  press_link.org_id uuid not null
  press_link.id uuid not null
  press_link.text_id uuid not null
  press_link.journalist_id uuid not null
  press_link.language text not null
  press_link.token_hash bytea not null
  press_link.way text not null
  press_link.mail_id uuid
  press_link.created_by uuid not null
  press_link.created_at timestamp with time zone not null
  press_link.expires_at timestamp with time zone not null
  press_link.ended_at timestamp with time zone
  press_reading.org_id uuid not null
  press_reading.link_id uuid not null
  press_reading.at timestamp with time zone not null
  press_reading.embargoed boolean not null
  procedure_book.org_id uuid not null
  procedure_book.kind text not null
  procedure_book.key text not null
  procedure_book.version integer not null
  procedure_book.data jsonb
  procedure_book.reason text not null
  procedure_book.account_id uuid not null
  procedure_book.made_at timestamp with time zone not null
  public_kind.kind text not null
  public_kind.record_type text not null
  public_kind.keys text[] not null
  public_kind.free text[] not null
  public_mail_template.name text not null
  public_mail_template.language text not null
  public_mail_template.subject text not null
  public_mail_template.body text not null
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
  publication.approval_id uuid
  publication.last_day text
  publication.sources jsonb not null
  publication.named jsonb not null
  publication.choice text[] not null
  publication.not_before timestamp with time zone
  publication.not_after timestamp with time zone
  publication.timed boolean not null
  publication.first_at timestamp with time zone not null
  publication_change.org_id uuid not null
  publication_change.kind text not null
  publication_change.month text not null
  publication_change.added integer not null
  publication_change.changed integer not null
  publication_change.withdrawn integer not null
  publication_person.org_id uuid not null
  publication_person.publication_id uuid not null
  publication_person.person_id uuid not null
  publication_person.scope text not null
  publication_person.basis text not null
  publication_person.purpose text not null
  publication_person.channel text not null
  publication_source.org_id uuid not null
  publication_source.publication_id uuid not null
  publication_source.record_id uuid not null
  publication_version.org_id uuid not null
  publication_version.version bigint not null
  received_bundle.org_id uuid not null
  received_bundle.number uuid not null
  received_bundle.case_id uuid not null
  received_bundle.sender text not null
  received_bundle.signing_key text not null
  received_bundle.reference text not null
  received_bundle.purpose text not null
  received_bundle.until date not null
  received_bundle.made date not null
  received_bundle.sha256 text not null
  received_bundle.received_by uuid not null
  received_bundle.received_at timestamp with time zone not null
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
  record_activity.org_id uuid not null
  record_activity.record_id uuid not null
  record_activity.at timestamp with time zone not null
  record_activity.id uuid not null
  record_activity.what text not null
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
  record_number.org_id uuid not null
  record_number.series text not null
  record_number.last integer not null
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
  recovery_given.org_id uuid not null
  recovery_given.request_id uuid not null
  recovery_given.holder_id uuid not null
  recovery_given.given_by uuid not null
  recovery_given.given_at timestamp with time zone not null
  recovery_given.share bytea not null
  recovery_holder.org_id uuid not null
  recovery_holder.id uuid not null
  recovery_holder.account_id uuid
  recovery_holder.name text not null
  recovery_holder.wrapped bytea
  recovery_holder.mark bytea not null
  recovery_holder.made_at timestamp with time zone not null
  recovery_key.org_id uuid not null
  recovery_key.recipient text not null
  recovery_key.threshold integer not null
  recovery_key.made_at timestamp with time zone not null
  recovery_key.made_by uuid not null
  recovery_request.org_id uuid not null
  recovery_request.id uuid not null
  recovery_request.for_account uuid not null
  recovery_request.recipient text not null
  recovery_request.reason text not null
  recovery_request.asked_by uuid not null
  recovery_request.asked_at timestamp with time zone not null
  recovery_request.expires_at timestamp with time zone not null
  recovery_request.done_at timestamp with time zone
  retention_item.org_id uuid not null
  retention_item.run_id uuid not null
  retention_item.record_id uuid not null
  retention_item.type text not null
  retention_item.version integer not null
  retention_item.rule text not null
  retention_item.due date not null
  retention_item.action text not null
  retention_item.outcome text
  retention_run.org_id uuid not null
  retention_run.id uuid not null
  retention_run.state text not null
  retention_run.asked_by uuid not null
  retention_run.asked_at timestamp with time zone not null
  retention_run.confirmed_by uuid
  retention_run.confirmed_at timestamp with time zone
  retention_run.job_id uuid
  role_capability.role text not null
  role_capability.capability text not null
  sealed_key.org_id uuid not null
  sealed_key.key_id uuid not null
  sealed_key.record_id uuid not null
  sealed_key.account_id uuid
  sealed_key.wrapped bytea not null
  sealed_key.made_at timestamp with time zone not null
  section_count.org_id uuid not null
  section_count.section_id uuid not null
  section_count.asked jsonb not null
  section_count.shown jsonb not null
  section_count.counted_by uuid not null
  section_count.counted_at timestamp with time zone not null
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
  share.org_id uuid not null
  share.id uuid not null
  share.record_id uuid not null
  share.to_slug text not null
  share.to_org uuid
  share.type text not null
  share.fields jsonb not null
  share.classes text[] not null
  share.titled boolean not null
  share.visibility text not null
  share.purpose text not null
  share.until timestamp with time zone not null
  share.offered_by uuid not null
  share.offered_at timestamp with time zone not null
  share.answer text
  share.answered_at timestamp with time zone
  share.ended_at timestamp with time zone
  share.end_cause text
  shared_part.org_id uuid not null
  shared_part.id uuid not null
  shared_part.class text not null
  shared_part."values" jsonb not null
  shared_record.org_id uuid not null
  shared_record.id uuid not null
  shared_record.from_slug text not null
  shared_record.from_name jsonb not null
  shared_record.type text not null
  shared_record.fields jsonb not null
  shared_record.title text not null
  shared_record."values" jsonb not null
  shared_record.fictitious boolean not null
  shared_record.purpose text not null
  shared_record.until timestamp with time zone not null
  shared_record.accepted_at timestamp with time zone not null
  shared_record.updated_at timestamp with time zone not null
  sign_in_attempt.key bytea not null
  sign_in_attempt.at timestamp with time zone not null
  sign_in_link.org_id uuid not null
  sign_in_link.token_hash bytea not null
  sign_in_link.account_id uuid not null
  sign_in_link.created_at timestamp with time zone not null
  sign_in_link.expires_at timestamp with time zone not null
  sign_in_link.used_at timestamp with time zone
  sign_on_link.org_id uuid not null
  sign_on_link.token_hash bytea not null
  sign_on_link.petition_id uuid not null
  sign_on_link.sealed text not null
  sign_on_link.made_by uuid not null
  sign_on_link.made_at timestamp with time zone not null
  sign_on_link.ended_at timestamp with time zone
  signature.org_id uuid not null
  signature.id uuid not null
  signature.petition_id uuid not null
  signature.mark bytea not null
  signature.domain_mark bytea
  signature.signer text not null
  signature.state text not null
  signature.country text
  signature.of_state boolean not null
  signature.language text not null
  signature.way text not null
  signature.wording bytea not null
  signature.public_name text not null
  signature.shown text
  signature.deliver boolean not null
  signature.wants_news boolean not null
  signature.confirmed_at timestamp with time zone not null
  signature.ended_at timestamp with time zone
  signature.check_id uuid
  signature.anonymised_at timestamp with time zone
  signature_address.org_id uuid not null
  signature_address.signature_id uuid not null
  signature_address.sealed text not null
  signature_address.told_at timestamp with time zone
  signature_check.org_id uuid not null
  signature_check.id uuid not null
  signature_check.petition_id uuid not null
  signature_check.condition jsonb not null
  signature_check.state text not null
  signature_check.found integer
  signature_check.changed integer
  signature_check.made_by uuid not null
  signature_check.made_at timestamp with time zone not null
  signature_check.run_by uuid
  signature_check.run_at timestamp with time zone
  signature_check.undone_by uuid
  signature_check.undone_at timestamp with time zone
  signature_check_item.org_id uuid not null
  signature_check_item.check_id uuid not null
  signature_check_item.signature_id uuid not null
  signature_offer.org_id uuid not null
  signature_offer.token_hash bytea not null
  signature_offer.petition_id uuid not null
  signature_offer.publication_id uuid not null
  signature_offer.mark bytea not null
  signature_offer.domain_mark bytea
  signature_offer.content jsonb
  signature_offer.person text
  signature_offer.address text
  signature_offer.offered_at timestamp with time zone not null
  signature_offer.expires_at timestamp with time zone not null
  signature_offer.signature_id uuid
  signature_offer.withdrawn_at timestamp with time zone
  signature_pace.mark bytea not null
  signature_pace.span text not null
  signature_pace.until timestamp with time zone not null
  signature_pace.count integer not null
  signature_person.org_id uuid not null
  signature_person.signature_id uuid not null
  signature_person.sealed text not null
  site.org_id uuid not null
  site.arrangement jsonb not null
  site.holders text not null
  site.changed_at timestamp with time zone not null
  site.changed_by uuid not null
  submission_alert.org_id uuid not null
  submission_alert.id uuid not null
  submission_alert.submission_id uuid not null
  submission_alert.person_id uuid not null
  submission_alert.raised_at timestamp with time zone not null
  submission_alert.settled_at timestamp with time zone
  submission_alert.settled_by uuid
  submission_alert.words text
  submission_check.org_id uuid not null
  submission_check.snapshot_id uuid not null
  submission_check.kind text not null
  submission_check.checked_by uuid not null
  submission_check.checked_at timestamp with time zone not null
  submission_check.words text not null
  submission_copy.org_id uuid not null
  submission_copy.snapshot_id uuid not null
  submission_copy.audience text not null
  submission_copy.format text not null
  submission_copy."position" integer not null
  submission_copy.name text not null
  submission_copy.file_id uuid not null
  submission_copy.sha256 text not null
  submission_review.org_id uuid not null
  submission_review.submission_id uuid not null
  submission_review.verdict text not null
  submission_review.words text not null
  submission_review.reviewed_by uuid not null
  submission_review.reviewed_at timestamp with time zone not null
  submission_rule.mechanism text not null
  submission_rule.level text not null
  submission_rule.audience text not null
  submission_rule.purpose text not null
  submission_rule.channel text not null
  submission_rule.urgent boolean not null
  submission_rule.legal boolean not null
  submission_rule.security boolean not null
  submission_sending.org_id uuid not null
  submission_sending.submission_id uuid not null
  submission_sending.way text not null
  submission_sending.snapshot_id uuid
  submission_sending.digest bytea
  submission_sending.approval_id uuid
  submission_sending.urgent text
  submission_sending.sent_at timestamp with time zone not null
  submission_sending.zone text not null
  submission_sending.channel text not null
  submission_sending.receipt text not null
  submission_sending.receipt_file uuid
  submission_sending.people uuid[] not null
  submission_sending.sent_by uuid not null
  submission_sending.logged_at timestamp with time zone not null
  submission_snapshot.org_id uuid not null
  submission_snapshot.id uuid not null
  submission_snapshot.submission_id uuid not null
  submission_snapshot.version integer not null
  submission_snapshot.mechanism text not null
  submission_snapshot.language text not null
  submission_snapshot.fictitious boolean not null
  submission_snapshot.people uuid[] not null
  submission_snapshot.named_to_mechanism uuid[] not null
  submission_snapshot.named_to_state uuid[] not null
  submission_snapshot.named_in_public uuid[] not null
  submission_snapshot.classes text[] not null
  submission_snapshot.reason text not null
  submission_snapshot.made_by uuid not null
  submission_snapshot.made_at timestamp with time zone not null
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
  work_item.org_id uuid not null
  work_item.record_id uuid not null
  work_item.kind text not null
  work_item.owner_id uuid
  work_item.team_id uuid
  work_item.safe date
  work_item.legal date
  work_item.since date
  work_item.addressee text
  work_item.visibility text not null
  work_reminder.org_id uuid not null
  work_reminder.account_id uuid not null
  work_reminder.address text not null
  work_reminder.hour integer not null
  work_reminder.zone text not null
  work_reminder.told_on date
  work_view.org_id uuid not null
  work_view.id uuid not null
  work_view.account_id uuid not null
  work_view.team_id uuid
  work_view.name text not null
  work_view.query text not null
  work_view.created_at timestamp with time zone not null

-- constraints
  account: CHECK (((kind = 'operator'::text) = (role = 'operator'::text)))
  account: CHECK ((kind = ANY (ARRAY['person'::text, 'operator'::text])))
  account: CHECK ((login ~ '^[a-z0-9][a-z0-9._@+-]{1,79}$'::text))
  account: CHECK ((readable_classes <@ '{identity,health,location,legal,sealed}'::text[]))
  account: CHECK ((role = ANY (ARRAY['administrator'::text, 'case_officer'::text, 'researcher'::text, 'editor'::text, 'reader'::text, 'auditor'::text, 'operator'::text])))
  account: FOREIGN KEY (org_id) REFERENCES org(id)
  account: PRIMARY KEY (org_id, id)
  approval: CHECK ((((decision IS NULL) = (decided_by IS NULL)) AND ((decision IS NULL) = (decided_at IS NULL))))
  approval: CHECK (((used_at IS NULL) OR (decision = 'approved'::text)))
  approval: CHECK (((withdrawn_at IS NULL) OR (used_at IS NULL)))
  approval: CHECK ((cardinality(record_ids) = cardinality(versions)))
  approval: CHECK ((decided_by <> asked_by))
  approval: CHECK ((decision = ANY (ARRAY['approved'::text, 'refused'::text])))
  approval: CHECK ((length(digest) = 32))
  approval: CHECK ((length(reason) <= 2000))
  approval: CHECK ((length(words) <= 2000))
  approval: FOREIGN KEY (kind) REFERENCES approval_kind(kind)
  approval: FOREIGN KEY (org_id) REFERENCES org(id)
  approval: FOREIGN KEY (org_id, asked_by) REFERENCES account(org_id, id)
  approval: FOREIGN KEY (org_id, decided_by) REFERENCES account(org_id, id)
  approval: PRIMARY KEY (org_id, id)
  approval_kind: PRIMARY KEY (kind)
  attachment: CHECK (((class <> 'sealed'::text) OR (caption IS NULL)))
  attachment: FOREIGN KEY (org_id, file_id) REFERENCES file(org_id, id)
  attachment: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  attachment: PRIMARY KEY (org_id, id)
  authenticator: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  authenticator: PRIMARY KEY (org_id, account_id)
  bundle: CHECK ((cardinality(persons) > 0))
  bundle: CHECK ((length(digest) = 32))
  bundle: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  bundle: FOREIGN KEY (org_id) REFERENCES org(id)
  bundle: FOREIGN KEY (org_id, case_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  bundle: FOREIGN KEY (org_id, made_by) REFERENCES account(org_id, id)
  bundle: PRIMARY KEY (org_id, id)
  bundle_key: FOREIGN KEY (org_id) REFERENCES org(id)
  bundle_key: FOREIGN KEY (org_id, made_by) REFERENCES account(org_id, id)
  bundle_key: PRIMARY KEY (org_id, id)
  bundle_partner: CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 200)))
  bundle_partner: CHECK (((recipient IS NOT NULL) OR (signing_key IS NOT NULL)))
  bundle_partner: CHECK ((recipient ~ '^age1[0-9a-z]{20,120}$'::text))
  bundle_partner: FOREIGN KEY (org_id) REFERENCES org(id)
  bundle_partner: FOREIGN KEY (org_id, added_by) REFERENCES account(org_id, id)
  bundle_partner: FOREIGN KEY (org_id, changed_by) REFERENCES account(org_id, id)
  bundle_partner: PRIMARY KEY (org_id, id)
  calendar_feed: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  calendar_feed: PRIMARY KEY (org_id, account_id)
  calendar_feed: UNIQUE (token_hash)
  citation: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  citation: FOREIGN KEY (org_id, source_id) REFERENCES record(org_id, id)
  citation: PRIMARY KEY (org_id, id)
  file: CHECK (((NOT sealed) OR (data_key IS NULL) OR ((size > 0) AND ((size & (size - 1)) = 0))))
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
  legal_hold: CHECK (((length(TRIM(BOTH FROM lift_reason)) >= 3) AND (length(TRIM(BOTH FROM lift_reason)) <= 2000)))
  legal_hold: CHECK (((length(TRIM(BOTH FROM reason)) >= 3) AND (length(TRIM(BOTH FROM reason)) <= 2000)))
  legal_hold: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  legal_hold: PRIMARY KEY (org_id, id)
  link: FOREIGN KEY (org_id, from_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  link: FOREIGN KEY (org_id, to_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  link: PRIMARY KEY (org_id, id)
  mail: CHECK ((reference ~ '^[0-9a-f]{32}$'::text))
  mail: CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'bounced'::text, 'suppressed'::text, 'expired'::text])))
  mail: FOREIGN KEY (org_id) REFERENCES org(id)
  mail: FOREIGN KEY (org_id, created_by) REFERENCES account(org_id, id)
  mail: PRIMARY KEY (org_id, id)
  mail: UNIQUE (reference)
  mail_address: CHECK ((address !~ '[[:cntrl:][:space:]]'::text))
  mail_address: FOREIGN KEY (org_id, id) REFERENCES mail(org_id, id) ON DELETE CASCADE
  mail_address: PRIMARY KEY (org_id, id)
  mail_suppression: CHECK ((cause = ANY (ARRAY['bounce'::text, 'complaint'::text, 'unsubscribe'::text])))
  mail_suppression: FOREIGN KEY (org_id) REFERENCES org(id)
  mail_suppression: PRIMARY KEY (org_id, mark, list)
  merge: FOREIGN KEY (org_id, kept_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  merge: FOREIGN KEY (org_id, lost_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  merge: PRIMARY KEY (org_id, id)
  migration: PRIMARY KEY (name)
  observatory_country_year: CHECK (((length(country) >= 1) AND (length(country) <= 200)))
  observatory_country_year: CHECK ((outcome = ANY (ARRAY[0, 1])))
  observatory_country_year: FOREIGN KEY (org_id, file_id) REFERENCES observatory_file(org_id, id) ON DELETE CASCADE
  observatory_country_year: PRIMARY KEY (org_id, file_id, country, year)
  observatory_estimate: FOREIGN KEY (org_id, run_id) REFERENCES observatory_run(org_id, id) ON DELETE CASCADE
  observatory_estimate: PRIMARY KEY (org_id, run_id, polity, period)
  observatory_file: CHECK (((length(dataset) >= 1) AND (length(dataset) <= 100)))
  observatory_file: CHECK ((length(name) <= 500))
  observatory_file: CHECK ((length(scope) <= 200))
  observatory_file: CHECK ((length(version) <= 200))
  observatory_file: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  observatory_file: FOREIGN KEY (org_id) REFERENCES org(id)
  observatory_file: FOREIGN KEY (org_id, imported_by) REFERENCES account(org_id, id)
  observatory_file: FOREIGN KEY (org_id, kept) REFERENCES file(org_id, id)
  observatory_file: FOREIGN KEY (org_id, superseded_by) REFERENCES observatory_file(org_id, id)
  observatory_file: PRIMARY KEY (org_id, id)
  observatory_given_table: FOREIGN KEY (org_id) REFERENCES org(id)
  observatory_given_table: FOREIGN KEY (org_id, file_id) REFERENCES file(org_id, id)
  observatory_given_table: FOREIGN KEY (org_id, given_by) REFERENCES account(org_id, id)
  observatory_given_table: PRIMARY KEY (org_id, file_id)
  observatory_profile: CHECK (((length(label) >= 1) AND (length(label) <= 200)))
  observatory_profile: CHECK (((name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(name) <= 80)))
  observatory_profile: FOREIGN KEY (org_id) REFERENCES org(id)
  observatory_profile: FOREIGN KEY (org_id, changed_by) REFERENCES account(org_id, id)
  observatory_profile: PRIMARY KEY (org_id, name)
  observatory_recommendation: CHECK (((action >= 1) AND (action <= 5)))
  observatory_recommendation: CHECK (((length(key) >= 8) AND (length(key) <= 100)))
  observatory_recommendation: CHECK ((mechanism = ANY (ARRAY['upr'::text, 'treaty_body'::text, 'special_procedure'::text, 'other'::text])))
  observatory_recommendation: CHECK ((response = ANY (ARRAY['supported'::text, 'noted'::text, 'not_supported'::text, 'pending'::text])))
  observatory_recommendation: FOREIGN KEY (org_id, file_id) REFERENCES observatory_file(org_id, id) ON DELETE CASCADE
  observatory_recommendation: PRIMARY KEY (org_id, file_id, key)
  observatory_repeat: FOREIGN KEY (org_id, file_id) REFERENCES observatory_file(org_id, id) ON DELETE CASCADE
  observatory_repeat: PRIMARY KEY (org_id, file_id, key)
  observatory_roll_call: CHECK (((ballots IS NULL) = (ballot_rows IS NULL)))
  observatory_roll_call: CHECK (((ballots IS NULL) OR (ballots ~ '^[YNAX.]+$'::text)))
  observatory_roll_call: CHECK (((length(key) >= 1) AND (length(key) <= 200)))
  observatory_roll_call: CHECK ((body ~ '^[a-z]+(-[a-z]+)*$'::text))
  observatory_roll_call: CHECK ((decided = ANY (ARRAY['recorded'::text, 'without_vote'::text, 'not_recorded'::text, 'withdrawn'::text, 'vetoed'::text])))
  observatory_roll_call: CHECK ((kind = ANY (ARRAY['resolution'::text, 'decision'::text, 'amendment'::text, 'paragraph'::text, 'draft'::text, 'election'::text, 'other'::text])))
  observatory_roll_call: FOREIGN KEY (org_id, file_id) REFERENCES observatory_file(org_id, id) ON DELETE CASCADE
  observatory_roll_call: PRIMARY KEY (org_id, id)
  observatory_run: CHECK ((kind = ANY (ARRAY['ideal-points'::text, 'early-warning'::text])))
  observatory_run: FOREIGN KEY (org_id) REFERENCES org(id)
  observatory_run: FOREIGN KEY (org_id, made_by) REFERENCES account(org_id, id)
  observatory_run: PRIMARY KEY (org_id, id)
  observatory_run_item: CHECK ((seen = ANY (ARRAY['YAN'::text, 'YA'::text, 'YN'::text, 'AN'::text])))
  observatory_run_item: FOREIGN KEY (org_id, run_id) REFERENCES observatory_run(org_id, id) ON DELETE CASCADE
  observatory_run_item: PRIMARY KEY (org_id, run_id, roll_call_key)
  observatory_sender: FOREIGN KEY (org_id, file_id) REFERENCES observatory_file(org_id, id) ON DELETE CASCADE
  observatory_sender: PRIMARY KEY (org_id, file_id, key, sender)
  observatory_series: CHECK (((length(code) >= 1) AND (length(code) <= 100)))
  observatory_series: CHECK ((better = ANY (ARRAY[''::text, 'higher'::text, 'lower'::text])))
  observatory_series: CHECK ((scale = ANY (ARRAY['number'::text, 'order'::text, 'class'::text])))
  observatory_series: FOREIGN KEY (org_id) REFERENCES org(id)
  observatory_series: PRIMARY KEY (org_id, id)
  observatory_series_file: FOREIGN KEY (org_id, file_id) REFERENCES observatory_file(org_id, id) ON DELETE CASCADE
  observatory_series_file: FOREIGN KEY (org_id, series_id) REFERENCES observatory_series(org_id, id) ON DELETE CASCADE
  observatory_series_file: PRIMARY KEY (org_id, file_id, series_id)
  observatory_treaty_act: CHECK ((act = ANY (ARRAY['signature'::text, 'ratification'::text, 'accession'::text, 'succession'::text, 'acceptance'::text, 'confirmation'::text, 'withdrawal'::text, 'declaration'::text, 'reservation'::text, 'objection'::text])))
  observatory_treaty_act: CHECK ((done_on ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'::text))
  observatory_treaty_act: FOREIGN KEY (org_id, file_id) REFERENCES observatory_file(org_id, id) ON DELETE CASCADE
  observatory_value: FOREIGN KEY (org_id, file_id) REFERENCES observatory_file(org_id, id) ON DELETE CASCADE
  observatory_value: FOREIGN KEY (org_id, series_id) REFERENCES observatory_series(org_id, id) ON DELETE CASCADE
  observatory_value: PRIMARY KEY (org_id, file_id, series_id, polity, year)
  org: CHECK ((slug ~ '^[a-z][a-z0-9-]{1,40}$'::text))
  org: PRIMARY KEY (id)
  org: UNIQUE (slug)
  page_count: CHECK ((length(page) <= 200))
  page_count: FOREIGN KEY (org_id) REFERENCES org(id)
  page_count: PRIMARY KEY (org_id, day, page)
  passkey: CHECK (((length(label) >= 1) AND (length(label) <= 100)))
  passkey: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  passkey: PRIMARY KEY (org_id, id)
  passkey: UNIQUE (id)
  passkey_challenge: PRIMARY KEY (hash)
  passphrase: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  passphrase: PRIMARY KEY (org_id, account_id)
  person_key: CHECK ((recipient ~ '^age1[0-9a-z]{58}$'::text))
  person_key: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  person_key: PRIMARY KEY (org_id, account_id)
  petition_delivery: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  petition_delivery: FOREIGN KEY (org_id, addressee_id) REFERENCES record(org_id, id) ON DELETE SET NULL (addressee_id)
  petition_delivery: FOREIGN KEY (org_id, file_id) REFERENCES file(org_id, id)
  petition_delivery: FOREIGN KEY (org_id, made_by) REFERENCES account(org_id, id)
  petition_delivery: FOREIGN KEY (org_id, petition_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  petition_delivery: PRIMARY KEY (org_id, id)
  press_link: CHECK ((expires_at > created_at))
  press_link: CHECK ((length(token_hash) = 32))
  press_link: CHECK ((way = ANY (ARRAY['mail'::text, 'hand'::text])))
  press_link: FOREIGN KEY (org_id) REFERENCES org(id)
  press_link: FOREIGN KEY (org_id, created_by) REFERENCES account(org_id, id)
  press_link: FOREIGN KEY (org_id, journalist_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  press_link: FOREIGN KEY (org_id, mail_id) REFERENCES mail(org_id, id) ON DELETE SET NULL (mail_id)
  press_link: FOREIGN KEY (org_id, text_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  press_link: PRIMARY KEY (org_id, id)
  press_link: UNIQUE (token_hash)
  press_reading: FOREIGN KEY (org_id, link_id) REFERENCES press_link(org_id, id) ON DELETE CASCADE
  procedure_book: CHECK (((length(key) >= 1) AND (length(key) <= 200)))
  procedure_book: CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
  procedure_book: CHECK ((kind = ANY (ARRAY['procedure'::text, 'check'::text, 'day'::text, 'calendar'::text, 'margin'::text, 'fact'::text, 'verify'::text, 'state'::text])))
  procedure_book: CHECK ((version > 0))
  procedure_book: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  procedure_book: PRIMARY KEY (org_id, kind, key, version)
  public_kind: CHECK ((kind ~ '^[a-z][a-z0-9_]{1,30}$'::text))
  public_kind: PRIMARY KEY (kind)
  public_mail_template: CHECK ((POSITION(('{token}'::text) IN (body)) > 0))
  public_mail_template: PRIMARY KEY (name, language)
  publication: CHECK ((not_before < not_after))
  publication: FOREIGN KEY (kind) REFERENCES public_kind(kind)
  publication: FOREIGN KEY (org_id) REFERENCES org(id)
  publication: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  publication: PRIMARY KEY (org_id, id)
  publication_change: CHECK ((month ~ '^[0-9]{4}-[0-9]{2}$'::text))
  publication_change: FOREIGN KEY (kind) REFERENCES public_kind(kind)
  publication_change: FOREIGN KEY (org_id) REFERENCES org(id)
  publication_change: PRIMARY KEY (org_id, kind, month)
  publication_person: CHECK ((basis = ANY (ARRAY['consent'::text, 'public_at_source'::text])))
  publication_person: CHECK ((scope = ANY (ARRAY['name_public'::text, 'photo'::text])))
  publication_person: FOREIGN KEY (org_id, publication_id) REFERENCES publication(org_id, id) ON DELETE CASCADE
  publication_person: PRIMARY KEY (org_id, person_id, publication_id, scope, purpose, channel)
  publication_source: FOREIGN KEY (org_id, publication_id) REFERENCES publication(org_id, id) ON DELETE CASCADE
  publication_source: PRIMARY KEY (org_id, record_id, publication_id)
  publication_version: FOREIGN KEY (org_id) REFERENCES org(id)
  publication_version: PRIMARY KEY (org_id)
  received_bundle: FOREIGN KEY (org_id) REFERENCES org(id)
  received_bundle: FOREIGN KEY (org_id, case_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  received_bundle: FOREIGN KEY (org_id, received_by) REFERENCES account(org_id, id)
  received_bundle: PRIMARY KEY (org_id, number)
  record: CHECK ((visibility = ANY (ARRAY['public'::text, 'internal'::text, 'restricted'::text])))
  record: PRIMARY KEY (org_id, id)
  record_activity: CHECK ((what = ANY (ARRAY['link'::text, 'file'::text, 'citation'::text, 'reading'::text, 'kept'::text])))
  record_activity: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  record_activity: PRIMARY KEY (org_id, record_id, at, id)
  record_grant: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  record_grant: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  record_grant: PRIMARY KEY (org_id, record_id, account_id)
  record_key: PRIMARY KEY (org_id, record_id, field, key) INCLUDE (class, visibility)
  record_number: CHECK ((series ~ '^[A-Z]{1,6}-[0-9]{4}$'::text))
  record_number: FOREIGN KEY (org_id) REFERENCES org(id)
  record_number: PRIMARY KEY (org_id, series)
  record_part: CHECK ((class = ANY (ARRAY['identity'::text, 'health'::text, 'location'::text, 'legal'::text, 'sealed'::text])))
  record_part: PRIMARY KEY (org_id, record_id, class)
  record_search: CHECK ((class <> 'sealed'::text))
  record_search: PRIMARY KEY (org_id, record_id, class, part)
  record_team_grant: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  record_team_grant: FOREIGN KEY (org_id, team_id) REFERENCES team(org_id, id) ON DELETE CASCADE
  record_team_grant: PRIMARY KEY (org_id, record_id, team_id)
  record_type: FOREIGN KEY (org_id) REFERENCES org(id)
  record_type: PRIMARY KEY (org_id, name)
  record_version: CHECK ((operation = ANY (ARRAY['create'::text, 'update'::text, 'delete'::text, 'restore'::text, 'revert'::text, 'merge'::text, 'unmerge'::text])))
  record_version: PRIMARY KEY (org_id, record_id, version, class)
  recovery_code: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  recovery_code: PRIMARY KEY (org_id, account_id, code_hash)
  recovery_given: FOREIGN KEY (org_id, given_by) REFERENCES account(org_id, id)
  recovery_given: FOREIGN KEY (org_id, holder_id) REFERENCES recovery_holder(org_id, id) ON DELETE CASCADE
  recovery_given: FOREIGN KEY (org_id, request_id) REFERENCES recovery_request(org_id, id) ON DELETE CASCADE
  recovery_given: PRIMARY KEY (org_id, request_id, holder_id)
  recovery_holder: CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  recovery_holder: FOREIGN KEY (org_id) REFERENCES recovery_key(org_id) ON DELETE CASCADE
  recovery_holder: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  recovery_holder: PRIMARY KEY (org_id, id)
  recovery_key: CHECK (((threshold >= 1) AND (threshold <= 20)))
  recovery_key: CHECK ((recipient ~ '^age1[0-9a-z]{58}$'::text))
  recovery_key: FOREIGN KEY (org_id) REFERENCES org(id)
  recovery_key: FOREIGN KEY (org_id, made_by) REFERENCES account(org_id, id)
  recovery_key: PRIMARY KEY (org_id)
  recovery_request: CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
  recovery_request: CHECK ((asked_by <> for_account))
  recovery_request: FOREIGN KEY (org_id, asked_by) REFERENCES account(org_id, id)
  recovery_request: FOREIGN KEY (org_id, for_account) REFERENCES account(org_id, id)
  recovery_request: PRIMARY KEY (org_id, id)
  retention_item: CHECK ((action = ANY (ARRAY['trash'::text, 'purge'::text])))
  retention_item: CHECK ((outcome = ANY (ARRAY['trashed'::text, 'purged'::text, 'active'::text, 'held'::text, 'cited'::text, 'gone'::text, 'restored'::text])))
  retention_item: FOREIGN KEY (org_id, run_id) REFERENCES retention_run(org_id, id) ON DELETE CASCADE
  retention_item: PRIMARY KEY (org_id, run_id, record_id)
  retention_run: CHECK ((state = ANY (ARRAY['asked'::text, 'confirmed'::text, 'done'::text, 'cancelled'::text])))
  retention_run: FOREIGN KEY (org_id) REFERENCES org(id)
  retention_run: PRIMARY KEY (org_id, id)
  role_capability: CHECK ((capability ~ '^[a-z_]{2,30}$'::text))
  role_capability: PRIMARY KEY (role, capability)
  sealed_key: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  sealed_key: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  section_count: FOREIGN KEY (org_id) REFERENCES org(id)
  section_count: FOREIGN KEY (org_id, counted_by) REFERENCES account(org_id, id)
  section_count: FOREIGN KEY (org_id, section_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  section_count: PRIMARY KEY (org_id, section_id)
  session: CHECK ((method = ANY (ARRAY['link'::text, 'passphrase'::text, 'passkey'::text])))
  session: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  session: PRIMARY KEY (token_hash)
  share: CHECK (((answer IS DISTINCT FROM 'accepted'::text) OR (to_org IS NOT NULL)))
  share: CHECK (((answer IS NULL) = (answered_at IS NULL)))
  share: CHECK (((ended_at IS NULL) = (end_cause IS NULL)))
  share: CHECK (((jsonb_typeof(fields) = 'array'::text) AND (NOT jsonb_path_exists(fields, '$[*]?(@."class" == "sealed" || @."type" == "reference")'::jsonpath))))
  share: CHECK (((length(btrim(purpose)) >= 1) AND (length(btrim(purpose)) <= 2000)))
  share: CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text])))
  share: CHECK ((classes <@ '{open,identity,health,location,legal}'::text[]))
  share: CHECK ((end_cause = ANY (ARRAY['until'::text, 'revoked'::text, 'returned'::text, 'trashed'::text, 'merged'::text, 'restricted'::text, 'quiet'::text, 'consent'::text, 'purged'::text, 'restored'::text])))
  share: CHECK ((to_slug ~ '^[a-z][a-z0-9-]{1,40}$'::text))
  share: FOREIGN KEY (org_id) REFERENCES org(id)
  share: FOREIGN KEY (org_id, offered_by) REFERENCES account(org_id, id)
  share: FOREIGN KEY (to_org) REFERENCES org(id)
  share: PRIMARY KEY (org_id, id)
  shared_part: CHECK ((class = ANY (ARRAY['identity'::text, 'health'::text, 'location'::text, 'legal'::text])))
  shared_part: FOREIGN KEY (org_id, id) REFERENCES shared_record(org_id, id) ON DELETE CASCADE
  shared_part: PRIMARY KEY (org_id, id, class)
  shared_record: FOREIGN KEY (org_id) REFERENCES org(id)
  shared_record: PRIMARY KEY (org_id, id)
  sign_in_link: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  sign_in_link: PRIMARY KEY (token_hash)
  sign_on_link: CHECK ((length(token_hash) = 32))
  sign_on_link: FOREIGN KEY (org_id, made_by) REFERENCES account(org_id, id)
  sign_on_link: FOREIGN KEY (org_id, petition_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  sign_on_link: PRIMARY KEY (token_hash)
  signature: CHECK (((NOT of_state) OR ((public_name = 'none'::text) AND (NOT deliver))))
  signature: CHECK (((shown IS NULL) = ((public_name = 'none'::text) OR (state = 'withdrawn'::text) OR (anonymised_at IS NOT NULL))))
  signature: CHECK ((country ~ '^[A-Z]{2}$'::text))
  signature: CHECK ((language ~ '^[a-z]{2}$'::text))
  signature: CHECK ((length(domain_mark) = 32))
  signature: CHECK ((length(mark) = 32))
  signature: CHECK ((length(shown) <= 400))
  signature: CHECK ((length(wording) = 32))
  signature: CHECK ((public_name = ANY (ARRAY['none'::text, 'initials'::text, 'full'::text, 'who'::text])))
  signature: CHECK ((signer = ANY (ARRAY['person'::text, 'organisation'::text])))
  signature: CHECK ((state = ANY (ARRAY['confirmed'::text, 'invalidated'::text, 'withdrawn'::text])))
  signature: CHECK ((way = ANY (ARRAY['site'::text, 'embed'::text, 'link'::text])))
  signature: FOREIGN KEY (org_id, petition_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  signature: PRIMARY KEY (org_id, id)
  signature_address: CHECK ((length(sealed) <= 2000))
  signature_address: FOREIGN KEY (org_id, signature_id) REFERENCES signature(org_id, id) ON DELETE CASCADE
  signature_address: PRIMARY KEY (org_id, signature_id)
  signature_check: CHECK ((state = ANY (ARRAY['looking'::text, 'found'::text, 'running'::text, 'done'::text, 'undoing'::text, 'undone'::text, 'left'::text])))
  signature_check: FOREIGN KEY (org_id, made_by) REFERENCES account(org_id, id)
  signature_check: FOREIGN KEY (org_id, petition_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  signature_check: PRIMARY KEY (org_id, id)
  signature_check_item: FOREIGN KEY (org_id, check_id) REFERENCES signature_check(org_id, id) ON DELETE CASCADE
  signature_check_item: FOREIGN KEY (org_id, signature_id) REFERENCES signature(org_id, id) ON DELETE CASCADE
  signature_check_item: PRIMARY KEY (org_id, check_id, signature_id)
  signature_offer: CHECK ((length(mark) = 32))
  signature_offer: CHECK ((length(token_hash) = 32))
  signature_offer: FOREIGN KEY (org_id, petition_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  signature_offer: FOREIGN KEY (org_id, signature_id) REFERENCES signature(org_id, id) ON DELETE CASCADE
  signature_offer: PRIMARY KEY (token_hash)
  signature_pace: PRIMARY KEY (mark, span)
  signature_person: CHECK ((length(sealed) <= 8000))
  signature_person: FOREIGN KEY (org_id, signature_id) REFERENCES signature(org_id, id) ON DELETE CASCADE
  signature_person: PRIMARY KEY (org_id, signature_id)
  site: CHECK ((jsonb_typeof(arrangement) = 'object'::text))
  site: CHECK ((length(holders) <= 5000))
  site: FOREIGN KEY (org_id) REFERENCES org(id)
  site: PRIMARY KEY (org_id)
  submission_alert: CHECK ((((settled_at IS NULL) = (words IS NULL)) AND ((settled_at IS NULL) = (settled_by IS NULL))))
  submission_alert: CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 4000)))
  submission_alert: FOREIGN KEY (org_id, person_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  submission_alert: FOREIGN KEY (org_id, settled_by) REFERENCES account(org_id, id)
  submission_alert: FOREIGN KEY (org_id, submission_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  submission_alert: PRIMARY KEY (org_id, id)
  submission_check: CHECK ((kind = ANY (ARRAY['legal'::text, 'security'::text])))
  submission_check: CHECK ((length(words) <= 4000))
  submission_check: FOREIGN KEY (org_id, checked_by) REFERENCES account(org_id, id)
  submission_check: FOREIGN KEY (org_id, snapshot_id) REFERENCES submission_snapshot(org_id, id) ON DELETE CASCADE
  submission_check: PRIMARY KEY (org_id, snapshot_id, kind)
  submission_copy: CHECK ((audience = ANY (ARRAY['mechanism'::text, 'state'::text, 'public'::text])))
  submission_copy: CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text, 'json'::text, 'txt'::text, 'annex'::text])))
  submission_copy: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  submission_copy: FOREIGN KEY (org_id, file_id) REFERENCES file(org_id, id)
  submission_copy: FOREIGN KEY (org_id, snapshot_id) REFERENCES submission_snapshot(org_id, id) ON DELETE CASCADE
  submission_copy: PRIMARY KEY (org_id, snapshot_id, audience, format, "position")
  submission_review: CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 4000)))
  submission_review: CHECK ((verdict = ANY (ARRAY['stands'::text, 'mend'::text])))
  submission_review: FOREIGN KEY (org_id, reviewed_by) REFERENCES account(org_id, id)
  submission_review: FOREIGN KEY (org_id, submission_id) REFERENCES submission_sending(org_id, submission_id) ON DELETE CASCADE
  submission_review: PRIMARY KEY (org_id, submission_id)
  submission_rule: CHECK ((audience = ANY (ARRAY['state'::text, 'public'::text, 'none'::text])))
  submission_rule: CHECK ((level = ANY (ARRAY['required'::text, 'required-or-justify'::text, 'required-if-named'::text, 'recommended'::text, 'not-required'::text, 'not-applicable'::text])))
  submission_rule: PRIMARY KEY (mechanism)
  submission_sending: CHECK (((length(btrim(channel)) >= 1) AND (length(btrim(channel)) <= 200)))
  submission_sending: CHECK (((length(btrim(urgent)) >= 1) AND (length(btrim(urgent)) <= 4000)))
  submission_sending: CHECK (((length(zone) >= 1) AND (length(zone) <= 60)))
  submission_sending: CHECK (((snapshot_id IS NOT NULL) OR ((urgent IS NULL) AND (approval_id IS NULL))))
  submission_sending: CHECK (((snapshot_id IS NULL) = (digest IS NULL)))
  submission_sending: CHECK (((way <> 'earlier'::text) OR (snapshot_id IS NULL)))
  submission_sending: CHECK (((way <> 'sent'::text) OR (snapshot_id IS NOT NULL)))
  submission_sending: CHECK ((length(digest) = 32))
  submission_sending: CHECK ((length(receipt) <= 500))
  submission_sending: CHECK ((way = ANY (ARRAY['sent'::text, 'exercise'::text, 'earlier'::text])))
  submission_sending: FOREIGN KEY (org_id) REFERENCES org(id)
  submission_sending: FOREIGN KEY (org_id, receipt_file) REFERENCES file(org_id, id)
  submission_sending: FOREIGN KEY (org_id, sent_by) REFERENCES account(org_id, id)
  submission_sending: FOREIGN KEY (org_id, snapshot_id) REFERENCES submission_snapshot(org_id, id)
  submission_sending: FOREIGN KEY (org_id, submission_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  submission_sending: PRIMARY KEY (org_id, submission_id)
  submission_snapshot: CHECK ((length(reason) <= 4000))
  submission_snapshot: FOREIGN KEY (mechanism) REFERENCES submission_rule(mechanism)
  submission_snapshot: FOREIGN KEY (org_id) REFERENCES org(id)
  submission_snapshot: FOREIGN KEY (org_id, made_by) REFERENCES account(org_id, id)
  submission_snapshot: FOREIGN KEY (org_id, submission_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  submission_snapshot: PRIMARY KEY (org_id, id)
  team: CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  team: FOREIGN KEY (org_id) REFERENCES org(id)
  team: PRIMARY KEY (org_id, id)
  team_member: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  team_member: FOREIGN KEY (org_id, team_id) REFERENCES team(org_id, id) ON DELETE CASCADE
  team_member: PRIMARY KEY (org_id, team_id, account_id)
  term: FOREIGN KEY (org_id) REFERENCES org(id)
  term: PRIMARY KEY (org_id, vocabulary, code)
  tombstone: CHECK ((kind ~ '^[a-z_]{2,20}$'::text))
  tombstone: FOREIGN KEY (org_id) REFERENCES org(id)
  tombstone: PRIMARY KEY (org_id, id)
  vocabulary: FOREIGN KEY (org_id) REFERENCES org(id)
  vocabulary: PRIMARY KEY (org_id, name)
  work_item: CHECK ((kind = ANY (ARRAY['task'::text, 'answer'::text, 'sign'::text, 'review'::text, 'danger'::text])))
  work_item: FOREIGN KEY (org_id, record_id) REFERENCES record(org_id, id) ON DELETE CASCADE
  work_item: PRIMARY KEY (org_id, record_id)
  work_reminder: CHECK (((hour >= 0) AND (hour <= 23)))
  work_reminder: CHECK (((length(zone) >= 1) AND (length(zone) <= 60)))
  work_reminder: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  work_reminder: PRIMARY KEY (org_id, account_id)
  work_view: CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  work_view: CHECK ((length(query) <= 500))
  work_view: FOREIGN KEY (org_id, account_id) REFERENCES account(org_id, id)
  work_view: FOREIGN KEY (org_id, team_id) REFERENCES team(org_id, id) ON DELETE CASCADE
  work_view: PRIMARY KEY (org_id, id)

-- indexes
  CREATE INDEX approval_asked ON public.approval USING btree (org_id, asked_by, asked_at)
  CREATE INDEX approval_digest ON public.approval USING btree (org_id, kind, subject)
  CREATE INDEX approval_waiting ON public.approval USING btree (org_id, asked_at) WHERE ((decision IS NULL) AND (withdrawn_at IS NULL))
  CREATE INDEX attachment_file ON public.attachment USING btree (org_id, file_id)
  CREATE INDEX attachment_record ON public.attachment USING btree (org_id, record_id)
  CREATE INDEX bundle_case ON public.bundle USING btree (org_id, case_id)
  CREATE INDEX bundle_persons ON public.bundle USING gin (persons)
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
  CREATE INDEX legal_hold_batch ON public.legal_hold USING btree (org_id, batch)
  CREATE INDEX legal_hold_open ON public.legal_hold USING btree (org_id, record_id) WHERE (lifted_at IS NULL)
  CREATE INDEX link_belongings ON public.link USING btree (org_id, to_id) WHERE (belongs AND (until IS NULL))
  CREATE INDEX link_from ON public.link USING btree (org_id, from_id, field)
  CREATE INDEX link_owner ON public.link USING btree (org_id, from_id) WHERE (belongs AND (until IS NULL))
  CREATE INDEX link_to ON public.link USING btree (org_id, to_id, field) WHERE (until IS NULL)
  CREATE INDEX mail_due ON public.mail USING btree (next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]))
  CREATE INDEX mail_recent ON public.mail USING btree (org_id, created_at DESC)
  CREATE INDEX mail_taken ON public.mail USING btree (taken_at) WHERE (taken_at IS NOT NULL)
  CREATE INDEX observatory_country_year_polity ON public.observatory_country_year USING btree (org_id, file_id, polity, year)
  CREATE INDEX observatory_recommendation_key ON public.observatory_recommendation USING btree (org_id, key)
  CREATE INDEX observatory_recommendation_polity ON public.observatory_recommendation USING btree (org_id, polity, file_id)
  CREATE INDEX observatory_roll_call_body ON public.observatory_roll_call USING btree (org_id, file_id, body) INCLUDE (held_on, yes)
  CREATE INDEX observatory_roll_call_day ON public.observatory_roll_call USING btree (org_id, file_id, held_on, id)
  CREATE INDEX observatory_roll_call_item ON public.observatory_roll_call USING btree (org_id, file_id) WHERE ((body = 'hrc'::text) AND (agenda = '4'::text))
  CREATE INDEX observatory_roll_call_situation ON public.observatory_roll_call USING btree (org_id, file_id) WHERE ((body = 'ga'::text) AND (topics @> '{amparo:country-situation}'::text[]))
  CREATE INDEX observatory_roll_call_symbol ON public.observatory_roll_call USING btree (org_id, symbol)
  CREATE INDEX observatory_run_item_period ON public.observatory_run_item USING btree (org_id, run_id, period)
  CREATE INDEX observatory_sender_sender ON public.observatory_sender USING btree (org_id, sender, file_id)
  CREATE INDEX observatory_series_file_series ON public.observatory_series_file USING btree (org_id, series_id)
  CREATE INDEX observatory_treaty_act_file ON public.observatory_treaty_act USING btree (org_id, file_id)
  CREATE INDEX observatory_treaty_act_polity ON public.observatory_treaty_act USING btree (org_id, polity, treaty)
  CREATE INDEX observatory_treaty_act_treaty ON public.observatory_treaty_act USING btree (org_id, treaty, act)
  CREATE INDEX observatory_value_polity ON public.observatory_value USING btree (org_id, polity, series_id, year)
  CREATE INDEX observatory_value_year ON public.observatory_value USING btree (org_id, series_id, year)
  CREATE INDEX passkey_account ON public.passkey USING btree (org_id, account_id)
  CREATE INDEX petition_delivery_file ON public.petition_delivery USING btree (org_id, file_id)
  CREATE INDEX petition_delivery_petition ON public.petition_delivery USING btree (org_id, petition_id, made_at DESC)
  CREATE INDEX press_link_journalist ON public.press_link USING btree (org_id, journalist_id)
  CREATE INDEX press_link_text ON public.press_link USING btree (org_id, text_id, created_at)
  CREATE INDEX press_reading_link ON public.press_reading USING btree (org_id, link_id, at)
  CREATE INDEX publication_ends ON public.publication USING btree (not_after) WHERE (not_after IS NOT NULL)
  CREATE INDEX publication_list ON public.publication USING btree (org_id, kind, sort_key, id)
  CREATE INDEX publication_person_of ON public.publication_person USING btree (org_id, publication_id)
  CREATE INDEX publication_source_of ON public.publication_source USING btree (org_id, publication_id)
  CREATE INDEX publication_timed ON public.publication USING btree (org_id) WHERE timed
  CREATE INDEX received_bundle_case ON public.received_bundle USING btree (org_id, case_id)
  CREATE INDEX record_grant_account ON public.record_grant USING btree (org_id, account_id)
  CREATE INDEX record_import ON public.record USING btree (org_id, import_id) WHERE (import_id IS NOT NULL)
  CREATE INDEX record_key_value ON public.record_key USING btree (org_id, type, field, key, record_id) INCLUDE (class, visibility)
  CREATE INDEX record_recent ON public.record USING btree (org_id, type, updated_at DESC, id) INCLUDE (visibility) WHERE (deleted_at IS NULL)
  CREATE INDEX record_search_names ON public.record_search USING gin (names gin_trgm_ops) WITH (fastupdate='on')
  CREATE INDEX record_search_words ON public.record_search USING gin (words) WITH (fastupdate='on')
  CREATE INDEX record_team_grant_team ON public.record_team_grant USING btree (org_id, team_id)
  CREATE INDEX record_trash ON public.record USING btree (org_id, deleted_at) WHERE (deleted_at IS NOT NULL)
  CREATE INDEX record_version_import ON public.record_version USING btree (org_id, import_id) WHERE (import_id IS NOT NULL)
  CREATE INDEX sealed_key_account ON public.sealed_key USING btree (org_id, account_id)
  CREATE INDEX sealed_key_record ON public.sealed_key USING btree (org_id, record_id, account_id)
  CREATE INDEX session_account ON public.session USING btree (org_id, account_id)
  CREATE INDEX share_id ON public.share USING btree (id)
  CREATE INDEX share_record ON public.share USING btree (org_id, record_id)
  CREATE INDEX share_to ON public.share USING btree (to_slug) WHERE ((answer IS NULL) AND (ended_at IS NULL))
  CREATE INDEX share_until ON public.share USING btree (until) WHERE (ended_at IS NULL)
  CREATE INDEX sign_in_attempt_at ON public.sign_in_attempt USING btree (at)
  CREATE INDEX sign_in_attempt_key ON public.sign_in_attempt USING btree (key, at)
  CREATE INDEX sign_on_link_petition ON public.sign_on_link USING btree (org_id, petition_id)
  CREATE INDEX signature_check_item_signature ON public.signature_check_item USING btree (org_id, signature_id)
  CREATE INDEX signature_check_petition ON public.signature_check USING btree (org_id, petition_id, made_at DESC)
  CREATE INDEX signature_counted ON public.signature USING btree (org_id, petition_id, state) INCLUDE (of_state, signer)
  CREATE INDEX signature_offer_expired ON public.signature_offer USING btree (expires_at) WHERE (signature_id IS NULL)
  CREATE INDEX signature_offer_mark ON public.signature_offer USING btree (org_id, petition_id, mark, offered_at)
  CREATE INDEX signature_offer_signature ON public.signature_offer USING btree (org_id, signature_id) WHERE (signature_id IS NOT NULL)
  CREATE INDEX signature_recent ON public.signature USING btree (org_id, petition_id, confirmed_at DESC, id)
  CREATE INDEX signature_shown ON public.signature USING btree (org_id, petition_id, signer, shown, id) WHERE ((shown IS NOT NULL) AND (state = 'confirmed'::text))
  CREATE INDEX submission_alert_person ON public.submission_alert USING btree (org_id, person_id)
  CREATE INDEX submission_copy_file ON public.submission_copy USING btree (org_id, file_id)
  CREATE INDEX submission_sending_people ON public.submission_sending USING gin (people)
  CREATE INDEX submission_sending_urgent ON public.submission_sending USING btree (org_id, sent_at) WHERE (urgent IS NOT NULL)
  CREATE INDEX submission_snapshot_of ON public.submission_snapshot USING btree (org_id, submission_id, made_at)
  CREATE INDEX team_member_account ON public.team_member USING btree (org_id, account_id)
  CREATE INDEX tombstone_subject ON public.tombstone USING btree (org_id, subject)
  CREATE INDEX tombstone_unkept ON public.tombstone USING btree (at) WHERE (kept_at IS NULL)
  CREATE INDEX work_item_owner ON public.work_item USING btree (org_id, owner_id, kind, safe, record_id) INCLUDE (visibility)
  CREATE INDEX work_item_team ON public.work_item USING btree (org_id, team_id, kind, safe, record_id) INCLUDE (visibility)
  CREATE INDEX work_item_waiting ON public.work_item USING btree (org_id, kind, since, record_id) INCLUDE (visibility)
  CREATE INDEX work_view_account ON public.work_view USING btree (org_id, account_id)
  CREATE INDEX work_view_team ON public.work_view USING btree (org_id, team_id) WHERE (team_id IS NOT NULL)
  CREATE UNIQUE INDEX account_login ON public.account USING btree (org_id, login) WHERE (login IS NOT NULL)
  CREATE UNIQUE INDEX account_operator ON public.account USING btree (org_id) WHERE (kind = 'operator'::text)
  CREATE UNIQUE INDEX account_pkey ON public.account USING btree (org_id, id)
  CREATE UNIQUE INDEX approval_kind_pkey ON public.approval_kind USING btree (kind)
  CREATE UNIQUE INDEX approval_pkey ON public.approval USING btree (org_id, id)
  CREATE UNIQUE INDEX attachment_pkey ON public.attachment USING btree (org_id, id)
  CREATE UNIQUE INDEX authenticator_pkey ON public.authenticator USING btree (org_id, account_id)
  CREATE UNIQUE INDEX bundle_key_pkey ON public.bundle_key USING btree (org_id, id)
  CREATE UNIQUE INDEX bundle_partner_name ON public.bundle_partner USING btree (org_id, lower(btrim(name)))
  CREATE UNIQUE INDEX bundle_partner_pkey ON public.bundle_partner USING btree (org_id, id)
  CREATE UNIQUE INDEX bundle_partner_signing ON public.bundle_partner USING btree (org_id, signing_key)
  CREATE UNIQUE INDEX bundle_pkey ON public.bundle USING btree (org_id, id)
  CREATE UNIQUE INDEX calendar_feed_pkey ON public.calendar_feed USING btree (org_id, account_id)
  CREATE UNIQUE INDEX calendar_feed_token_hash_key ON public.calendar_feed USING btree (token_hash)
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
  CREATE UNIQUE INDEX legal_hold_pkey ON public.legal_hold USING btree (org_id, id)
  CREATE UNIQUE INDEX link_pkey ON public.link USING btree (org_id, id)
  CREATE UNIQUE INDEX mail_address_pkey ON public.mail_address USING btree (org_id, id)
  CREATE UNIQUE INDEX mail_pkey ON public.mail USING btree (org_id, id)
  CREATE UNIQUE INDEX mail_reference_key ON public.mail USING btree (reference)
  CREATE UNIQUE INDEX mail_suppression_pkey ON public.mail_suppression USING btree (org_id, mark, list)
  CREATE UNIQUE INDEX merge_pkey ON public.merge USING btree (org_id, id)
  CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)
  CREATE UNIQUE INDEX observatory_country_year_pkey ON public.observatory_country_year USING btree (org_id, file_id, country, year)
  CREATE UNIQUE INDEX observatory_estimate_pkey ON public.observatory_estimate USING btree (org_id, run_id, polity, period)
  CREATE UNIQUE INDEX observatory_file_current ON public.observatory_file USING btree (org_id, dataset, scope) WHERE (superseded_by IS NULL)
  CREATE UNIQUE INDEX observatory_file_once ON public.observatory_file USING btree (org_id, dataset, sha256)
  CREATE UNIQUE INDEX observatory_file_pkey ON public.observatory_file USING btree (org_id, id)
  CREATE UNIQUE INDEX observatory_given_table_pkey ON public.observatory_given_table USING btree (org_id, file_id)
  CREATE UNIQUE INDEX observatory_profile_pkey ON public.observatory_profile USING btree (org_id, name)
  CREATE UNIQUE INDEX observatory_recommendation_pkey ON public.observatory_recommendation USING btree (org_id, file_id, key)
  CREATE UNIQUE INDEX observatory_repeat_pkey ON public.observatory_repeat USING btree (org_id, file_id, key)
  CREATE UNIQUE INDEX observatory_roll_call_key ON public.observatory_roll_call USING btree (org_id, file_id, key)
  CREATE UNIQUE INDEX observatory_roll_call_pkey ON public.observatory_roll_call USING btree (org_id, id)
  CREATE UNIQUE INDEX observatory_run_item_pkey ON public.observatory_run_item USING btree (org_id, run_id, roll_call_key)
  CREATE UNIQUE INDEX observatory_run_pkey ON public.observatory_run USING btree (org_id, id)
  CREATE UNIQUE INDEX observatory_sender_pkey ON public.observatory_sender USING btree (org_id, file_id, key, sender)
  CREATE UNIQUE INDEX observatory_series_code ON public.observatory_series USING btree (org_id, dataset, code)
  CREATE UNIQUE INDEX observatory_series_file_pkey ON public.observatory_series_file USING btree (org_id, file_id, series_id)
  CREATE UNIQUE INDEX observatory_series_pkey ON public.observatory_series USING btree (org_id, id)
  CREATE UNIQUE INDEX observatory_value_pkey ON public.observatory_value USING btree (org_id, file_id, series_id, polity, year)
  CREATE UNIQUE INDEX org_pkey ON public.org USING btree (id)
  CREATE UNIQUE INDEX org_slug_key ON public.org USING btree (slug)
  CREATE UNIQUE INDEX page_count_pkey ON public.page_count USING btree (org_id, day, page)
  CREATE UNIQUE INDEX passkey_challenge_pkey ON public.passkey_challenge USING btree (hash)
  CREATE UNIQUE INDEX passkey_id_key ON public.passkey USING btree (id)
  CREATE UNIQUE INDEX passkey_pkey ON public.passkey USING btree (org_id, id)
  CREATE UNIQUE INDEX passphrase_pkey ON public.passphrase USING btree (org_id, account_id)
  CREATE UNIQUE INDEX person_key_pkey ON public.person_key USING btree (org_id, account_id)
  CREATE UNIQUE INDEX petition_delivery_pkey ON public.petition_delivery USING btree (org_id, id)
  CREATE UNIQUE INDEX press_link_pkey ON public.press_link USING btree (org_id, id)
  CREATE UNIQUE INDEX press_link_token_hash_key ON public.press_link USING btree (token_hash)
  CREATE UNIQUE INDEX procedure_book_pkey ON public.procedure_book USING btree (org_id, kind, key, version)
  CREATE UNIQUE INDEX public_kind_pkey ON public.public_kind USING btree (kind)
  CREATE UNIQUE INDEX public_mail_template_pkey ON public.public_mail_template USING btree (name, language)
  CREATE UNIQUE INDEX publication_change_pkey ON public.publication_change USING btree (org_id, kind, month)
  CREATE UNIQUE INDEX publication_person_pkey ON public.publication_person USING btree (org_id, person_id, publication_id, scope, purpose, channel)
  CREATE UNIQUE INDEX publication_pkey ON public.publication USING btree (org_id, id)
  CREATE UNIQUE INDEX publication_record ON public.publication USING btree (org_id, record_id, kind)
  CREATE UNIQUE INDEX publication_slug ON public.publication USING btree (org_id, kind, slug)
  CREATE UNIQUE INDEX publication_source_pkey ON public.publication_source USING btree (org_id, record_id, publication_id)
  CREATE UNIQUE INDEX publication_version_pkey ON public.publication_version USING btree (org_id)
  CREATE UNIQUE INDEX received_bundle_pkey ON public.received_bundle USING btree (org_id, number)
  CREATE UNIQUE INDEX record_activity_pkey ON public.record_activity USING btree (org_id, record_id, at, id)
  CREATE UNIQUE INDEX record_grant_pkey ON public.record_grant USING btree (org_id, record_id, account_id)
  CREATE UNIQUE INDEX record_key_pkey ON public.record_key USING btree (org_id, record_id, field, key) INCLUDE (class, visibility)
  CREATE UNIQUE INDEX record_number_pkey ON public.record_number USING btree (org_id, series)
  CREATE UNIQUE INDEX record_part_pkey ON public.record_part USING btree (org_id, record_id, class)
  CREATE UNIQUE INDEX record_pkey ON public.record USING btree (org_id, id)
  CREATE UNIQUE INDEX record_search_pkey ON public.record_search USING btree (org_id, record_id, class, part)
  CREATE UNIQUE INDEX record_team_grant_pkey ON public.record_team_grant USING btree (org_id, record_id, team_id)
  CREATE UNIQUE INDEX record_type_pkey ON public.record_type USING btree (org_id, name)
  CREATE UNIQUE INDEX record_version_pkey ON public.record_version USING btree (org_id, record_id, version, class)
  CREATE UNIQUE INDEX recovery_code_pkey ON public.recovery_code USING btree (org_id, account_id, code_hash)
  CREATE UNIQUE INDEX recovery_given_pkey ON public.recovery_given USING btree (org_id, request_id, holder_id)
  CREATE UNIQUE INDEX recovery_holder_account ON public.recovery_holder USING btree (org_id, account_id) WHERE (account_id IS NOT NULL)
  CREATE UNIQUE INDEX recovery_holder_mark ON public.recovery_holder USING btree (org_id, mark)
  CREATE UNIQUE INDEX recovery_holder_pkey ON public.recovery_holder USING btree (org_id, id)
  CREATE UNIQUE INDEX recovery_key_pkey ON public.recovery_key USING btree (org_id)
  CREATE UNIQUE INDEX recovery_request_pkey ON public.recovery_request USING btree (org_id, id)
  CREATE UNIQUE INDEX retention_item_pkey ON public.retention_item USING btree (org_id, run_id, record_id)
  CREATE UNIQUE INDEX retention_run_pkey ON public.retention_run USING btree (org_id, id)
  CREATE UNIQUE INDEX role_capability_pkey ON public.role_capability USING btree (role, capability)
  CREATE UNIQUE INDEX sealed_key_holder ON public.sealed_key USING btree (org_id, key_id, record_id, account_id) NULLS NOT DISTINCT
  CREATE UNIQUE INDEX section_count_pkey ON public.section_count USING btree (org_id, section_id)
  CREATE UNIQUE INDEX session_id ON public.session USING btree (org_id, id)
  CREATE UNIQUE INDEX session_pkey ON public.session USING btree (token_hash)
  CREATE UNIQUE INDEX share_pkey ON public.share USING btree (org_id, id)
  CREATE UNIQUE INDEX shared_part_pkey ON public.shared_part USING btree (org_id, id, class)
  CREATE UNIQUE INDEX shared_record_pkey ON public.shared_record USING btree (org_id, id)
  CREATE UNIQUE INDEX sign_in_link_pkey ON public.sign_in_link USING btree (token_hash)
  CREATE UNIQUE INDEX sign_on_link_one ON public.sign_on_link USING btree (org_id, petition_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX sign_on_link_pkey ON public.sign_on_link USING btree (token_hash)
  CREATE UNIQUE INDEX signature_address_pkey ON public.signature_address USING btree (org_id, signature_id)
  CREATE UNIQUE INDEX signature_check_item_pkey ON public.signature_check_item USING btree (org_id, check_id, signature_id)
  CREATE UNIQUE INDEX signature_check_pkey ON public.signature_check USING btree (org_id, id)
  CREATE UNIQUE INDEX signature_offer_pkey ON public.signature_offer USING btree (token_hash)
  CREATE UNIQUE INDEX signature_once ON public.signature USING btree (org_id, petition_id, mark)
  CREATE UNIQUE INDEX signature_pace_pkey ON public.signature_pace USING btree (mark, span)
  CREATE UNIQUE INDEX signature_person_pkey ON public.signature_person USING btree (org_id, signature_id)
  CREATE UNIQUE INDEX signature_pkey ON public.signature USING btree (org_id, id)
  CREATE UNIQUE INDEX site_domain ON public.site USING btree (((arrangement ->> 'domain'::text)))
  CREATE UNIQUE INDEX site_onion ON public.site USING btree (((arrangement ->> 'onion'::text)))
  CREATE UNIQUE INDEX site_pkey ON public.site USING btree (org_id)
  CREATE UNIQUE INDEX submission_alert_open ON public.submission_alert USING btree (org_id, submission_id, person_id) WHERE (settled_at IS NULL)
  CREATE UNIQUE INDEX submission_alert_pkey ON public.submission_alert USING btree (org_id, id)
  CREATE UNIQUE INDEX submission_check_pkey ON public.submission_check USING btree (org_id, snapshot_id, kind)
  CREATE UNIQUE INDEX submission_copy_pkey ON public.submission_copy USING btree (org_id, snapshot_id, audience, format, "position")
  CREATE UNIQUE INDEX submission_review_pkey ON public.submission_review USING btree (org_id, submission_id)
  CREATE UNIQUE INDEX submission_rule_pkey ON public.submission_rule USING btree (mechanism)
  CREATE UNIQUE INDEX submission_sending_pkey ON public.submission_sending USING btree (org_id, submission_id)
  CREATE UNIQUE INDEX submission_snapshot_pkey ON public.submission_snapshot USING btree (org_id, id)
  CREATE UNIQUE INDEX team_member_pkey ON public.team_member USING btree (org_id, team_id, account_id)
  CREATE UNIQUE INDEX team_name ON public.team USING btree (org_id, name)
  CREATE UNIQUE INDEX team_pkey ON public.team USING btree (org_id, id)
  CREATE UNIQUE INDEX term_pkey ON public.term USING btree (org_id, vocabulary, code)
  CREATE UNIQUE INDEX tombstone_pkey ON public.tombstone USING btree (org_id, id)
  CREATE UNIQUE INDEX vocabulary_pkey ON public.vocabulary USING btree (org_id, name)
  CREATE UNIQUE INDEX work_item_pkey ON public.work_item USING btree (org_id, record_id)
  CREATE UNIQUE INDEX work_reminder_pkey ON public.work_reminder USING btree (org_id, account_id)
  CREATE UNIQUE INDEX work_view_pkey ON public.work_view USING btree (org_id, id)

-- policies
  administrators on invitation for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('admini ter'::text) AS may))) with check (-)
  administrators on recovery_holder for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND (( SELECT may('admini ter'::text) AS may) OR (EXISTS ( SELECT 1
   FROM recovery_key y
  WHERE ((y.org_id = recovery_holder.org_id) AND (y.made_by = ( SELECT current_account() AS current_account))))))))
  administrators on recovery_key for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('admini ter'::text) AS may))) with check (-)
  administrators on recovery_request for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND (a ked_by = ( SELECT current_account() AS current_account)) AND ( SELECT may('admini ter'::text) AS may)))
  appended on ledger for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  asked on public_kind for SELECT to amparo_app using ((( SELECT current_org() AS current_org) IS NOT NULL)) with check (-)
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
  changers on site for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('admini ter'::text) AS may))) with check ((org_id = ( SELECT current_org() AS current_org)))
  changers on team for UPDATE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  changers on team_member for UPDATE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  changers on term for UPDATE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  changers on vocabulary for UPDATE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  checkers on signature for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ignature.org_id) AND (r.id =  ignature.petition_id)))))) with check (-)
  checkers on signature_check for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ignature_check.org_id) AND (r.id =  ignature_check.petition_id)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  checkers on signature_check_item for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (EXISTS ( SELECT 1
   FROM  ignature_check c
  WHERE ((c.org_id =  ignature_check_item.org_id) AND (c.id =  ignature_check_item.check_id)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  closed_links on publication for SELECT to amparo_public using ((kind <> ' ign_on_letter'::text)) with check (-)
  concerned on approval for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ((a ked_by = ( SELECT current_account() AS current_account)) OR may_decide(kind, re tricted, cla e )))) with check (-)
  counters on section_count for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (counted_by = ( SELECT current_account() AS current_account)) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ection_count.org_id) AND (r.id =  ection_count. ection_id))))))
  decided on procedure_book for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)) AND ( SELECT may('admini ter'::text) AS may)))
  enders on press_link for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may))) with check (-)
  enders on recovery_request for DELETE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (done_at IS NULL) AND (( SELECT may('admini ter'::text) AS may) OR (for_account = ( SELECT current_account() AS current_account))))) with check (-)
  entitled on submission_snapshot for SELECT to amparo_app using ((cla e  <@ ( SELECT readable_cla e () AS readable_cla e ))) with check (-)
  everyone on org for SELECT to amparo_public using (true) with check (-)
  everyone on publication for SELECT to amparo_public using ((((la t_day IS NULL) OR (la t_day >= (((now() AT TIME ZONE 'utc'::text))::date)::text)) AND ((not_before IS NULL) OR (not_before <= now())) AND ((not_after IS NULL) OR (not_after > now())))) with check (-)
  everyone on publication_change for SELECT to amparo_public using (true) with check (-)
  everyone on publication_version for SELECT to amparo_public using (true) with check (-)
  everyone on site for SELECT to amparo_public using (true) with check (-)
  founder on recovery_key for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND (made_by = ( SELECT current_account() AS current_account))))
  givers on observatory_given_table for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (given_by = ( SELECT current_account() AS current_account)) AND ( SELECT may('write'::text) AS may))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (given_by = ( SELECT current_account() AS current_account)) AND ( SELECT may('write'::text) AS may)))
  givers on record_grant for INSERT to amparo_app using (-) with check (may_ hare(record_id))
  givers on record_team_grant for INSERT to amparo_app using (-) with check (may_ hare(record_id))
  givers on recovery_given for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND (given_by = ( SELECT current_account() AS current_account))))
  givers on sealed_key for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND (' ealed'::text = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ealed_key.org_id) AND (r.id =  ealed_key.record_id)))) AND ((account_id IS NULL) OR entitled_to_ ealed(org_id, record_id, account_id))))
  holders on record_grant for SELECT to amparo_app using (((account_id = ( SELECT current_account() AS current_account)) OR hold _grant(record_id))) with check (-)
  holders on record_team_grant for SELECT to amparo_app using (((team_id = ANY (( SELECT current_team () AS current_team )::uuid[])) OR hold _grant(record_id))) with check (-)
  holders on share for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  hare.org_id) AND (r.id =  hare.record_id)))))) with check (-)
  keepers on observatory_file for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may))) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  keepers on observatory_profile for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may))) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  keepers on observatory_recommendation for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (EXISTS ( SELECT
   FROM ob ervatory_file f
  WHERE ((f.org_id = ob ervatory_recommendation.org_id) AND (f.id = ob ervatory_recommendation.file_id) AND (f.data et = 'upr-live'::text)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  keepers on observatory_run for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may))) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  keepers on observatory_series for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may))) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  made on work_view for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)) AND ((team_id IS NULL) OR (team_id = ANY (( SELECT current_team () AS current_team )::uuid[])))))
  makers on bundle for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('export'::text) AS may) AND (made_by = ( SELECT current_account() AS current_account)) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = bundle.org_id) AND (r.id = bundle.ca e_id) AND (r.type = 'ca e'::text) AND (r.deleted_at IS NULL))))))
  makers on bundle_key for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('admini ter'::text) AS may)))
  makers on bundle_partner for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('export'::text) AS may)))
  makers on observatory_country_year for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_estimate for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_file for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_profile for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_recommendation for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_repeat for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_roll_call for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_run for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_run_item for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_sender for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_series for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_series_file for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_treaty_act for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on observatory_value for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may)))
  makers on petition_delivery for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('export'::text) AS may) AND (made_by = ( SELECT current_account() AS current_account)) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = petition_delivery.org_id) AND (r.id = petition_delivery.petition_id) AND (r.type = 'petition'::text) AND (r.deleted_at IS NULL))))))
  makers on press_link for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('publi h'::text) AS may) AND (created_by = ( SELECT current_account() AS current_account)) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = pre _link.org_id) AND (r.id = pre _link.text_id)))) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = pre _link.org_id) AND (r.id = pre _link.journali t_id))))))
  makers on received_bundle for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (received_by = ( SELECT current_account() AS current_account))))
  makers on site for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('admini ter'::text) AS may)))
  makers on submission_check for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (EXISTS ( SELECT 1
   FROM  ubmi ion_ nap hot  
  WHERE (( .org_id =  ubmi ion_check.org_id) AND ( .id =  ubmi ion_check. nap hot_id))))))
  makers on submission_copy for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (EXISTS ( SELECT 1
   FROM  ubmi ion_ nap hot  
  WHERE (( .org_id =  ubmi ion_copy.org_id) AND ( .id =  ubmi ion_copy. nap hot_id) AND ( .made_by = ( SELECT current_account() AS current_account)))))))
  makers on submission_snapshot for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ubmi ion_ nap hot.org_id) AND (r.id =  ubmi ion_ nap hot. ubmi ion_id))))))
  members on bundle_key for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  members on bundle_partner for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  members on page_count for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  members on press_link for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = pre _link.org_id) AND (r.id = pre _link.text_id)))) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = pre _link.org_id) AND (r.id = pre _link.journali t_id)))))) with check (-)
  members on press_reading for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM pre _link k
  WHERE ((k.org_id = pre _reading.org_id) AND (k.id = pre _reading.link_id)))))) with check (-)
  members on publication for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  members on publication_change for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  members on publication_person for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  members on publication_source for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  members on recovery_given for SELECT to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check (-)
  members on recovery_key for SELECT to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check (-)
  members on recovery_request for SELECT to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check (-)
  members on site for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  members on submission_rule for SELECT to amparo_app using ((( SELECT current_org() AS current_org) IS NOT NULL)) with check (-)
  menders on bundle_partner for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('export'::text) AS may))) with check (-)
  overseen on mail for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('admini ter'::text) AS may))) with check (-)
  overseen on mail_suppression for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('admini ter'::text) AS may))) with check (-)
  own on authenticator for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  own on calendar_feed for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  own on passkey for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  own on passphrase for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  own on person_key for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  own on recovery_code for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
  own on recovery_holder for SELECT to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check (-)
  own on retention_run for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('retain'::text) AS may) AND ((a ked_by = ( SELECT current_account() AS current_account)) OR (confirmed_by = ( SELECT current_account() AS current_account)) OR (EXISTS ( SELECT 1
   FROM (retention_item i
     JOIN record r ON (((r.org_id = i.org_id) AND (r.id = i.record_id))))
  WHERE ((i.org_id = retention_run.org_id) AND (i.run_id = retention_run.id))))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('retain'::text) AS may)))
  own on session for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check (-)
  own on sign_in_link for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own on work_reminder for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account))))
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
  own_org on record_number for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on record_team_grant for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on record_type for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on team for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on team_member for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on term for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_org on vocabulary for ALL to amparo_app using ((org_id = ( SELECT current_org() AS current_org))) with check ((org_id = ( SELECT current_org() AS current_org)))
  own_session on session for ALL to amparo_app using (((account_id = ( SELECT current_account() AS current_account)) OR ( SELECT may('admini ter'::text) AS may))) with check (-)
  publishers on publication for INSERT to amparo_app using (-) with check (( SELECT may('publi h'::text) AS may))
  publishers on sign_on_link for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('publi h'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ign_on_link.org_id) AND (r.id =  ign_on_link.petition_id)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('publi h'::text) AS may) AND (made_by = ( SELECT current_account() AS current_account)) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ign_on_link.org_id) AND (r.id =  ign_on_link.petition_id))))))
  queued on mail for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND (created_by = ( SELECT current_account() AS current_account)) AND ( tate = 'waiting'::text) AND (attempt  = 0)))
  queued on mail_address for INSERT to amparo_app using (-) with check ((org_id = ( SELECT current_org() AS current_org)))
  read on ledger for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (( SELECT may('audit'::text) AS may) OR ((act = 'file.read'::text) AND (EXISTS ( SELECT 1
   FROM attachment a
  WHERE ((a.org_id = ledger.org_id) AND (a.id = ledger. ubject)))))))) with check (-)
  readers on attachment for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on bundle for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = bundle.org_id) AND (r.id = bundle.ca e_id)))))) with check (-)
  readers on citation for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on file for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on import for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on import_finding for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on import_work for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on job for SELECT to amparo_app using ((( SELECT may('read'::text) AS may) OR (account_id = ( SELECT current_account() AS current_account)))) with check (-)
  readers on link for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on merge for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on observatory_country_year for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_estimate for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_file for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_profile for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_recommendation for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_repeat for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_roll_call for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_run for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_run_item for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_sender for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_series for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_series_file for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_treaty_act for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on observatory_value for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  readers on petition_delivery for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = petition_delivery.org_id) AND (r.id = petition_delivery.petition_id)))))) with check (-)
  readers on publication for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on received_bundle for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = received_bundle.org_id) AND (r.id = received_bundle.ca e_id)))))) with check (-)
  readers on record for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on record_key for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on record_part for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on record_search for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on record_version for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  readers on sealed_key for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (' ealed'::text = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ealed_key.org_id) AND (r.id =  ealed_key.record_id)))))) with check (-)
  readers on section_count for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ection_count.org_id) AND (r.id =  ection_count. ection_id)))))) with check (-)
  readers on signature for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ignature.org_id) AND (r.id =  ignature.petition_id)))))) with check (-)
  readers on signature_offer for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ignature_offer.org_id) AND (r.id =  ignature_offer.petition_id)))))) with check (-)
  readers on signature_person for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND ('identity'::text = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND (EXISTS ( SELECT 1
   FROM  ignature  
  WHERE (( .org_id =  ignature_per on.org_id) AND ( .id =  ignature_per on. ignature_id)))))) with check (-)
  readers on submission_alert for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ubmi ion_alert.org_id) AND (r.id =  ubmi ion_alert. ubmi ion_id)))))) with check (-)
  readers on submission_check for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (EXISTS ( SELECT 1
   FROM  ubmi ion_ nap hot  
  WHERE (( .org_id =  ubmi ion_check.org_id) AND ( .id =  ubmi ion_check. nap hot_id)))))) with check (-)
  readers on submission_copy for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (EXISTS ( SELECT 1
   FROM  ubmi ion_ nap hot  
  WHERE (( .org_id =  ubmi ion_copy.org_id) AND ( .id =  ubmi ion_copy. nap hot_id)))))) with check (-)
  readers on submission_review for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ubmi ion_review.org_id) AND (r.id =  ubmi ion_review. ubmi ion_id)))))) with check (-)
  readers on submission_sending for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ubmi ion_ ending.org_id) AND (r.id =  ubmi ion_ ending. ubmi ion_id)))))) with check (-)
  readers on submission_snapshot for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ubmi ion_ nap hot.org_id) AND (r.id =  ubmi ion_ nap hot. ubmi ion_id)))))) with check (-)
  readers on work_item for SELECT to amparo_app using (( SELECT may('read'::text) AS may)) with check (-)
  receivers on shared_part for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND (EXISTS ( SELECT 1
   FROM  hared_record  
  WHERE (( .org_id =  hared_part.org_id) AND ( .id =  hared_part.id)))))) with check (-)
  receivers on shared_record for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (until > now()))) with check (-)
  recounters on section_count for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ection_count.org_id) AND (r.id =  ection_count. ection_id)))))) with check ((counted_by = ( SELECT current_account() AS current_account)))
  removed on work_view for DELETE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (account_id = ( SELECT current_account() AS current_account)))) with check (-)
  removers on attachment for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on bundle_partner for DELETE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('admini ter'::text) AS may))) with check (-)
  removers on citation for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on file for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on import for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on import_finding for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on import_work for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on job for DELETE to amparo_app using (((account_id = ( SELECT current_account() AS current_account)) OR ( SELECT may('admini ter'::text) AS may))) with check (-)
  removers on link for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on merge for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on observatory_file for DELETE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('admini ter'::text) AS may))) with check (-)
  removers on observatory_recommendation for DELETE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (EXISTS ( SELECT
   FROM ob ervatory_file f
  WHERE ((f.org_id = ob ervatory_recommendation.org_id) AND (f.id = ob ervatory_recommendation.file_id) AND (f.data et = 'upr-live'::text)))))) with check (-)
  removers on observatory_run for DELETE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may))) with check (-)
  removers on observatory_sender for DELETE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (EXISTS ( SELECT
   FROM ob ervatory_file f
  WHERE ((f.org_id = ob ervatory_ ender.org_id) AND (f.id = ob ervatory_ ender.file_id) AND (f.data et = 'upr-live'::text)))))) with check (-)
  removers on publication for DELETE to amparo_app using ((( SELECT may('write'::text) AS may) OR ( SELECT may('publi h'::text) AS may))) with check (-)
  removers on record for DELETE to amparo_app using (fal e) with check (-)
  removers on record_key for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on record_part for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on record_search for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on record_type for DELETE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  removers on record_version for DELETE to amparo_app using (( SELECT may('write'::text) AS may)) with check (-)
  removers on recovery_holder for DELETE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('admini ter'::text) AS may))) with check (-)
  removers on team for DELETE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  removers on team_member for DELETE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  removers on term for DELETE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  removers on vocabulary for DELETE to amparo_app using (( SELECT may('admini ter'::text) AS may)) with check (-)
  reviewers on submission_review for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('export'::text) AS may) AND (EXISTS ( SELECT 1
   FROM  ubmi ion_ ending  
  WHERE (( .org_id =  ubmi ion_review.org_id) AND ( . ubmi ion_id =  ubmi ion_review. ubmi ion_id))))))
  seen on procedure_book for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may))) with check (-)
  senders on submission_sending for INSERT to amparo_app using (-) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('export'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ubmi ion_ ending.org_id) AND (r.id =  ubmi ion_ ending. ubmi ion_id))))))
  settlers on submission_alert for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('write'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id =  ubmi ion_alert.org_id) AND (r.id =  ubmi ion_alert. ubmi ion_id)))))) with check (-)
  shown on work_view for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ((account_id = ( SELECT current_account() AS current_account)) OR (team_id = ANY (( SELECT current_team () AS current_team )::uuid[]))))) with check (-)
  takers on record_grant for DELETE to amparo_app using (may_ hare(record_id)) with check (-)
  takers on record_team_grant for DELETE to amparo_app using (may_ hare(record_id)) with check (-)
  tellers on signature_address for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('publi h'::text) AS may) AND (EXISTS ( SELECT 1
   FROM  ignature  
  WHERE (( .org_id =  ignature_addre .org_id) AND ( .id =  ignature_addre . ignature_id)))))) with check (-)
  tellers_note on signature_address for UPDATE to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('publi h'::text) AS may))) with check (-)
  visible on attachment for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = attachment.org_id) AND (r.id = attachment.record_id)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[]))))
  visible on citation for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[])) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = citation.org_id) AND (r.id = citation.record_id)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND (cla  = ANY (( SELECT readable_cla e () AS readable_cla e )::text[]))))
  visible on legal_hold for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = legal_hold.org_id) AND (r.id = legal_hold.record_id)))))) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('retain'::text) AS may)))
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
  visible on record_activity for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('read'::text) AS may) AND (EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = record_activity.org_id) AND (r.id = record_activity.record_id)))))) with check (-)
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
  visible on retention_item for ALL to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('retain'::text) AS may) AND ((EXISTS ( SELECT 1
   FROM record r
  WHERE ((r.org_id = retention_item.org_id) AND (r.id = retention_item.record_id)))) OR a ked_by_me(run_id)))) with check (((org_id = ( SELECT current_org() AS current_org)) AND ( SELECT may('retain'::text) AS may)))
  visible on work_item for SELECT to amparo_app using (((org_id = ( SELECT current_org() AS current_org)) AND ((vi ibility <> 're tricted'::text) OR (EXISTS ( SELECT 1
   FROM record_grant g
  WHERE ((g.org_id = work_item.org_id) AND (g.record_id = work_item.record_id) AND (g.account_id = ( SELECT current_account() AS current_account)) AND ((g.until IS NULL) OR (g.until > now()))))) OR (EXISTS ( SELECT 1
   FROM record_team_grant g
  WHERE ((g.org_id = work_item.org_id) AND (g.record_id = work_item.record_id) AND (g.team_id = ANY (( SELECT current_team () AS current_team )::uuid[])) AND ((g.until IS NULL) OR (g.until > now())))))))) with check (-)
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
  approval_kind
  migration
  role_capability

-- rights
  amparo_app: DELETE, INSERT on recovery_holder
  amparo_app: DELETE, INSERT, SELECT on bundle_partner
  amparo_app: DELETE, INSERT, SELECT on observatory_file
  amparo_app: DELETE, INSERT, SELECT on observatory_given_table
  amparo_app: DELETE, INSERT, SELECT on observatory_recommendation
  amparo_app: DELETE, INSERT, SELECT on observatory_run
  amparo_app: DELETE, INSERT, SELECT on observatory_sender
  amparo_app: DELETE, INSERT, SELECT on recovery_request
  amparo_app: DELETE, INSERT, SELECT on signature_check_item
  amparo_app: DELETE, INSERT, SELECT on work_view
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
  amparo_app: DELETE, INSERT, SELECT, UPDATE on work_reminder
  amparo_app: DELETE, INSERT, UPDATE on calendar_feed
  amparo_app: DELETE, SELECT on mail_suppression
  amparo_app: DELETE, SELECT on retention_item
  amparo_app: DELETE, SELECT on session
  amparo_app: INSERT (account_id, act, detail, org_id, subject) on ledger
  amparo_app: INSERT (account_id, key_id, org_id, record_id, wrapped) on sealed_key
  amparo_app: INSERT (action, due, org_id, record_id, rule, run_id, type, version) on retention_item
  amparo_app: INSERT (asked_by, id, org_id) on retention_run
  amparo_app: INSERT (batch, id, org_id, reason, record_id) on legal_hold
  amparo_app: INSERT on mail
  amparo_app: INSERT on mail_address
  amparo_app: INSERT on press_link
  amparo_app: INSERT on recovery_given
  amparo_app: INSERT, SELECT on bundle
  amparo_app: INSERT, SELECT on bundle_key
  amparo_app: INSERT, SELECT on observatory_country_year
  amparo_app: INSERT, SELECT on observatory_estimate
  amparo_app: INSERT, SELECT on observatory_profile
  amparo_app: INSERT, SELECT on observatory_repeat
  amparo_app: INSERT, SELECT on observatory_roll_call
  amparo_app: INSERT, SELECT on observatory_run_item
  amparo_app: INSERT, SELECT on observatory_series
  amparo_app: INSERT, SELECT on observatory_series_file
  amparo_app: INSERT, SELECT on observatory_treaty_act
  amparo_app: INSERT, SELECT on observatory_value
  amparo_app: INSERT, SELECT on person_key
  amparo_app: INSERT, SELECT on petition_delivery
  amparo_app: INSERT, SELECT on procedure_book
  amparo_app: INSERT, SELECT on received_bundle
  amparo_app: INSERT, SELECT on record_version
  amparo_app: INSERT, SELECT on recovery_key
  amparo_app: INSERT, SELECT on section_count
  amparo_app: INSERT, SELECT on sign_on_link
  amparo_app: INSERT, SELECT on signature_check
  amparo_app: INSERT, SELECT on submission_check
  amparo_app: INSERT, SELECT on submission_copy
  amparo_app: INSERT, SELECT on submission_review
  amparo_app: INSERT, SELECT on submission_sending
  amparo_app: INSERT, SELECT on submission_snapshot
  amparo_app: INSERT, SELECT, UPDATE on passphrase
  amparo_app: INSERT, SELECT, UPDATE on site
  amparo_app: SELECT (account_id, created_at, created_by, expires_at, org_id, used_at) on invitation
  amparo_app: SELECT (account_id, created_at, org_id) on calendar_feed
  amparo_app: SELECT (account_id, id, made_at, mark, name, org_id) on recovery_holder
  amparo_app: SELECT (account_id, key_id, made_at, org_id, record_id) on sealed_key
  amparo_app: SELECT (answer, attempts, created_at, created_by, ended_at, expires_at, id, language, list, next_at, org_id, state, subject, template) on mail
  amparo_app: SELECT (created_at, created_by, ended_at, expires_at, id, journalist_id, language, mail_id, org_id, text_id, way) on press_link
  amparo_app: SELECT (expires_at, offered_at, org_id, petition_id, signature_id, withdrawn_at) on signature_offer
  amparo_app: SELECT (given_at, given_by, holder_id, org_id, request_id) on recovery_given
  amparo_app: SELECT on account
  amparo_app: SELECT on approval
  amparo_app: SELECT on ledger
  amparo_app: SELECT on ledger_checkpoint
  amparo_app: SELECT on ledger_head
  amparo_app: SELECT on legal_hold
  amparo_app: SELECT on org
  amparo_app: SELECT on page_count
  amparo_app: SELECT on press_reading
  amparo_app: SELECT on public_kind
  amparo_app: SELECT on publication_change
  amparo_app: SELECT on publication_person
  amparo_app: SELECT on publication_source
  amparo_app: SELECT on record_activity
  amparo_app: SELECT on retention_run
  amparo_app: SELECT on share
  amparo_app: SELECT on shared_part
  amparo_app: SELECT on shared_record
  amparo_app: SELECT on signature
  amparo_app: SELECT on signature_address
  amparo_app: SELECT on signature_person
  amparo_app: SELECT on submission_alert
  amparo_app: SELECT on submission_rule
  amparo_app: SELECT on tombstone
  amparo_app: SELECT on work_item
  amparo_app: UPDATE (asked, counted_at, counted_by, shown) on section_count
  amparo_app: UPDATE (author, better, classes, description, highest, label, lowest, scale, unit) on observatory_series
  amparo_app: UPDATE (changed, found, run_at, run_by, state, undone_at, undone_by) on signature_check
  amparo_app: UPDATE (changed_at, changed_by, label, reading) on observatory_profile
  amparo_app: UPDATE (changed_how, name, recipient, signing_key) on bundle_partner
  amparo_app: UPDATE (check_id, ended_at, state) on signature
  amparo_app: UPDATE (created_at, locked_at, locked_identity, recipient) on person_key
  amparo_app: UPDATE (data_until, findings, rows, scope, superseded_by, version) on observatory_file
  amparo_app: UPDATE (ended_at) on press_link
  amparo_app: UPDATE (ended_at) on sign_on_link
  amparo_app: UPDATE (files, job, report) on observatory_run
  amparo_app: UPDATE (job_id, state) on retention_run
  amparo_app: UPDATE (language) on account
  amparo_app: UPDATE (lift_reason, lifted_at) on legal_hold
  amparo_app: UPDATE (made_at, made_by, recipient, threshold) on recovery_key
  amparo_app: UPDATE (name, schema_version, settings) on org
  amparo_app: UPDATE (outcome) on retention_item
  amparo_app: UPDATE (response, response_said) on observatory_recommendation
  amparo_app: UPDATE (settled_at, settled_by, words) on submission_alert
  amparo_app: UPDATE (told_at) on signature_address
  amparo_public: SELECT (arrangement, org_id) on site
  amparo_public: SELECT (data, facets, first_at, id, kind, org_id, published_at, slug, sort_key, timed) on publication
  amparo_public: SELECT (id, languages, name, slug) on org
  amparo_public: SELECT on publication_change
  amparo_public: SELECT on publication_version

-- functions
  accept_invitation(hash bytea, passphrase_hash text) security definer
  add_page_counts(counts jsonb) security definer
  against_naming(org uuid, person uuid, basis text, scope text, purpose text, channel text) security definer
  against_petition(petition uuid, folded text) security definer
  against_publishing(org uuid, person uuid, basis text) security definer
  agreement_changes() security definer
  agreement_ends_shares() security definer
  agreement_moves() security definer
  answer_share(given uuid, said text) security definer
  ask_approval(wanted uuid, what text, about uuid, digest bytea, content jsonb, ids uuid[], classes text[], why text, lifetime interval) security definer
  asked_by_me(run uuid) security definer
  assessment_changes() security definer
  assessment_moves() security definer
  at_risk_in(org uuid, one uuid) security definer
  attached_as_kept() security definer
  attachment_is_activity() security definer
  begin_session(org uuid, account uuid, hash bytea, new_form_token text, lifetime interval, how text, with_second boolean, browser text) security definer
  case_moves_reviews() security definer
  chain_entries(org uuid) security definer
  chain_ledger() security definer
  change_person(person uuid, new_name text, new_login text, new_role text, classes text[], disabled boolean) security definer
  check_agreement() security definer
  check_assessment() security definer
  check_bundle() security definer
  check_check() security definer
  check_embargo() security definer
  check_partner() security definer
  check_petition() security definer
  check_press_link() security definer
  check_publication() security definer
  check_review() security definer
  check_sending() security definer
  check_sharing_agreed() security definer
  check_silence() security definer
  check_silence_of_link() security definer
  check_snapshot() security definer
  check_stay_part() security definer
  check_stay_selection() security definer
  check_stay_voice() security definer
  check_text_embargo() security definer
  check_verification() security definer
  check_words_of_publication() security definer
  choose_login(new_login text) security definer
  citation_is_activity() security definer
  confirm_run(run uuid) security definer
  confirm_signature(token text) security definer
  consent_in_force(person uuid, wanted_scope text, wanted_purpose text, wanted_channel text, day date) security definer
  consent_on(org uuid, person uuid, wanted_scope text, wanted_purpose text, wanted_channel text, day date, wanted_partner text) security definer
  consent_stops_submissions() security definer
  copy_that_goes(audience text) 
  count_publication_change() security definer
  counts_as_sent(status text) 
  counts_within(data jsonb, wider jsonb) 
  current_account() security definer
  current_org() security definer
  current_teams() security definer
  decide_approval(wanted uuid, verdict text, said text) security definer
  deciders(wanted text) security definer
  detention_changes() security definer
  detention_gone_recounts() security definer
  detention_recounts() security definer
  detentions_before(below text) security definer
  digest_of_snapshot(snapshot uuid) security definer
  drop_approvals() security definer
  drop_copy() security definer
  drop_derived() security definer
  drop_lost_keys(org uuid, of_record uuid, of_account uuid) security definer
  drop_shares() security definer
  edge_of(key text, side integer) 
  embargo_of(org uuid, one uuid) security definer
  empty_mail() security definer
  end_due_shares() 
  end_publications() security definer
  end_session(hash bytea) security definer
  end_shares(org uuid, record uuid, cause text) security definer
  ended_session(hash bytea) security definer
  entitled_to_sealed(org uuid, of_record uuid, of_account uuid) security definer
  erase_sealed(of_record uuid, field text) security definer
  erase_sealed_again() security definer
  erase_unclaimed(older interval) 
  erase_wholly() security definer
  find_approval(org uuid, what text, about uuid, exactly bytea) 
  find_publication_approval() security definer
  finish_recovery(request uuid) security definer
  finish_share(s share, cause text, org uuid) 
  follow_parts() security definer
  follow_record() security definer
  forget_approvals() 
  forget_attempts(keys bytea[]) security definer
  forget_instant() 
  forget_page_counts() security definer
  forget_signatures(at timestamp with time zone) 
  four_eyes(org uuid) security definer
  four_eyes_digest() 
  four_eyes_need_two() security definer
  freshen_observatory() security definer
  freshen_statistics() security definer
  given_shares(request uuid) security definer
  hand_over(person uuid, heir uuid) security definer
  held_records() security definer
  holds_grant(record uuid) security definer
  host_is_taken(host text) security definer
  invite_person(id uuid, name text, login text, role text, classes text[], language text, token bytea, lifetime interval) security definer
  is_alone() security definer
  is_for_public(type text) 
  is_held(org uuid, record uuid) security definer
  is_person() security definer
  keep_a_holder() security definer
  keep_approval() 
  keep_challenge(challenge_hash bytea) security definer
  keep_held_attachment() security definer
  keep_held_keys() security definer
  keep_held_record() security definer
  keep_hold() security definer
  keep_item() security definer
  keep_ledger() 
  keep_line() security definer
  keep_owners_grants() security definer
  keep_records(ids uuid[]) security definer
  keep_reviews(org uuid, of_case uuid) security definer
  keep_run() 
  keep_signature() security definer
  keep_submission() security definer
  keep_work() security definer
  key_holders() security definer
  last_day_of(share share) 
  ledger_hash(e ledger, place bigint, previous bytea) 
  ledger_part(part text) 
  ledger_refusal(org uuid, act text, subject uuid, detail jsonb) security definer
  link_gives_audience() security definer
  link_is_activity() security definer
  link_narrows_publication() security definer
  links_give_audience() security definer
  lock_both(a uuid, b uuid) 
  log_bundle() security definer
  log_four_eyes() security definer
  log_sending() security definer
  log_withdrawal() security definer
  look_again(org uuid, person uuid) security definer
  mail_suppressed(org uuid, address_mark bytea, of_list text) security definer
  mark_within(address_mark bytea, petition uuid) 
  may(wanted text) security definer
  may_decide(wanted text, restricted uuid[], classes text[]) security definer
  may_share(record uuid) security definer
  moment_at(kept text) 
  move_publication_version() security definer
  move_schema_version() security definer
  move_submission(org uuid, submission uuid, wanted text, why text) security definer
  name_query(folded text, families integer) 
  named_in(s submission_snapshot) 
  names_of(org uuid, person uuid) security definer
  narrow_one(p publication) security definer
  narrow_publication() security definer
  narrow_shares() security definer
  narrowed(p publication, OUT kept jsonb, OUT rests jsonb) security definer
  narrowness(visibility text) 
  not_by_who_drafted() security definer
  not_to_be_named(one uuid) security definer
  note_activity(org uuid, ids uuid[], kind text) security definer
  note_erasure() security definer
  note_missing(asked uuid, detail jsonb) security definer
  note_purge() security definer
  note_readings(readings jsonb) security definer
  note_rule() security definer
  note_spending() security definer
  note_unsharing() security definer
  note_unsigning() security definer
  note_withdrawal() security definer
  note_withdrawn_consent() security definer
  offer_share(given uuid, record uuid, to_slug text, fields jsonb, titled boolean, purpose text, until timestamp with time zone) security definer
  offer_signature(publication uuid, letter bytea, place bytea, token text, address text, address_mark bytea, of_domain bytea, given jsonb, sealed_person text, sealed_address text) security definer
  offers_to_us() security definer
  only_organisation() security definer
  open_calendar(hash bytea) security definer
  open_letter(letter bytea) security definer
  open_session(hash bytea, touch boolean) security definer
  orphaned_count(person uuid) security definer
  orphaned_of(person uuid) security definer
  other_holders() security definer
  own_publicity(person uuid) security definer
  own_recovery_share() security definer
  own_sealed_keys(records uuid[]) security definer
  owner_of(org uuid, one uuid) security definer
  pace_signature(place bytea, burst integer, daily integer) 
  passkey_facts(credential text) security definer
  people_of_submission(submission uuid) security definer
  petition_at_risk(org uuid, petition uuid) 
  petition_closes(held jsonb) 
  petition_names(publication uuid, of_signer text, after text, after_id uuid, most integer) security definer
  petition_numbers(publication uuid) security definer
  petition_people(petition uuid) security definer
  petition_stage(publication uuid) security definer
  petition_wording(data jsonb, lang text) 
  place_of_offer(token text) security definer
  place_publication() security definer
  press_terms(hash bytea) security definer
  prison_days(org uuid, person uuid, line text) 
  prison_days_of(person uuid) 
  procedure_book_follows() security definer
  public_facets(data jsonb, facets jsonb) 
  publication_digest(kind text, record uuid, data jsonb, facets jsonb, sort_key text, named jsonb, sources jsonb, not_before timestamp with time zone, not_after timestamp with time zone) 
  publication_stands(p publication) 
  publicity_of(org uuid, person uuid) security definer
  purge_items(run uuid, ids uuid[]) security definer
  purge_narrows_publication() security definer
  purge_trash(days integer) 
  queue_public_mail(org uuid, by uuid, template_name text, lang text, token text, address text, hours integer, sent boolean) 
  read_days(written jsonb) 
  read_invitation(hash bytea) security definer
  read_press_text(hash bytea) security definer
  readable_classes() security definer
  reading_is_activity() security definer
  recipient_of(of_account uuid) security definer
  records_digest(spec jsonb, ids uuid[]) 
  recount_campaigns(org uuid, person uuid) security definer
  recovery_ready(request uuid) security definer
  recovery_sealed_keys(request uuid, most integer) security definer
  referral_consent(person uuid, partner text) security definer
  refresh_share(s share) security definer
  refuge_nights(first date, last date) security definer
  refuse_held(org uuid, record uuid) security definer
  refuse_lacking(s submission_snapshot, day date, withdrawn boolean) security definer
  refuse_sealing(of_record uuid, attempt_key bytea, cause text) security definer
  refuse_sign_in(org uuid, account uuid, keys bytea[], cause text) security definer
  remove_records(org uuid, ids uuid[]) 
  renew_invitation(person uuid, token bytea, lifetime interval) security definer
  replace_person_key() security definer
  replace_recovery_key() security definer
  replay_erase(org uuid, gone uuid, stone uuid, happened timestamp with time zone) 
  replay_hold(org uuid, held uuid, stone uuid, happened timestamp with time zone) 
  replay_lift(org uuid, hold uuid, stone uuid, happened timestamp with time zone) 
  replay_purge(org uuid, gone uuid, stone uuid, happened timestamp with time zone) 
  replay_rule(org uuid, subject uuid, stone uuid, happened timestamp with time zone) 
  replay_spend(org uuid, gone uuid, stone uuid, happened timestamp with time zone) 
  replay_tombstone(org uuid, stone uuid, what text, gone uuid, happened timestamp with time zone) 
  replay_unconsent(org uuid, consent uuid, stone uuid, happened timestamp with time zone) 
  replay_unshare(org uuid, gone uuid, stone uuid, happened timestamp with time zone) 
  replay_unsign(org uuid, gone uuid, stone uuid, happened timestamp with time zone) 
  replay_withdraw(org uuid, gone uuid, stone uuid, happened timestamp with time zone) 
  reply_moves_submission() security definer
  reply_needs_two() security definer
  require_administrator() security definer
  require_record() security definer
  return_share(given uuid) security definer
  revoke_share(given uuid) security definer
  rotate_session(old_hash bytea, new_hash bytea, new_form_token text) security definer
  run_needs_second(run uuid) security definer
  sealed_recipients(records uuid[]) security definer
  sealing_failures(attempt_key bytea) security definer
  search_records(query text, fuzzy boolean, kinds text[], most integer) security definer
  settle_alert() security definer
  settle_mail(org uuid, mail_id uuid, attempt integer, how text, said text, again interval, address_mark bytea) security definer
  share_classes(fields jsonb) 
  share_digest(record uuid, to_slug text, fields jsonb, titled boolean, purpose text, until timestamp with time zone) 
  share_needs_approval(record uuid, fields jsonb) security definer
  shared_values(held jsonb, fields jsonb, wanted text) 
  sharing_agreed(one uuid, final_day date) security definer
  sharing_agreed_of(org uuid, one uuid, final_day date) security definer
  sign_in_facts(given_org text, given_login text, keys bytea[]) security definer
  sign_in_means() security definer
  signatures_due(org uuid, at timestamp with time zone) 
  signatures_due_count(at timestamp with time zone) security definer
  source_holds(org uuid, s jsonb) security definer
  spend_approval(org uuid, wanted uuid) 
  spend_publication_approval() security definer
  spread_grants() security definer
  spread_team_grants() security definer
  spread_visibility() security definer
  stays_sealed() 
  stop_submissions(org uuid, person uuid) security definer
  submission_digest(org uuid, snapshot uuid) security definer
  submission_lacks(org uuid, wanted text, people uuid[], told uuid[], named uuid[], day date) security definer
  submission_people(org uuid, submission uuid) security definer
  suppress_mail(org uuid, address_mark bytea, of_list text, why text) security definer
  take_audiences(org uuid, ones uuid[], owners uuid[]) security definer
  take_job(kinds text[]) security definer
  take_mail(most integer, per_minute integer) security definer
  take_numbers(kind text, field_name text, of_series text, many integer) security definer
  take_sealed_keys(from_record uuid, to_record uuid, keys uuid[]) security definer
  team_load(team uuid, today date, week_end date) security definer
  text_embargo_moves() security definer
  today_utc() 
  unsign(org uuid, gone uuid, happened timestamp with time zone) 
  use_approval(wanted uuid, exactly bytea) security definer
  use_challenge(challenge_hash bytea) security definer
  use_sign_in_link(hash bytea, session_hash bytea, new_form_token text, lifetime interval) security definer
  what_left(person uuid) security definer
  what_stands_against(person uuid, basis text) security definer
  what_stands_against(person uuid, basis text, scope text, purpose text, channel text) security definer
  what_submission_lacks(wanted text, people uuid[], told uuid[], named uuid[], day date) security definer
  widens(old publication, new publication) 
  withdraw_approval(wanted uuid) security definer
  withdraw_sealed_keys() security definer
  withdraw_signature(token text) security definer
  withheld_people(org uuid) security definer
  without_counts(data jsonb) 
  word_vector(folded text) 
  words_name(org uuid, one uuid, people uuid[]) security definer
  work_day(text) 
  work_id(text) 
  written_days(days datemultirange) 
  wrong_with_projection(kind text, record uuid, data jsonb, sources jsonb, named jsonb) security definer
  wrong_with_publication(p publication, r public.record) security definer
  wrote_it(submission uuid) security definer
  wrote_submission(org uuid, submission uuid, person uuid) security definer
