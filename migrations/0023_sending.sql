-- Sending: what goes to a mechanism is frozen, agreed to by everyone in it, approved by a second person or reviewed by one
-- within a day, and logged. The program asks these functions; the database asks them itself, whatever the program does.

-- ---------------------------------------------------------------- what each mechanism asks

-- Of each mechanism of the catalogue: how much consent it takes, whom it tells (naming takes consent of its own), for which purpose and by which way
-- consent is asked, whether one person may send in an emergency, and which checks a person makes first. A test compares it
-- with the catalogue.
create table submission_rule (
  mechanism text primary key,
  level text not null check (level in ('required', 'required-or-justify', 'required-if-named', 'recommended', 'not-required', 'not-applicable')),
  audience text not null check (audience in ('state', 'public', 'none')),
  purpose text not null,
  channel text not null,
  urgent boolean not null,
  legal boolean not null,
  security boolean not null
);
insert into submission_rule (mechanism, level, audience, purpose, channel, urgent, legal, security) values
  ('un-sp-allegation-letter', 'required-or-justify', 'state', 'advocacy', 'letter', false, false, false),
  ('un-sp-urgent-appeal', 'required-or-justify', 'state', 'advocacy', 'letter', true, false, true),
  ('un-sp-other-letter', 'required-or-justify', 'state', 'advocacy', 'letter', false, false, false),
  ('un-sr-hrd', 'required-or-justify', 'state', 'advocacy', 'letter', true, false, false),
  ('un-sr-cultural-rights', 'required-or-justify', 'state', 'advocacy', 'letter', true, false, false),
  ('un-sr-foaa', 'required-or-justify', 'state', 'advocacy', 'letter', true, false, false),
  ('un-wgad-regular', 'required-or-justify', 'state', 'advocacy', 'letter', false, true, false),
  ('un-wgad-urgent', 'required-or-justify', 'state', 'advocacy', 'letter', true, false, true),
  ('un-wgeid-urgent', 'required', 'state', 'advocacy', 'letter', true, false, false),
  ('un-wgeid-standard', 'required', 'state', 'advocacy', 'letter', false, false, false),
  ('un-ced-urgent', 'required-or-justify', 'state', 'advocacy', 'letter', true, false, true),
  ('un-ced-individual', 'required-or-justify', 'state', 'advocacy', 'letter', false, true, true),
  ('un-tb-ccpr', 'required-or-justify', 'state', 'advocacy', 'letter', false, true, true),
  ('un-tb-cat', 'required-or-justify', 'state', 'advocacy', 'letter', false, true, true),
  ('un-tb-cedaw', 'required-or-justify', 'state', 'advocacy', 'letter', false, true, true),
  ('un-tb-cerd', 'required-or-justify', 'state', 'advocacy', 'letter', false, true, true),
  ('un-tb-cescr', 'required-or-justify', 'state', 'advocacy', 'letter', false, true, true),
  ('un-tb-crc', 'required-or-justify', 'state', 'advocacy', 'letter', false, true, true),
  ('un-tb-crpd', 'required-or-justify', 'state', 'advocacy', 'letter', false, true, true),
  ('un-hrc-complaint', 'recommended', 'state', 'advocacy', 'letter', false, false, false),
  ('un-upr-stakeholder', 'required-if-named', 'public', 'advocacy', 'letter', false, false, false),
  ('un-upr-followup', 'required-if-named', 'public', 'advocacy', 'letter', false, false, false),
  ('un-tb-alternative-report', 'required-if-named', 'public', 'advocacy', 'letter', false, false, false),
  ('un-ecosoc-status', 'not-applicable', 'public', 'advocacy', 'letter', false, false, false),
  ('un-hrc-ngo-statement', 'required-if-named', 'public', 'advocacy', 'letter', false, false, false),
  ('un-reprisals', 'required', 'state', 'advocacy', 'letter', true, false, false),
  ('unesco-104', 'required', 'state', 'advocacy', 'letter', false, false, false),
  ('ilo-cfa', 'recommended', 'state', 'advocacy', 'letter', false, false, true),
  ('ia-petition', 'recommended', 'state', 'advocacy', 'letter', false, true, true),
  ('ia-precautionary', 'required-or-justify', 'state', 'advocacy', 'letter', true, false, true),
  ('ia-hearing', 'required-if-named', 'state', 'advocacy', 'hearing', false, false, false),
  ('ia-art41', 'required-if-named', 'state', 'advocacy', 'letter', true, false, false),
  ('ia-art14-disappearance', 'required-or-justify', 'state', 'advocacy', 'letter', true, false, false),
  ('ia-srfoe', 'required-if-named', 'state', 'advocacy', 'letter', true, false, false),
  ('ia-court-provisional', 'required-or-justify', 'state', 'advocacy', 'letter', true, false, true),
  ('ia-meseni', 'required-if-named', 'state', 'advocacy', 'letter', true, false, false),
  ('ia-reports', 'required-if-named', 'public', 'advocacy', 'letter', false, false, false),
  ('af-achpr-communication', 'recommended', 'state', 'advocacy', 'letter', false, true, true),
  ('eu-ecthr-application', 'required', 'state', 'advocacy', 'letter', false, true, true),
  ('eu-coe-commissioner', 'required-if-named', 'state', 'advocacy', 'letter', false, false, false),
  ('eu-coe-private-office', 'required-or-justify', 'none', 'advocacy', 'letter', false, false, false),
  ('eu-hrd-guidelines', 'required', 'state', 'advocacy', 'letter', true, false, true),
  ('eu-protectdefenders-emergency', 'required', 'none', 'protection', 'letter', true, false, true),
  ('eu-protectdefenders-relocation', 'required', 'none', 'protection', 'letter', true, false, false),
  ('art-at-risk-networks', 'required', 'none', 'protection', 'letter', true, false, true),
  ('mercosur-raadh', 'required-if-named', 'public', 'advocacy', 'letter', false, false, false),
  ('gaamac', 'not-applicable', 'public', 'advocacy', 'letter', false, false, false),
  ('un-osapg', 'required-if-named', 'none', 'advocacy', 'letter', true, false, false),
  ('icc-art15', 'required-if-named', 'none', 'advocacy', 'letter', false, false, false),
  ('ar-conare-asylum', 'required', 'state', 'protection', 'letter', true, false, false),
  ('unhcr-registration', 'required', 'none', 'protection', 'letter', false, false, false),
  ('ar-universal-jurisdiction', 'required-if-named', 'state', 'advocacy', 'letter', false, true, false),
  ('nat-habeas-corpus', 'not-required', 'state', 'advocacy', 'letter', true, true, false),
  ('nat-amparo', 'required', 'state', 'advocacy', 'letter', true, true, false);
alter table submission_rule enable row level security;
create policy members on submission_rule for select to amparo_app using ((select current_org()) is not null);
grant select on submission_rule to amparo_app;

-- ---------------------------------------------------------------- who is in it, and who agreed

-- The people for whom a submission is: those it names, else those at risk in its case.
create function submission_people(org uuid, submission uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public as $$
  with named as (
    select l.to_id from public.link l
     where l.org_id = org and l.from_id = submission and l.field = 'persons' and l.until is null)
  select coalesce(array_agg(distinct p.to_id), '{}') from (
    select to_id from named
    union all
    select l.to_id from public.link l
     where not exists (select 1 from named)
       and l.org_id = org and l.from_id = public.owner_of(org, submission) and l.field = 'people' and l.until is null
       and coalesce(l.attributes->>'role', 'at_risk') = 'at_risk') p
$$;

-- What stands against sending, on a day: for each person the scope that is lacking, why, and what follows. `refuses`:
-- nothing goes. `justify`: a written reason has to stand for it. `told`: it is said and hinders nothing. Arguments `told`:
-- whom the mechanism is told by name; `named`: whom the State or the public will be. Nobody is named without having agreed,
-- and what was withdrawn no reason overrides.
create function submission_lacks(org uuid, wanted text, people uuid[], told uuid[], named uuid[], day date)
returns table (person uuid, scope text, reason text, follows text)
language sql stable security definer set search_path = pg_catalog, public as $$
  with rule as (select r.* from public.submission_rule r where r.mechanism = wanted and r.level not in ('not-required', 'not-applicable')),
  asked as (
    select p.id as person, 'act' as scope from unnest(people) p(id)
    union all
    select p.id, case r.audience when 'state' then 'name_to_state' else 'name_public' end
      from unnest(named) p(id), rule r where r.audience <> 'none')
  select a.person, a.scope, c.reason,
         case when a.scope <> 'act' or r.level = 'required' or c.reason = 'withdrawn' or a.person = any(told) then 'refuses'
              when r.level = 'required-or-justify' then 'justify'
              else 'told' end
    from asked a cross join rule r
   cross join lateral public.consent_on(org, a.person, a.scope,
     case a.scope when 'name_public' then 'publication' else r.purpose end,
     case a.scope when 'name_public' then 'website' else r.channel end, day) c
   where c.reason <> 'in_force'
  union all
  select p.id, 'publicity', 'quiet', 'refuses' from unnest(named) p(id), rule r
   where r.audience = 'public' and public.publicity_of(org, p.id) = 'quiet'
$$;

-- The same for who asks, of their own organisation.
create function what_submission_lacks(wanted text, people uuid[], told uuid[], named uuid[], day date)
returns table (person uuid, scope text, reason text, follows text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select * from public.submission_lacks(public.current_org(), wanted, people, told, named, day)
   where public.current_org() is not null and public.may('read')
$$;

create function people_of_submission(submission uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.submission_people(r.org_id, r.id) from public.record r
   where r.org_id = public.current_org() and r.id = submission and r.type = 'submission' and public.may('read')
     and (r.visibility <> 'restricted' or public.holds_grant(r.id))
$$;

-- ---------------------------------------------------------------- the frozen copy

-- What was asked to be approved, and goes: its copies for the mechanism, the State and the public, each as PDF, DOCX, JSON
-- and text, encrypted as files. Written once; no login that serves can change or remove it.
create table submission_snapshot (
  org_id uuid not null references org,
  id uuid not null,
  submission_id uuid not null,
  -- Of the submission when it was frozen.
  version int not null,
  mechanism text not null references submission_rule,
  language text not null,
  fictitious boolean not null,
  people uuid[] not null,
  -- Whom each copy tells by name.
  named_to_mechanism uuid[] not null,
  named_to_state uuid[] not null,
  named_in_public uuid[] not null,
  -- The classes of value that it takes from: who may not read one of them does not see it.
  classes text[] not null,
  -- Why it goes without the consent of somebody, where the mechanism allows that.
  reason text not null default '' check (length(reason) <= 4000),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, submission_id) references record on delete cascade,
  foreign key (org_id, made_by) references account
);
create index submission_snapshot_of on submission_snapshot (org_id, submission_id, made_at);

create table submission_copy (
  org_id uuid not null,
  snapshot_id uuid not null,
  audience text not null check (audience in ('mechanism', 'state', 'public')),
  -- A file that goes along is an annex, at its place in the list.
  format text not null check (format in ('pdf', 'docx', 'json', 'txt', 'annex')),
  position int not null default 0,
  name text not null,
  file_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (org_id, snapshot_id, audience, format, position),
  foreign key (org_id, snapshot_id) references submission_snapshot on delete cascade,
  foreign key (org_id, file_id) references file
);
create index submission_copy_file on submission_copy (org_id, file_id);

-- Exactly what is frozen: by it a second person approves, and by it the database knows again what goes.
create function submission_digest(org uuid, snapshot uuid) returns bytea
language sql stable security definer set search_path = pg_catalog, public as $$
  select sha256(convert_to('amparo submission 1 ' || jsonb_build_object(
    'submission', s.submission_id, 'snapshot', s.id, 'mechanism', s.mechanism, 'language', s.language,
    'fictitious', s.fictitious, 'people', s.people, 'mechanism_told', s.named_to_mechanism, 'state', s.named_to_state,
    'public', s.named_in_public, 'reason', s.reason,
    'copies', (select jsonb_agg(jsonb_build_array(c.audience, c.format, c.position, c.sha256) order by c.audience, c.format, c.position)
                 from public.submission_copy c where c.org_id = org and c.snapshot_id = s.id))::text, 'UTF8'))
    from public.submission_snapshot s where s.org_id = org and s.id = snapshot
$$;

create function digest_of_snapshot(snapshot uuid) returns bytea
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.submission_digest(s.org_id, s.id) from public.submission_snapshot s
    join public.record r on r.org_id = s.org_id and r.id = s.submission_id
   where s.org_id = public.current_org() and s.id = snapshot and public.may('read')
     and (r.visibility <> 'restricted' or public.holds_grant(r.id))
$$;

-- Which copy goes to a mechanism: its own; where it publishes what it gets, the public one.
create function copy_that_goes(audience text) returns text
language sql immutable set search_path = pg_catalog as $$
  select case audience when 'public' then 'public' else 'mechanism' end
$$;

-- Whom the mechanism will tell by name to those of whom consent speaks.
create function named_in(s submission_snapshot) returns uuid[]
language sql stable set search_path = pg_catalog, public as $$
  select case r.audience when 'state' then s.named_to_state when 'public' then s.named_in_public else '{}' end
    from public.submission_rule r where r.mechanism = s.mechanism
$$;

-- Refuses with the first that stands against it; `withdrawn`: looks only for what was withdrawn.
create function refuse_lacking(s submission_snapshot, day date, withdrawn boolean default false) returns void
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare lack record;
begin
  select l.* into lack from public.submission_lacks(s.org_id, s.mechanism, s.people, s.named_to_mechanism, public.named_in(s), day) l
   where (l.follows = 'refuses' or (l.follows = 'justify' and btrim(s.reason) = '')) and (not withdrawn or l.reason = 'withdrawn')
   order by l.follows desc, l.person limit 1;
  if found then
    raise exception 'submission: not agreed (% %)', lack.scope, lack.reason
      using errcode = 'check_violation', hint = lack.person::text;
  end if;
end $$;

create function check_snapshot() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare r public.record;
begin
  select * into r from public.record x where x.org_id = new.org_id and x.id = new.submission_id for update;
  if r.id is null or r.type <> 'submission' or r.deleted_at is not null or r.merged_into is not null then
    raise exception 'submission: not there' using errcode = 'no_data_found';
  end if;
  if r.values->>'status' in ('frozen', 'withdrawn') or public.counts_as_sent(r.values->>'status') then
    raise exception 'submission: not to be sent as it stands' using errcode = 'check_violation';
  end if;
  new.version := r.version;
  new.mechanism := r.values->>'mechanism';
  new.language := r.values->>'language';
  new.fictitious := r.fictitious;
  new.people := public.submission_people(new.org_id, new.submission_id);
  new.made_by := public.current_account();
  new.made_at := now();
  if not (new.named_to_mechanism || new.named_to_state || new.named_in_public) <@ new.people then
    raise exception 'submission: names somebody for whom it is not' using errcode = 'check_violation';
  end if;
  perform public.refuse_lacking(new, public.today_utc());
  return new;
end $$;

-- What is gone with the record is unreadable.
create function drop_copy() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.file f set data_key = null where f.org_id = old.org_id and f.id = old.file_id and f.data_key is not null;
  return null;
end $$;
create trigger submission_copy_gone after delete on submission_copy for each row execute function drop_copy();

-- ---------------------------------------------------------------- who wrote it, who may approve it

-- Whether a person has written any of it: where it stands and what became of it is no writing.
create function wrote_submission(org uuid, submission uuid, person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select 1 from public.record r where r.org_id = org and r.id = submission
      and (r.created_by = person or r.values->>'drafter' = person::text))
  or exists (
    select 1 from (
      select v.changed_by, v.said, lag(v.said) over (partition by v.record_id, v.class order by v.version) as before
        from (select x.record_id, x.class, x.version, x.changed_by,
                     x.values - array['status', 'drafter', 'reference', 'sent_at', 'sent_by', 'sent_through', 'receipt', 'snapshot',
                                      'official_code', 'transmitted_on'] as said
                from public.record_version x
               where x.org_id = org and (x.record_id = submission or x.record_id in (
                 select l.from_id from public.link l join public.record a on a.org_id = l.org_id and a.id = l.from_id
                  where l.org_id = org and l.to_id = submission and l.belongs and l.until is null
                    and a.type in ('submission_answer', 'submission_annex', 'submission_name')))) v) w
     where w.changed_by = person and w.said is distinct from w.before)
$$;

-- Of whoever asks.
create function wrote_it(submission uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.current_org() is not null and public.wrote_submission(public.current_org(), submission, public.current_account())
$$;

insert into approval_kind (kind, asks, decides, needs_reason) values ('submission', 'write', 'export', false);

create function not_by_who_drafted() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if public.wrote_submission(new.org_id, new.subject, new.decided_by) then
    raise exception 'approval: not by who drafted' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger approval_not_by_drafter before update of decision on approval for each row
  when (new.kind = 'submission' and new.decision = 'approved' and old.decision is null) execute function not_by_who_drafted();

-- A check that a person has made of what is frozen: of law, of safety. Not by who wrote it.
create table submission_check (
  org_id uuid not null,
  snapshot_id uuid not null,
  kind text not null check (kind in ('legal', 'security')),
  checked_by uuid not null,
  checked_at timestamptz not null default now(),
  words text not null default '' check (length(words) <= 4000),
  primary key (org_id, snapshot_id, kind),
  foreign key (org_id, snapshot_id) references submission_snapshot on delete cascade,
  foreign key (org_id, checked_by) references account
);

create function check_check() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  new.checked_by := public.current_account();
  new.checked_at := now();
  if not public.is_person() or public.wrote_submission(new.org_id, (
    select s.submission_id from public.submission_snapshot s where s.org_id = new.org_id and s.id = new.snapshot_id), new.checked_by)
  then raise exception 'approval: not by who drafted' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger submission_check_by_another before insert on submission_check for each row execute function check_check();

-- ---------------------------------------------------------------- sending

-- That it was sent: by whom, when, by which channel, with which receipt. One for each submission, and never changed.
create table submission_sending (
  org_id uuid not null references org,
  submission_id uuid not null,
  -- `sent`: it left. `exercise`: of a fictitious case; nothing left, and it may be on paper, without a frozen copy. `earlier`:
  -- it had left before this organisation kept its work here, and is entered afterwards.
  way text not null check (way in ('sent', 'exercise', 'earlier')),
  snapshot_id uuid,
  digest bytea check (length(digest) = 32),
  approval_id uuid,
  -- In an emergency, by one person alone: why. A second reviews it within a day.
  urgent text check (length(btrim(urgent)) between 1 and 4000),
  sent_at timestamptz not null,
  -- The zone on whose clocks it was read, an IANA name.
  zone text not null check (length(zone) between 1 and 60),
  channel text not null check (length(btrim(channel)) between 1 and 200),
  receipt text not null default '' check (length(receipt) <= 500),
  receipt_file uuid,
  people uuid[] not null,
  sent_by uuid not null,
  logged_at timestamptz not null default now(),
  primary key (org_id, submission_id),
  foreign key (org_id, submission_id) references record on delete cascade,
  foreign key (org_id, snapshot_id) references submission_snapshot,
  foreign key (org_id, receipt_file) references file,
  foreign key (org_id, sent_by) references account,
  -- Without a frozen copy only what did not leave from here: an exercise on paper, or what had left before.
  check (way <> 'sent' or snapshot_id is not null),
  check (way <> 'earlier' or snapshot_id is null),
  check ((snapshot_id is null) = (digest is null)),
  check (snapshot_id is not null or (urgent is null and approval_id is null))
);
create index submission_sending_people on submission_sending using gin (people);
create index submission_sending_urgent on submission_sending (org_id, sent_at) where urgent is not null;

create function check_sending() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  r public.record;
  s public.submission_snapshot;
  rule public.submission_rule;
  lack record;
begin
  select * into r from public.record x where x.org_id = new.org_id and x.id = new.submission_id for update;
  if r.id is null or r.type <> 'submission' or r.deleted_at is not null or r.merged_into is not null then
    raise exception 'submission: not there' using errcode = 'no_data_found';
  end if;
  new.sent_by := public.current_account();
  new.logged_at := now();
  new.approval_id := null;
  if not public.is_person() then
    raise exception 'submission: sent by a person' using errcode = 'insufficient_privilege';
  end if;
  if r.values->>'status' in ('frozen', 'withdrawn') then
    raise exception 'submission: not to be sent as it stands' using errcode = 'check_violation';
  end if;
  if new.sent_at > now() + interval '5 minutes' then
    raise exception 'submission: not sent yet' using errcode = 'check_violation';
  end if;
  if r.fictitious <> (new.way = 'exercise') then
    raise exception 'submission: fictitious' using errcode = 'check_violation';
  end if;
  if new.way = 'earlier' then
    if not new.sent_at < (select o.created_at from public.org o where o.id = new.org_id) then
      raise exception 'submission: not earlier' using errcode = 'check_violation';
    end if;
    new.people := public.submission_people(new.org_id, new.submission_id);
    return new;
  end if;
  if new.way = 'exercise' and new.snapshot_id is null then
    new.people := public.submission_people(new.org_id, new.submission_id);
    new.digest := null;
    new.urgent := null;
    -- As if all of them were named.
    select l.* into lack from public.submission_lacks(new.org_id, r.values->>'mechanism', new.people, new.people, new.people,
      (new.sent_at at time zone 'utc')::date) l where l.follows <> 'told' limit 1;
    if found then
      raise exception 'submission: not agreed (% %)', lack.scope, lack.reason
        using errcode = 'check_violation', hint = lack.person::text;
    end if;
    return new;
  end if;
  select * into s from public.submission_snapshot x
   where x.org_id = new.org_id and x.submission_id = new.submission_id order by x.made_at desc, x.id desc limit 1;
  if s.id is null or s.id is distinct from new.snapshot_id or s.mechanism is distinct from r.values->>'mechanism'
     or not public.submission_people(new.org_id, new.submission_id) <@ s.people
  then raise exception 'submission: changed' using errcode = 'check_violation'; end if;
  select * into rule from public.submission_rule x where x.mechanism = s.mechanism;
  if not exists (select 1 from public.submission_copy c join public.file f on f.org_id = c.org_id and f.id = c.file_id
                  where c.org_id = new.org_id and c.snapshot_id = s.id and c.audience = public.copy_that_goes(rule.audience) and f.data_key is not null)
  then raise exception 'submission: changed' using errcode = 'check_violation'; end if;
  new.digest := public.submission_digest(new.org_id, s.id);
  new.people := s.people;
  if new.way = 'sent' and new.sent_at < date_trunc('minute', s.made_at) then
    raise exception 'submission: sent before it was made' using errcode = 'check_violation';
  end if;
  -- Of the day on which it went; and nobody in it has withdrawn since.
  perform public.refuse_lacking(s, (new.sent_at at time zone 'utc')::date);
  perform public.refuse_lacking(s, public.today_utc(), true);
  new.approval_id := (public.find_approval(new.org_id, 'submission', new.submission_id, new.digest)).id;
  if new.approval_id is not null and public.spend_approval(new.org_id, new.approval_id) then
    new.urgent := null;
  else
    new.approval_id := null;
    if new.urgent is not null and not rule.urgent then
      raise exception 'submission: not an emergency' using errcode = 'check_violation';
    end if;
    if new.way = 'sent' and new.urgent is null and public.four_eyes(new.org_id) then
      raise exception 'submission: not approved by a second person' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if new.way = 'sent' and new.urgent is null then
    if rule.legal and not exists (select 1 from public.submission_check c
                                   where c.org_id = new.org_id and c.snapshot_id = s.id and c.kind = 'legal')
    then raise exception 'submission: no legal check' using errcode = 'check_violation'; end if;
    if rule.security and not exists (select 1 from public.submission_check c
                                      where c.org_id = new.org_id and c.snapshot_id = s.id and c.kind = 'security')
    then raise exception 'submission: no security check' using errcode = 'check_violation'; end if;
  end if;
  return new;
end $$;
create trigger submission_sending_agreed before insert on submission_sending for each row execute function check_sending();

create function log_sending() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.ledger (org_id, account_id, act, subject, detail)
  select new.org_id, public.current_account(), 'submission.send', one, jsonb_strip_nulls(jsonb_build_object(
           'submission', new.submission_id, 'way', new.way, 'sentAt', new.sent_at, 'snapshot', new.snapshot_id,
           'digest', encode(new.digest, 'hex'), 'urgent', case when new.urgent is not null then true end,
           'alone', case when new.way = 'sent' and new.urgent is null and new.approval_id is null then true end))
    from unnest(new.submission_id || new.people) one;
  return null;
end $$;
create trigger submission_sending_logged after insert on submission_sending for each row execute function log_sending();

-- What counts as sent, whatever became of it.
create function counts_as_sent(status text) returns boolean
language sql immutable set search_path = pg_catalog as $$
  select coalesce(status in ('sent', 'acknowledged', 'info-requested', 'registered', 'transmitted', 'reply-received',
                             'reply-overdue', 'comments-due', 'decided', 'follow-up', 'closed', 'rejected'), false)
$$;
create trigger submission_snapshot_agreed before insert on submission_snapshot for each row execute function check_snapshot();

-- A submission stands as sent when the sending is there, and not otherwise; then it is no draft again, and to no other.
create function keep_submission() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare sent boolean := exists (
  select 1 from public.submission_sending s where s.org_id = new.org_id and s.submission_id = new.id);
begin
  if public.counts_as_sent(new.values->>'status') and not sent then
    raise exception 'submission: not sent' using errcode = 'check_violation';
  end if;
  if sent and tg_op = 'UPDATE' then
    if new.values->>'mechanism' is distinct from old.values->>'mechanism'
       or not (public.counts_as_sent(new.values->>'status') or new.values->>'status' = 'withdrawn')
          and public.counts_as_sent(old.values->>'status')
    then raise exception 'submission: it was sent' using errcode = 'check_violation'; end if;
  end if;
  return new;
end $$;
create trigger submission_made before insert on record for each row
  when (new.type = 'submission') execute function keep_submission();
create trigger submission_kept before update of values on record for each row
  when (new.type = 'submission' and old.values is distinct from new.values) execute function keep_submission();

-- ---------------------------------------------------------------- an emergency is reviewed

create table submission_review (
  org_id uuid not null,
  submission_id uuid not null,
  verdict text not null check (verdict in ('stands', 'mend')),
  words text not null check (length(btrim(words)) between 1 and 4000),
  reviewed_by uuid not null,
  reviewed_at timestamptz not null default now(),
  primary key (org_id, submission_id),
  foreign key (org_id, submission_id) references submission_sending on delete cascade,
  foreign key (org_id, reviewed_by) references account
);

create function check_review() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare s public.submission_sending;
begin
  select * into s from public.submission_sending x where x.org_id = new.org_id and x.submission_id = new.submission_id;
  new.reviewed_by := public.current_account();
  new.reviewed_at := now();
  if s.urgent is null then raise exception 'submission: nothing to review' using errcode = 'check_violation'; end if;
  if not public.is_person() or s.sent_by = new.reviewed_by then
    raise exception 'approval: not by who asked' using errcode = 'insufficient_privilege';
  end if;
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (new.org_id, new.reviewed_by, 'submission.review', new.submission_id, jsonb_build_object('verdict', new.verdict));
  return new;
end $$;
create trigger submission_review_by_second before insert on submission_review for each row execute function check_review();

-- ---------------------------------------------------------------- a consent ends

-- Somebody in what was sent has withdrawn since: open until a person says what was done.
create table submission_alert (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  submission_id uuid not null,
  person_id uuid not null,
  raised_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid,
  words text check (length(btrim(words)) between 1 and 4000),
  primary key (org_id, id),
  foreign key (org_id, submission_id) references record on delete cascade,
  foreign key (org_id, person_id) references record on delete cascade,
  foreign key (org_id, settled_by) references account,
  check ((settled_at is null) = (words is null) and (settled_at is null) = (settled_by is null))
);
create unique index submission_alert_open on submission_alert (org_id, submission_id, person_id) where settled_at is null;
create index submission_alert_person on submission_alert (org_id, person_id);

create function settle_alert() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if old.settled_at is not null then
    raise exception 'submission: settled once' using errcode = 'restrict_violation';
  end if;
  new.settled_at := now();
  new.settled_by := public.current_account();
  return new;
end $$;
create trigger submission_alert_settled before update on submission_alert for each row execute function settle_alert();

-- Moves a submission, as a version of its own: also where who acts may not see it.
create function move_submission(org uuid, submission uuid, wanted text, why text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare r public.record;
begin
  update public.record x set values = x.values || jsonb_build_object('status', wanted), version = x.version + 1, updated_at = now()
   where x.org_id = org and x.id = submission and x.values->>'status' is distinct from wanted
  returning * into r;
  if not found then return; end if;
  insert into public.record_version (org_id, record_id, version, class, operation, values, visibility, changed_by, reason)
  values (org, submission, r.version, 'open', 'update', r.values, r.visibility, coalesce(public.current_account(), r.updated_by), why);
  delete from public.record_key k where k.org_id = org and k.record_id = submission and k.field = 'status';
  insert into public.record_key (org_id, record_id, type, field, key, class, visibility)
  values (org, submission, 'submission', 'status', wanted, 'open', r.visibility) on conflict do nothing;
end $$;

-- A person withdrew: what has not gone is stopped, and its approvals with it; of what has gone somebody is told.
create function stop_submissions(org uuid, person uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  one record;
  lack text;
begin
  for one in
    select r.id, r.values->>'status' as status, q.audience, q.purpose, q.channel
      from (select l.from_id as id from public.link l
             where l.org_id = org and l.to_id = person and l.field = 'persons' and l.until is null
            union
            select b.from_id from public.link p
              join public.link b on b.org_id = p.org_id and b.to_id = p.from_id and b.belongs and b.until is null
             where p.org_id = org and p.to_id = person and p.field = 'people' and p.until is null) found
      join public.record r on r.org_id = org and r.id = found.id
      join public.submission_rule q on q.mechanism = r.values->>'mechanism'
     where r.type = 'submission' and r.deleted_at is null and r.merged_into is null
       and r.values->>'status' is distinct from 'withdrawn' and q.level not in ('not-required', 'not-applicable')
       and (person = any(public.submission_people(org, r.id)) or exists (
         select 1 from public.submission_sending g where g.org_id = org and g.submission_id = r.id and person = any(g.people)))
  loop
    select min(c.reason) into lack
      from unnest(array['act', case one.audience when 'state' then 'name_to_state' when 'public' then 'name_public' end]) s(scope)
     cross join lateral public.consent_on(org, person, s.scope,
       case s.scope when 'name_public' then 'publication' else one.purpose end,
       case s.scope when 'name_public' then 'website' else one.channel end, public.today_utc()) c
     where s.scope is not null and c.reason = 'withdrawn';
    continue when lack is null;
    if public.counts_as_sent(one.status) then
      insert into public.submission_alert (org_id, submission_id, person_id) values (org, one.id, person) on conflict do nothing;
    elsif one.status is distinct from 'frozen' then
      perform public.move_submission(org, one.id, 'frozen', 'consent withdrawn');
      update public.approval a set withdrawn_at = now()
       where a.org_id = org and a.kind = 'submission' and a.subject = one.id and a.used_at is null and a.withdrawn_at is null
         and a.decision is distinct from 'refused';
      insert into public.ledger (org_id, account_id, act, subject, detail)
      values (org, public.current_account(), 'submission.stop', one.id, '{}');
    end if;
  end loop;
end $$;

create function consent_stops_submissions() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare person uuid;
begin
  for person in select l.to_id from public.link l
    where l.org_id = new.org_id and l.from_id = new.id and l.field = 'person' and l.until is null
  loop perform public.stop_submissions(new.org_id, person); end loop;
  return null;
end $$;
create trigger record_consent_stops after update of values on record for each row
  when (new.type = 'consent' and new.values->>'withdrawn_on' is not null
        and old.values->>'withdrawn_on' is distinct from new.values->>'withdrawn_on')
  execute function consent_stops_submissions();

-- ---------------------------------------------------------------- an answer comes

-- Whichever way a reply is entered, the submission stands at it.
create function reply_moves_submission() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare said text;
begin
  select r.values->>'quality' into said from public.record r
   where r.org_id = new.org_id and r.id = new.from_id and r.type = 'submission_reply';
  if not found then return null; end if;
  perform public.move_submission(new.org_id, new.to_id, case said when 'acknowledgement' then 'acknowledged' else 'reply-received' end, null)
     from public.record s
    where s.org_id = new.org_id and s.id = new.to_id
      and (s.values->>'status' in ('sent', 'reply-overdue')
           or said is distinct from 'acknowledgement' and s.values->>'status' in ('acknowledged', 'registered', 'transmitted', 'info-requested'));
  return null;
end $$;
create trigger link_reply_made after insert on link for each row
  when (new.belongs and new.until is null and new.field = 'submission') execute function reply_moves_submission();

-- ---------------------------------------------------------------- who sees it

do $$
declare t text;
begin
  foreach t in array array['submission_snapshot', 'submission_sending', 'submission_review', 'submission_alert']
  loop
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy readers on %1$I for select to amparo_app
      using (org_id = (select current_org()) and (select may('read'))
             and exists (select 1 from record r where r.org_id = %1$I.org_id and r.id = %1$I.submission_id))$p$, t);
  end loop;
end $$;
create policy entitled on submission_snapshot as restrictive for select to amparo_app
  using (classes <@ (select readable_classes()));
create policy makers on submission_snapshot for insert to amparo_app
  with check (org_id = (select current_org()) and (select may('write'))
              and exists (select 1 from record r where r.org_id = submission_snapshot.org_id and r.id = submission_snapshot.submission_id));
create policy senders on submission_sending for insert to amparo_app
  with check (org_id = (select current_org()) and (select may('export'))
              and exists (select 1 from record r where r.org_id = submission_sending.org_id and r.id = submission_sending.submission_id));
create policy reviewers on submission_review for insert to amparo_app
  with check (org_id = (select current_org()) and (select may('export'))
              and exists (select 1 from submission_sending s where s.org_id = submission_review.org_id and s.submission_id = submission_review.submission_id));
create policy settlers on submission_alert for update to amparo_app
  using (org_id = (select current_org()) and (select may('write'))
         and exists (select 1 from record r where r.org_id = submission_alert.org_id and r.id = submission_alert.submission_id));

alter table submission_copy enable row level security;
alter table submission_check enable row level security;
create policy readers on submission_copy for select to amparo_app
  using (org_id = (select current_org())
         and exists (select 1 from submission_snapshot s where s.org_id = submission_copy.org_id and s.id = submission_copy.snapshot_id));
create policy makers on submission_copy for insert to amparo_app
  with check (org_id = (select current_org()) and (select may('write')) and exists (
    select 1 from submission_snapshot s where s.org_id = submission_copy.org_id and s.id = submission_copy.snapshot_id
       and s.made_by = (select current_account())));
create policy readers on submission_check for select to amparo_app
  using (org_id = (select current_org())
         and exists (select 1 from submission_snapshot s where s.org_id = submission_check.org_id and s.id = submission_check.snapshot_id));
create policy makers on submission_check for insert to amparo_app
  with check (org_id = (select current_org()) and (select may('write')) and exists (
    select 1 from submission_snapshot s where s.org_id = submission_check.org_id and s.id = submission_check.snapshot_id));

grant select, insert on submission_snapshot, submission_copy, submission_check, submission_sending, submission_review to amparo_app;
grant select, update (words, settled_at, settled_by) on submission_alert to amparo_app;
grant execute on function what_submission_lacks, people_of_submission, digest_of_snapshot, counts_as_sent, copy_that_goes, wrote_it to amparo_app;

-- What of a person had left by now: submissions too.
create or replace function what_left(person uuid)
returns table (at timestamptz, act text, account_id uuid, detail jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select l.at, l.act, l.account_id, l.detail from public.ledger l
   where l.org_id = public.current_org() and l.subject = person and public.may('read')
     and l.act in ('publication.publish', 'publication.withdraw', 'share.offer', 'share.accept', 'share.end',
                   'export.run', 'referral.send', 'bundle.make', 'submission.send')
     and exists (select 1 from public.record r where r.org_id = l.org_id and r.id = person
                  and (r.visibility <> 'restricted' or public.holds_grant(r.id)))
   order by l.at, l.seq
$$;
