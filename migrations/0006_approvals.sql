-- Four eyes: what leaves the house is decided by a second person. One mechanism for all kinds: what is approved is frozen
-- by a digest of exactly what would leave; if that changes, the approval holds no longer.

-- Who asks for what, and who decides it. A new kind is a row here, and an entry in the house's list of kinds.
create table approval_kind (
  kind text primary key,
  asks text not null,
  decides text not null,
  needs_reason boolean not null
);
insert into approval_kind (kind, asks, decides, needs_reason) values
  ('publication', 'publish', 'publish', false),
  ('export', 'export', 'export', true),
  -- Letting one person alone publish and take away.
  ('four_eyes', 'administer', 'administer', true);

create table approval (
  org_id uuid not null references org,
  id uuid not null,
  kind text not null references approval_kind,
  -- What it is about: a record, or for what concerns many the approval itself.
  subject uuid not null,
  digest bytea not null check (length(digest) = 32),
  -- What would leave, or how it is found. Nothing once the approval is over.
  content jsonb,
  -- The records that it takes from, as they were, and the classes of value: whoever decides must be able to read them all.
  record_ids uuid[] not null,
  versions int[] not null,
  restricted uuid[] not null,
  classes text[] not null,
  reason text not null check (length(reason) <= 2000),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null,
  decision text check (decision in ('approved', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  words text check (length(words) <= 2000),
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, asked_by) references account,
  foreign key (org_id, decided_by) references account,
  constraint approval_four_eyes check (decided_by <> asked_by),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  check (used_at is null or decision = 'approved'),
  check (withdrawn_at is null or used_at is null),
  check (cardinality(record_ids) = cardinality(versions))
);
create index approval_waiting on approval (org_id, asked_at) where decision is null and withdrawn_at is null;
create index approval_digest on approval (org_id, kind, subject);
create index approval_asked on approval (org_id, asked_by, asked_at);

-- Decided once, used once, and never about something else than was asked: whoever writes, the owner neither.
create function keep_approval() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
  if row(new.org_id, new.id, new.kind, new.subject, new.digest, new.record_ids, new.versions, new.restricted,
         new.classes, new.asked_by, new.asked_at)
     is distinct from row(old.org_id, old.id, old.kind, old.subject, old.digest, old.record_ids, old.versions,
         old.restricted, old.classes, old.asked_by, old.asked_at)
     or (old.decision is not null and row(new.decision, new.decided_by, new.decided_at, new.words)
         is distinct from row(old.decision, old.decided_by, old.decided_at, old.words))
     or (old.used_at is not null and new.used_at is distinct from old.used_at)
     or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at)
  then raise exception 'approval: decided once, used once' using errcode = 'restrict_violation'; end if;
  if new.used_at is not null or new.withdrawn_at is not null or new.decision = 'refused' then new.content := null; end if;
  return new;
end $$;
create trigger approval_kept before update on approval for each row execute function keep_approval();

-- Whether an organisation lets one person alone publish and take away. On, unless an administrator has turned it off.
create function four_eyes(org uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select o.settings->>'four_eyes' from public.org o where o.id = org), 'on') <> 'off'
$$;

create function log_four_eyes() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.ledger (org_id, account_id, act, detail)
  values (new.id, public.current_account(), 'settings.change', jsonb_build_object('fourEyes', new.settings->'four_eyes'));
  return null;
end $$;
create trigger org_four_eyes after update of settings on org for each row
  when (old.settings->'four_eyes' is distinct from new.settings->'four_eyes') execute function log_four_eyes();

-- ---------------------------------------------------------------- who may decide

create function is_person() returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.account a where a.org_id = public.current_org()
                  and a.id = public.current_account() and a.kind = 'person')
$$;

-- Whether the person asking may decide on such a thing: a person, with the capability, who may read all that it takes
-- from. Who may not is not told that it is there.
create function may_decide(wanted text, restricted uuid[], classes text[]) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.is_person()
     and exists (select 1 from public.approval_kind k where k.kind = wanted and public.may(k.decides))
     and classes <@ public.readable_classes()
     and not exists (select 1 from unnest(restricted) r(id) where not public.holds_grant(r.id))
$$;

-- How many people could decide what the person asking asks: whether four eyes are there at all.
create function deciders(wanted text) returns int
language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from public.account a
    join public.approval_kind k on k.kind = wanted
    join public.role_capability c on c.role = a.role and c.capability = k.decides
   where a.org_id = public.current_org() and a.kind = 'person' and a.disabled_at is null
     and a.id <> public.current_account()
$$;

alter table approval enable row level security;
create policy concerned on approval for select to amparo_app using (
  org_id = (select current_org()) and (asked_by = (select current_account()) or may_decide(kind, restricted, classes)));
grant select on approval to amparo_app;

-- ---------------------------------------------------------------- asking, deciding, using

-- What leaves with some records besides how it is asked for: their versions, quotes and files of the classes in
-- `spec.classes`, as the person asking sees them. Not the owner's function: it sees what its caller sees.
create function records_digest(spec jsonb, ids uuid[]) returns bytea
language sql stable set search_path = pg_catalog, public as $$
  select sha256(convert_to('amparo records 1 ' || spec::text || coalesce((
    select string_agg(r.id || ':' || r.version || ':' || r.visibility, ',' order by r.id) from public.record r
     where r.org_id = (select public.current_org()) and r.id = any(ids) and r.deleted_at is null), '') || coalesce((
    select string_agg(c.id::text, ',' order by c.id) from public.citation c
     where c.org_id = (select public.current_org()) and c.record_id = any(ids) and c.until is null and spec->'classes' ? c.class), '') || coalesce((
    select string_agg(a.id::text, ',' order by a.id) from public.attachment a
     where a.org_id = (select public.current_org()) and a.record_id = any(ids) and a.until is null and spec->'classes' ? a.class), ''),
    'UTF8'))
$$;

create function publication_digest(kind text, record uuid, data jsonb, facets jsonb, sort_key text) returns bytea
language sql immutable set search_path = pg_catalog as $$
  select sha256(convert_to('amparo publication 1 '
    || jsonb_build_array(kind, record, data, facets, sort_key)::text, 'UTF8'))
$$;

-- Asks. The database itself looks which of the records are restricted, and whether the asker sees them all.
create function ask_approval(wanted uuid, what text, about uuid, digest bytea, content jsonb, ids uuid[], classes text[],
                             why text, lifetime interval) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  org uuid := public.current_org();
  k public.approval_kind;
  found_ids uuid[];
  found_versions int[];
  kept uuid[];
begin
  select * into k from public.approval_kind a where a.kind = what;
  if not found or org is null or not public.may(k.asks) then
    raise exception 'approval: not yours to ask' using errcode = 'insufficient_privilege';
  end if;
  if k.needs_reason and btrim(coalesce(why, '')) = '' then
    raise exception 'approval: a reason is needed' using errcode = 'check_violation';
  end if;
  if not classes <@ public.readable_classes() or 'sealed' = any(classes) then
    raise exception 'approval: a class that is not yours' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(array_agg(r.id order by r.id), '{}'), coalesce(array_agg(r.version order by r.id), '{}'),
         coalesce(array_agg(r.id order by r.id) filter (where r.visibility = 'restricted'), '{}')
    into found_ids, found_versions, kept
    from public.record r where r.org_id = org and r.id = any(ids) and r.deleted_at is null;
  if cardinality(found_ids) <> (select count(distinct i)::int from unnest(ids) i)
     or exists (select 1 from unnest(kept) r(id) where not public.holds_grant(r.id)) then
    raise exception 'approval: not there' using errcode = 'no_data_found';
  end if;
  insert into public.approval (org_id, id, kind, subject, digest, content, record_ids, versions, restricted, classes,
                               reason, asked_by, expires_at)
  values (org, wanted, what, about, digest, content, found_ids, found_versions, kept, classes,
          btrim(coalesce(why, '')), public.current_account(), now() + least(lifetime, interval '1 year'));
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (org, public.current_account(), 'approval.ask', about, jsonb_build_object('approval', wanted, 'kind', what));
end $$;

-- Decides, once. What is not there and what one may not decide give the same answer.
create function decide_approval(wanted uuid, verdict text, said text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  org uuid := public.current_org();
  a public.approval;
begin
  select * into a from public.approval x where x.org_id = org and x.id = wanted for update;
  if not found or not (a.asked_by = public.current_account() or public.may_decide(a.kind, a.restricted, a.classes)) then
    raise exception 'approval: not there' using errcode = 'no_data_found';
  end if;
  if a.asked_by = public.current_account() then
    raise exception 'approval: not by who asked' using errcode = 'insufficient_privilege';
  end if;
  if a.decision is not null or a.withdrawn_at is not null or a.expires_at <= now() then
    raise exception 'approval: over' using errcode = 'check_violation';
  end if;
  -- A record that was restricted since is not known to be readable to whoever decides.
  if verdict = 'approved' and exists (
    select 1 from unnest(a.record_ids) i(id) left join public.record r on r.org_id = org and r.id = i.id
     where r.id is null or r.deleted_at is not null or (r.visibility = 'restricted' and not public.holds_grant(r.id)))
  then raise exception 'approval: changed' using errcode = 'check_violation'; end if;
  update public.approval x set decision = verdict, decided_by = public.current_account(), decided_at = now(),
         words = nullif(btrim(coalesce(said, '')), '')
   where x.org_id = org and x.id = wanted;
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (org, public.current_account(), case verdict when 'approved' then 'approval.approve' else 'approval.refuse' end,
          a.subject, jsonb_build_object('approval', wanted, 'kind', a.kind));
end $$;

-- Whoever asked thinks better of it, decided or not, as long as it was not used.
create function withdraw_approval(wanted uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare a public.approval;
begin
  update public.approval x set withdrawn_at = now()
   where x.org_id = public.current_org() and x.id = wanted and x.asked_by = public.current_account()
     and x.used_at is null and x.withdrawn_at is null and x.decision is distinct from 'refused'
  returning * into a;
  if not found then raise exception 'approval: not there' using errcode = 'no_data_found'; end if;
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (a.org_id, a.asked_by, 'approval.withdraw', a.subject, jsonb_build_object('approval', wanted, 'kind', a.kind));
end $$;

-- The approval of exactly this, still good; null where there is none. Not granted: for the rules below.
create function find_approval(org uuid, what text, about uuid, exactly bytea) returns public.approval
language sql stable set search_path = pg_catalog, public as $$
  select a.* from public.approval a
   where a.org_id = org and a.kind = what and a.subject = about and a.digest = exactly
     and a.decision = 'approved' and a.decided_by <> a.asked_by
     and a.used_at is null and a.withdrawn_at is null and a.expires_at > now()
   order by a.asked_at limit 1
$$;

-- Spends an approval; false where it was spent meanwhile, or is over. Not granted: for the rules below.
create function spend_approval(org uuid, wanted uuid) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
declare a public.approval;
begin
  update public.approval x set used_at = now()
   where x.org_id = org and x.id = wanted and x.decision = 'approved' and x.used_at is null
     and x.withdrawn_at is null and x.expires_at > now()
  returning * into a;
  if not found then return false; end if;
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (org, public.current_account(), 'approval.use', a.subject, jsonb_build_object('approval', wanted, 'kind', a.kind));
  return true;
end $$;

-- What whoever asked takes away themselves, once, as it was approved.
create function use_approval(wanted uuid, exactly bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare a public.approval;
begin
  select * into a from public.approval x
   where x.org_id = public.current_org() and x.id = wanted and x.asked_by = public.current_account() for update;
  if not found then raise exception 'approval: not there' using errcode = 'no_data_found'; end if;
  if a.digest <> exactly then raise exception 'approval: changed' using errcode = 'check_violation'; end if;
  if not public.spend_approval(a.org_id, wanted) then
    raise exception 'approval: over' using errcode = 'check_violation';
  end if;
end $$;

grant execute on function four_eyes, deciders, may_decide, records_digest, publication_digest, ask_approval,
  decide_approval, withdraw_approval, use_approval to amparo_app;

-- ---------------------------------------------------------------- publishing

-- By which approval it is public; none: without a second person.
alter table publication add column approval_id uuid;

-- Whether anything is public after that was not before.
create function widens(old public.publication, new public.publication) returns boolean
language sql immutable set search_path = pg_catalog as $$
  select row(new.org_id, new.id, new.kind, new.slug, new.record_id, new.sort_key)
           is distinct from row(old.org_id, old.id, old.kind, old.slug, old.record_id, old.sort_key)
      or not old.data @> new.data or not old.facets @> new.facets
$$;

-- Which approval a publication rests on is the database's to say. Nothing is spent here: an insert that meets a row that
-- is there comes by twice.
create function find_publication_approval() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    if not public.widens(old, new) then
      new.approval_id := old.approval_id;
      return new;
    end if;
  end if;
  new.approval_id := (public.find_approval(new.org_id, 'publication', new.record_id,
    public.publication_digest(new.kind, new.record_id, new.data, new.facets, new.sort_key))).id;
  return new;
end $$;
-- After what the record allows: its name comes later in the alphabet.
create trigger publication_second_person before insert or update on publication
  for each row execute function find_publication_approval();

create function spend_publication_approval() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    if not public.widens(old, new) then return null; end if;
  end if;
  if exists (select 1 from public.record r
              where r.org_id = new.org_id and r.id = new.record_id and r.embargo_until > current_date) then
    raise exception 'publication: the record is under embargo' using errcode = 'check_violation';
  end if;
  if new.approval_id is not null and public.spend_approval(new.org_id, new.approval_id) then return null; end if;
  if public.four_eyes(new.org_id) then
    raise exception 'publication: not approved by a second person' using errcode = 'insufficient_privilege';
  end if;
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (new.org_id, public.current_account(), 'publication.alone', new.record_id,
          jsonb_build_object('publication', new.id, 'kind', new.kind));
  return null;
end $$;
create trigger publication_spends after insert or update on publication
  for each row execute function spend_publication_approval();

-- ---------------------------------------------------------------- turning it off

-- What a second administrator approves when four eyes are turned off.
create function four_eyes_digest() returns bytea
language sql immutable set search_path = pg_catalog as $$
  select sha256(convert_to('amparo four eyes off', 'UTF8'))
$$;
grant execute on function four_eyes_digest to amparo_app;

-- Whether the person asking is all that the organisation has, and has had for thirty days: whoever could first put everybody
-- else out, and then decide alone, would be no safer than one who always could.
create function is_alone() returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select not exists (select 1 from public.account a
    where a.org_id = public.current_org() and a.kind = 'person' and a.id is distinct from public.current_account()
      and (a.disabled_at is null or a.disabled_at > now() - interval '30 days'))
$$;
grant execute on function is_alone to amparo_app;

-- One administrator alone cannot turn it off for the others. The owner's login, which serves nobody, is not asked.
create function four_eyes_need_two() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare a public.approval;
begin
  if public.current_account() is null or public.is_alone() then return new; end if;
  a := public.find_approval(new.id, 'four_eyes', new.id, public.four_eyes_digest());
  if a.id is null or not public.spend_approval(new.id, a.id) then
    raise exception 'four eyes: not approved by a second person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger org_four_eyes_off before update of settings on org for each row
  when (new.settings->>'four_eyes' = 'off' and old.settings->>'four_eyes' is distinct from 'off')
  execute function four_eyes_need_two();

-- ---------------------------------------------------------------- what stays gone

-- A record that is gone takes what was asked about it along: the content holds a name, a digest could be compared.
create function drop_approvals() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.approval a
   where a.org_id in (select g.org_id from gone g) and a.record_ids && (select array_agg(g.id) from gone g);
  return null;
end $$;
create trigger record_drops_approvals after delete on record referencing old table as gone
  for each statement execute function drop_approvals();

-- What is over is kept for ninety days, for those who asked and decided; then the ledger alone knows of it. For upkeep.
create function forget_approvals() returns void
language sql volatile set search_path = pg_catalog, public as $$
  update public.approval set content = null where content is not null and expires_at <= now();
  delete from public.approval a
   where coalesce(a.used_at, a.withdrawn_at, case when a.decision = 'refused' then a.decided_at end, a.expires_at)
           < now() - interval '90 days'
     and not exists (select 1 from public.publication p where p.org_id = a.org_id and p.approval_id = a.id)
$$;

-- A backup is older than what was used or taken back after it: a restore must not make it good again.
create function note_spending() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.tombstone (org_id, kind, subject) values (new.org_id, 'spend', new.id);
  return null;
end $$;
create trigger approval_spent after update on approval for each row
  when (old.used_at is null and old.withdrawn_at is null and old.decision is distinct from 'refused'
        and (new.used_at is not null or new.withdrawn_at is not null or new.decision = 'refused'))
  execute function note_spending();

create function replay_spend(org uuid, gone uuid, stone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  update public.approval a set withdrawn_at = happened
   where a.org_id = org and a.id = gone and a.used_at is null and a.withdrawn_at is null;
  return found;
end $$;
