-- How long things are kept, what must not go, and what has to stay gone.

-- ---------------------------------------------------------------- who decides on keeping

alter table role_capability drop constraint role_capability_capability_check;
alter table role_capability add constraint role_capability_capability_check check (capability ~ '^[a-z_]{2,30}$');
insert into role_capability (role, capability) values
  ('administrator', 'retain'), ('case_officer', 'retain'), ('operator', 'retain');

-- ---------------------------------------------------------------- what has to stay gone, or held, after a restore
-- A backup is older than what was done after it: a restore does it again from these rows, which are kept outside of the
-- database too (tombstones.log). Ids and times; never a name. Of each kind, `replay_<kind>(org, subject, stone, happened)`
-- does it again and says whether there was anything to do; a room with a kind of its own adds such a function.

create table tombstone (
  org_id uuid not null references org,
  id uuid not null default gen_random_uuid(),
  -- purge: a record is gone. withdraw: something was taken off a public page. erase: the key of a file is gone.
  -- hold: a record is not to go (`id` is the hold's). lift: a hold is over. rule: the rules of keeping were changed.
  kind text not null check (kind ~ '^[a-z_]{2,20}$'),
  subject uuid not null,
  -- The moment itself and not the transaction's beginning: what depends on another's commit comes after it.
  at timestamptz not null default clock_timestamp(),
  -- When it was written to the file outside.
  kept_at timestamptz,
  primary key (org_id, id)
);
create index tombstone_unkept on tombstone (at) where kept_at is null;
create index tombstone_subject on tombstone (org_id, subject);

alter table tombstone enable row level security;
create policy auditors on tombstone for select to amparo_app
  using (org_id = (select current_org()) and ((select may('administer')) or (select may('audit'))));
grant select on tombstone to amparo_app;

-- By the database itself: no path that purges, withdraws or erases can forget it.
create function note_purge() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.tombstone (org_id, kind, subject) select org_id, 'purge', id from gone;
  return null;
end $$;
create trigger record_purged after delete on record referencing old table as gone
  for each statement execute function note_purge();

create function note_withdrawal() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.tombstone (org_id, kind, subject) values (old.org_id, 'withdraw', old.id);
  return null;
end $$;
create trigger publication_gone after delete on publication
  for each row execute function note_withdrawal();
-- A page from which something was taken: what an older backup holds of it is more than may be public.
create trigger publication_narrowed after update of data on publication for each row
  when (not new.data @> old.data) execute function note_withdrawal();

create function note_erasure() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.tombstone (org_id, kind, subject) values (old.org_id, 'erase', old.id);
  return null;
end $$;
create trigger file_erased after update of data_key on file for each row
  when (old.data_key is not null and new.data_key is null) execute function note_erasure();
create trigger file_gone after delete on file for each row
  when (old.data_key is not null) execute function note_erasure();

-- Does again what a tombstone says was done, in a database that does not know it yet. True when there was something
-- to do. For the owner, after a restore. A kind that this release does not know is kept and left alone.
create function replay_tombstone(org uuid, stone uuid, what text, gone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
declare found_one boolean := false;
begin
  if not exists (select 1 from public.org o where o.id = org) then return false; end if;
  insert into public.tombstone (org_id, id, kind, subject, at, kept_at) values (org, stone, what, gone, happened, now())
  on conflict do nothing;
  if not found then return false; end if;
  if to_regprocedure(format('public.replay_%s(uuid,uuid,uuid,timestamptz)', what)) is null then return false; end if;
  execute format('select public.replay_%s($1, $2, $3, $4)', what) into found_one using org, gone, stone, happened;
  return coalesce(found_one, false);
end $$;

-- What was quoted from a purged record goes with it; the citation of another record only loses its source.
create function replay_purge(org uuid, gone uuid, stone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  perform 1 from public.record r where r.org_id = org and r.id = gone;
  if not found then return false; end if;
  delete from public.legal_hold h where h.org_id = org and h.record_id = gone;
  update public.citation c set source_id = null, quote = null, locator = null where c.org_id = org and c.source_id = gone;
  perform public.remove_records(org, array[gone]);
  return true;
end $$;

create function replay_withdraw(org uuid, gone uuid, stone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  delete from public.publication p where p.org_id = org and p.id = gone;
  return found;
end $$;

create function replay_erase(org uuid, gone uuid, stone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  update public.file f set data_key = null where f.org_id = org and f.id = gone and f.data_key is not null;
  return found;
end $$;

-- The words of the reason lay in the database alone: a person has to find them again.
create function replay_hold(org uuid, held uuid, stone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  insert into public.legal_hold (org_id, id, batch, record_id, placed_at)
  select org, stone, stone, held, happened from public.record r where r.org_id = org and r.id = held
  on conflict do nothing;
  return found;
end $$;

create function replay_lift(org uuid, hold uuid, stone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  update public.legal_hold h set lifted_at = happened where h.org_id = org and h.id = hold and h.lifted_at is null;
  return found;
end $$;

-- Which rule it was stands in no backup: until an administrator has looked, nothing but a person's eye follows from one.
create function replay_rule(org uuid, subject uuid, stone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  update public.org o set settings = o.settings || jsonb_build_object('retention_doubt', true) where o.id = org;
  return true;
end $$;

-- ---------------------------------------------------------------- legal hold

-- One row a record and reason, until it is lifted. Those placed at once share a batch. The words go with the record.
create table legal_hold (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  batch uuid not null,
  record_id uuid not null,
  -- Nothing where a restore placed it again.
  reason text check (length(trim(reason)) between 3 and 2000),
  placed_at timestamptz not null default now(),
  placed_by uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  lift_reason text check (length(trim(lift_reason)) between 3 and 2000),
  primary key (org_id, id),
  foreign key (org_id, record_id) references record on delete cascade
);
create index legal_hold_open on legal_hold (org_id, record_id) where lifted_at is null;
create index legal_hold_batch on legal_hold (org_id, batch);

-- Whether a record, or the one that it was merged into, is under hold.
create function is_held(org uuid, record uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.legal_hold h
    where h.org_id = org and h.lifted_at is null
      and h.record_id in (record, (select r.merged_into from public.record r where r.org_id = org and r.id = record)))
$$;

create function refuse_held(org uuid, record uuid) returns void
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if public.is_held(org, record) then
    raise exception 'retention: under legal hold' using errcode = 'restrict_violation';
  end if;
end $$;

create function keep_held_record() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.refuse_held(old.org_id, old.id);
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger record_held before update of deleted_at on record for each row
  when (old.deleted_at is null and new.deleted_at is not null) execute function keep_held_record();
create trigger record_held_purge before delete on record for each row execute function keep_held_record();

create function keep_held_attachment() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  -- Gone with its record: that was asked before.
  if exists (select 1 from public.record r where r.org_id = old.org_id and r.id = old.record_id) then
    perform public.refuse_held(old.org_id, old.record_id);
  end if;
  return old;
end $$;
create trigger attachment_held before delete on attachment for each row execute function keep_held_attachment();

-- A file is erased whole: neither its name nor the mark of its content nor its size is left to be compared.
create function erase_wholly() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.refuse_held(a.org_id, a.record_id) from public.attachment a
    where a.org_id = old.org_id and a.file_id = old.id;
  if tg_op = 'DELETE' then return old; end if;
  new.metadata := '';
  new.duplicate_key := sha256(convert_to(gen_random_uuid()::text, 'UTF8'));
  new.size := 0;
  return new;
end $$;
create trigger file_erased_wholly before update of data_key on file for each row
  when (old.data_key is not null and new.data_key is null) execute function erase_wholly();
create trigger file_held before delete on file for each row execute function erase_wholly();

-- Nor are sealed values of a held record shredded: taking one person's key away is no shredding as long as another is left.
create function keep_held_keys() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.refuse_held(r.org_id, r.id)
     from (select distinct g.org_id, g.record_id, g.key_id from gone g) k
     join public.record r on r.org_id = k.org_id and r.id = k.record_id
    where not exists (select 1 from public.sealed_key s where s.org_id = k.org_id and s.key_id = k.key_id);
  return null;
end $$;
create trigger sealed_key_held after delete on sealed_key referencing old table as gone
  for each statement execute function keep_held_keys();

-- A hold says who placed it and who lifted it, and why; what is said is never said otherwise.
create function keep_hold() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    if public.current_account() is not null then
      new.placed_by := public.current_account();
      new.placed_at := now();
      if new.reason is null then raise exception 'retention: a reason' using errcode = 'check_violation'; end if;
    end if;
    insert into public.tombstone (org_id, id, kind, subject) values (new.org_id, new.id, 'hold', new.record_id)
    on conflict do nothing;
    return new;
  end if;
  if old.lifted_at is not null or new.lifted_at is null
     or row(new.org_id, new.id, new.batch, new.record_id, new.reason, new.placed_at, new.placed_by)
        is distinct from row(old.org_id, old.id, old.batch, old.record_id, old.reason, old.placed_at, old.placed_by)
  then raise exception 'retention: a hold is only lifted' using errcode = 'restrict_violation'; end if;
  if public.current_account() is not null then
    new.lifted_by := public.current_account();
    new.lifted_at := now();
    if new.lift_reason is null then raise exception 'retention: a reason' using errcode = 'check_violation'; end if;
  end if;
  insert into public.tombstone (org_id, kind, subject) values (new.org_id, 'lift', new.id);
  return new;
end $$;
create trigger legal_hold_kept before insert or update on legal_hold for each row execute function keep_hold();

-- ---------------------------------------------------------------- activity

-- That something happened around a record, other than a change of itself (which `updated_at` tells): at most one of a
-- day and kind. A row of its own and never an update, so that linking to a record does not lock it.
create table record_activity (
  org_id uuid not null,
  record_id uuid not null,
  at timestamptz not null default now(),
  id uuid not null default gen_random_uuid(),
  what text not null check (what in ('link', 'file', 'citation', 'reading', 'kept')),
  primary key (org_id, record_id, at, id),
  foreign key (org_id, record_id) references record on delete cascade
);

create function note_activity(org uuid, ids uuid[], kind text) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into public.record_activity (org_id, record_id, what)
  select r.org_id, r.id, kind from public.record r
   where r.org_id = org and r.id = any(ids) and r.updated_at < date_trunc('day', now(), 'UTC')
     and not exists (select 1 from public.record_activity a
                      where a.org_id = r.org_id and a.record_id = r.id and a.at >= date_trunc('day', now(), 'UTC'))
$$;

create function link_is_activity() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.note_activity(m.org_id, m.ids, 'link')
    from (select org_id, array_agg(distinct to_id) as ids from made group by org_id) m;
  return null;
end $$;
create trigger link_is_activity after insert on link referencing new table as made
  for each statement execute function link_is_activity();

create function attachment_is_activity() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.note_activity(m.org_id, m.ids, 'file')
    from (select org_id, array_agg(distinct record_id) as ids from made group by org_id) m;
  return null;
end $$;
create trigger attachment_is_activity after insert on attachment referencing new table as made
  for each statement execute function attachment_is_activity();

create function citation_is_activity() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.note_activity(m.org_id, m.ids, 'citation')
    from (select c.org_id, array_agg(distinct u.id) as ids
            from made c cross join lateral (values (c.record_id), (c.source_id)) as u(id)
           where u.id is not null group by c.org_id) m;
  return null;
end $$;
create trigger citation_is_activity after insert on citation referencing new table as made
  for each statement execute function citation_is_activity();

-- Opening what is sealed takes a cause, and is activity.
create function reading_is_activity() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.note_activity(new.org_id, array[new.subject], 'reading');
  return null;
end $$;
create trigger reading_is_activity after insert on ledger for each row
  when (new.act = 'sealed.open' and new.subject is not null) execute function reading_is_activity();

-- A person has looked at records and decided to keep them: their clocks begin anew. Gives those that they may see.
create function keep_records(ids uuid[]) returns setof uuid
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into public.record_activity (org_id, record_id, what)
  select r.org_id, r.id, 'kept' from public.record r
   where r.org_id = public.current_org() and r.id = any(ids) and public.may('retain') and r.deleted_at is null
     and (r.visibility <> 'restricted' or public.holds_grant(r.id))
  returning record_id
$$;

-- ---------------------------------------------------------------- removing for good

-- Removes records with all that tells of them: versions, relations, keys and words by cascade; files that were theirs
-- alone, by their keys; those merged into them; what their imports kept of rows and of the list itself, of which nobody
-- can say whose it was; results of jobs that name them. For the owner alone. The caller sees to citations.
create function remove_records(org uuid, ids uuid[]) returns int
language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  gone uuid[];
  imports uuid[];
  files uuid[];
  n int;
begin
  with recursive all_of(id) as (
    select r.id from public.record r where r.org_id = org and r.id = any(ids)
    union select r.id from public.record r join all_of a on r.merged_into = a.id where r.org_id = org)
  select coalesce(array_agg(id), '{}') into gone from all_of;
  select coalesce(array_agg(distinct v.import_id), '{}') into imports from public.record_version v
   where v.org_id = org and v.record_id = any(gone) and v.import_id is not null;
  select coalesce(array_agg(distinct a.file_id), '{}') into files from public.attachment a
   where a.org_id = org and a.record_id = any(gone)
     and not exists (select 1 from public.attachment o
                      where o.org_id = org and o.file_id = a.file_id and o.record_id <> all(gone));
  select files || coalesce(array_agg((i.mapping->>'fileId')::uuid), '{}') into files from public.import i
   where i.org_id = org and i.id = any(imports) and i.mapping ? 'fileId' and i.state not in ('preparing', 'ready', 'running');
  delete from public.record r where r.org_id = org and r.id = any(gone);
  get diagnostics n = row_count;
  delete from public.import_finding f where f.org_id = org and f.import_id = any(imports);
  update public.file f set data_key = null where f.org_id = org and f.id = any(files) and f.data_key is not null;
  update public.job j set result = null
   where j.org_id = org and j.result is not null
     and exists (select 1 from unnest(gone) g where strpos(j.result::text, g::text) > 0);
  return n;
end $$;

-- What has lain in the trash for that many days, in every organisation; after a restore the days begin anew, because
-- what was taken out of the trash since the backup lies in it again. Not what is held, nor what others still cite.
create function purge_trash(days int) returns table (org_id uuid, purged int)
language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  o uuid;
  ids uuid[];
begin
  for o in select id from public.org loop
    with due as (
      select r.id from public.record r
       where r.org_id = o and r.deleted_at < now() - make_interval(days => days)
         and not exists (select 1 from public.ledger l where l.org_id = o and l.act = 'backup.restore'
                          and l.at > now() - make_interval(days => days))
         and not public.is_held(o, r.id))
    select array_agg(d.id) into ids from due d
     where not exists (select 1 from public.record r where r.org_id = o and r.merged_into = d.id and public.is_held(o, r.id))
       and not exists (select 1 from public.citation c
                        where c.org_id = o and c.source_id = d.id and c.record_id not in (select id from due));
    if ids is null then continue; end if;
    purged := public.remove_records(o, ids);
    org_id := o;
    insert into public.ledger (org_id, act, detail)
    values (o, 'record.purge', jsonb_build_object('purged', purged, 'days', days));
    return next;
  end loop;
end $$;

-- Contents that nothing refers to by a foreign key (lists that were uploaded and never imported, files of drafts that
-- were never saved), and lists whose import is over. For the owner; gives how many.
create function erase_unclaimed(older interval) returns bigint
language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  claims text;
  n bigint;
begin
  select string_agg(format(' and not exists (select 1 from %s t where t.org_id = f.org_id and t.%I = f.id)',
                           k.conrelid::regclass, a.attname), '')
    into claims
    from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[array_length(k.conkey, 1)]
   where k.contype = 'f' and k.confrelid = 'public.file'::regclass;
  execute format($q$
    update public.file f set data_key = null
     where f.data_key is not null and f.created_at < now() - $1
       and not exists (select 1 from public.import i
                        where i.org_id = f.org_id and i.mapping->>'fileId' = f.id::text
                          and (i.state in ('preparing', 'ready', 'running') or i.finished_at > now() - $1)) %s$q$,
    claims) using older;
  get diagnostics n = row_count;
  return n;
end $$;

-- ---------------------------------------------------------------- runs: what goes by its clock, after a person said so

create table retention_run (
  org_id uuid not null references org,
  id uuid not null,
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'done', 'cancelled')),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  job_id uuid,
  primary key (org_id, id)
);

-- What exactly was shown to whoever confirmed. Stays after the record, as an id.
create table retention_item (
  org_id uuid not null,
  run_id uuid not null,
  record_id uuid not null,
  type text not null,
  version int not null,
  rule text not null,
  due date not null,
  action text not null check (action in ('trash', 'purge')),
  outcome text check (outcome in ('trashed', 'purged', 'active', 'held', 'cited', 'gone', 'restored')),
  primary key (org_id, run_id, record_id),
  foreign key (org_id, run_id) references retention_run on delete cascade
);

-- Whether what a run takes away asks for two people: anything restricted, or with values of a class of their own.
create function run_needs_second(run uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select o.settings->>'four_eyes' from public.org o where o.id = public.current_org()), 'on') <> 'off'
     and exists (select 1 from public.retention_item i join public.record r on r.org_id = i.org_id and r.id = i.record_id
                  where i.org_id = public.current_org() and i.run_id = run
                    and (r.visibility = 'restricted'
                         or exists (select 1 from public.record_part p where p.org_id = r.org_id and p.record_id = r.id)))
$$;

-- Nobody confirms what they were not shown whole, and where two people are needed nobody confirms their own.
create function confirm_run(run uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  org uuid := public.current_org();
  one public.retention_run;
begin
  select * into one from public.retention_run r where r.org_id = org and r.id = run and r.state = 'asked' for update;
  if not found or not public.may('retain')
     or exists (select 1 from public.retention_item i join public.record r on r.org_id = i.org_id and r.id = i.record_id
                 where i.org_id = org and i.run_id = run and r.visibility = 'restricted' and not public.holds_grant(r.id))
  then raise exception 'retention: not there' using errcode = 'no_data_found'; end if;
  if one.asked_by = public.current_account() and public.run_needs_second(run) then
    raise exception 'retention: a second person' using errcode = 'check_violation';
  end if;
  update public.retention_run r set state = 'confirmed', confirmed_by = public.current_account(), confirmed_at = now()
   where r.org_id = org and r.id = run;
end $$;

-- Removes for good the records of a confirmed run that are named, as they were shown; the only way for the serving login.
-- Gives what became of each.
create function purge_items(run uuid, ids uuid[]) returns table (record_id uuid, outcome text)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  org uuid := public.current_org();
  gone uuid[];
  kept uuid[];
begin
  if not public.may('retain') then raise exception 'retention: not among what you may do' using errcode = 'insufficient_privilege'; end if;
  perform 1 from public.record r where r.org_id = org and r.id = any(ids) order by r.id for update;
  select coalesce(array_agg(i.record_id), '{}') into gone
    from public.retention_item i
    join public.retention_run n on n.org_id = i.org_id and n.id = i.run_id and n.state = 'confirmed'
    join public.record r on r.org_id = i.org_id and r.id = i.record_id and r.version = i.version and r.deleted_at is null
   where i.org_id = org and i.run_id = run and i.action = 'purge' and i.outcome is null and i.record_id = any(ids)
     and not public.is_held(org, r.id)
     and not exists (select 1 from public.record m where m.org_id = org and m.merged_into = r.id and public.is_held(org, m.id));
  -- A source stays as long as a record cites it that stays.
  loop
    select array_agg(distinct c.source_id) into kept from public.citation c
     where c.org_id = org and c.source_id = any(gone) and c.record_id <> all(gone);
    exit when kept is null;
    select coalesce(array_agg(g), '{}') into gone from unnest(gone) g where g <> all(kept);
  end loop;
  update public.retention_item i set outcome = case
      when i.record_id = any(gone) then 'purged'
      when r.id is null then 'gone'
      when r.version <> i.version or r.deleted_at is not null then 'active'
      when exists (select 1 from public.citation c where c.org_id = org and c.source_id = r.id) and not public.is_held(org, r.id) then 'cited'
      else 'held' end
    from public.retention_item j left join public.record r on r.org_id = j.org_id and r.id = j.record_id
   where i.org_id = org and i.run_id = run and i.action = 'purge' and i.outcome is null and i.record_id = any(ids)
     and j.org_id = i.org_id and j.run_id = i.run_id and j.record_id = i.record_id
     and exists (select 1 from public.retention_run n where n.org_id = org and n.id = run and n.state = 'confirmed');
  insert into public.ledger (org_id, account_id, act, subject, detail)
  select org, public.current_account(), 'record.purge', i.record_id,
         jsonb_build_object('run', run, 'type', i.type, 'rule', i.rule)
    from public.retention_item i where i.org_id = org and i.run_id = run and i.record_id = any(gone);
  perform public.remove_records(org, gone);
  return query select i.record_id, i.outcome from public.retention_item i
    where i.org_id = org and i.run_id = run and i.record_id = any(ids);
end $$;

-- A changed rule has to be known after a restore: see replay_rule.
create function note_rule() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.tombstone (org_id, kind, subject) values (new.org_id, 'rule', new.org_id);
  return null;
end $$;
create trigger retention_rule_made after insert on record_type for each row
  when (new.definition ? 'retention') execute function note_rule();
create trigger retention_rule_changed after update of definition on record_type for each row
  when (new.definition->'retention' is distinct from old.definition->'retention') execute function note_rule();

-- ---------------------------------------------------------------- who may what

alter table legal_hold enable row level security;
alter table record_activity enable row level security;
alter table retention_run enable row level security;
alter table retention_item enable row level security;

-- Whoever may see the record knows that it is held, and why.
create policy visible on legal_hold to amparo_app
  using (org_id = (select current_org()) and (select may('read'))
         and exists (select 1 from record r where r.org_id = legal_hold.org_id and r.id = legal_hold.record_id))
  with check (org_id = (select current_org()) and (select may('retain')));
create policy visible on record_activity for select to amparo_app
  using (org_id = (select current_org()) and (select may('read'))
         and exists (select 1 from record r where r.org_id = record_activity.org_id and r.id = record_activity.record_id));
-- A run is known to who asked for it, and to who may see something that it takes.
create policy own on retention_run to amparo_app
  using (org_id = (select current_org()) and (select may('retain'))
         and (asked_by = (select current_account()) or confirmed_by = (select current_account())
              or exists (select 1 from retention_item i join record r on r.org_id = i.org_id and r.id = i.record_id
                          where i.org_id = retention_run.org_id and i.run_id = retention_run.id)))
  with check (org_id = (select current_org()) and (select may('retain')));
create function asked_by_me(run uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.retention_run n
    where n.org_id = public.current_org() and n.id = run and public.current_account() in (n.asked_by, n.confirmed_by))
$$;
create policy visible on retention_item to amparo_app
  using (org_id = (select current_org()) and (select may('retain'))
         and (exists (select 1 from record r where r.org_id = retention_item.org_id and r.id = retention_item.record_id)
              or asked_by_me(run_id)))
  with check (org_id = (select current_org()) and (select may('retain')));
-- Nobody removes a record but by the functions above.
alter policy removers on record using (false);

grant select, insert (org_id, id, batch, record_id, reason), update (lifted_at, lift_reason) on legal_hold to amparo_app;
grant select on record_activity to amparo_app;
grant select, insert (org_id, id, asked_by), update (state, job_id) on retention_run to amparo_app;
grant select, insert (org_id, run_id, record_id, type, version, rule, due, action), update (outcome), delete
  on retention_item to amparo_app;
grant execute on function asked_by_me, keep_records, run_needs_second, confirm_run, purge_items to amparo_app;

-- The states of a run that the serving login sets by itself: done, and cancelled. Confirming is a function.
create function keep_run() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    new.state := 'asked';
    if new.asked_by is distinct from public.current_account() then
      raise exception 'retention: in one''s own name' using errcode = 'insufficient_privilege';
    end if;
  elsif new.state <> old.state and not (
      (old.state = 'asked' and new.state = 'cancelled') or (old.state = 'confirmed' and new.state = 'done')
      or (old.state = 'asked' and new.state = 'confirmed' and new.confirmed_by is not null)) then
    raise exception 'retention: not from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger retention_run_kept before insert or update on retention_run for each row execute function keep_run();

-- What is taken out of a run, or added, is so before it is confirmed.
create function keep_item() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from public.retention_run n
      where n.org_id = coalesce(new.org_id, old.org_id) and n.id = coalesce(new.run_id, old.run_id) and n.state = 'asked') then
    raise exception 'retention: the run is confirmed' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger retention_item_kept before insert or delete on retention_item for each row execute function keep_item();

-- ---------------------------------------------------------------- access that nobody is left to give

-- The restricted records that a person no longer working here was let into, and that nobody here can open any more.
create function orphaned_of(person uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select g.record_id from public.record_grant g
    join public.record r on r.org_id = g.org_id and r.id = g.record_id and r.visibility = 'restricted'
    join public.account p on p.org_id = g.org_id and p.id = g.account_id and p.disabled_at is not null
   where g.org_id = public.current_org() and g.account_id = person
     and not exists (
       select 1 from public.record_grant o
         join public.account a on a.org_id = o.org_id and a.id = o.account_id and a.disabled_at is null
         join public.role_capability c on c.role = a.role and c.capability = 'read'
        where o.org_id = g.org_id and o.record_id = g.record_id and (o.until is null or o.until > now()))
     and not exists (
       select 1 from public.record_team_grant o
         join public.team_member m on m.org_id = o.org_id and m.team_id = o.team_id
         join public.account a on a.org_id = m.org_id and a.id = m.account_id and a.disabled_at is null
         join public.role_capability c on c.role = a.role and c.capability = 'read'
        where o.org_id = g.org_id and o.record_id = g.record_id and (o.until is null or o.until > now()))
$$;

create function orphaned_count(person uuid) returns bigint
language sql stable security definer set search_path = pg_catalog, public as $$
  select case when public.may('administer') then (select count(*) from public.orphaned_of(person)) end
$$;

-- An administrator names who holds them from now on, without reading them; themselves only where nobody else is left.
create function hand_over(person uuid, heir uuid) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  org uuid := public.current_org();
  n bigint;
begin
  perform public.require_administrator();
  if not exists (select 1 from public.account a join public.role_capability c on c.role = a.role and c.capability = 'write'
                  where a.org_id = org and a.id = heir and a.kind = 'person' and a.disabled_at is null) then
    raise exception 'people: not there' using errcode = 'no_data_found';
  end if;
  if heir = public.current_account() and exists (
      select 1 from public.account a join public.role_capability c on c.role = a.role and c.capability = 'write'
       where a.org_id = org and a.id <> heir and a.kind = 'person' and a.disabled_at is null) then
    raise exception 'people: not oneself' using errcode = 'check_violation';
  end if;
  with given as (
    insert into public.record_grant as g (org_id, record_id, account_id, granted_by)
    select org, o, heir, public.current_account() from public.orphaned_of(person) o
    on conflict (org_id, record_id, account_id) do update set until = null, granted_by = excluded.granted_by, granted_at = now()
    returning g.record_id)
  insert into public.ledger (org_id, account_id, act, subject, detail)
  select org, public.current_account(), 'grant.give', record_id,
         jsonb_build_object('to', 'person:' || heir, 'from', 'person:' || person, 'handed_over', true) from given;
  get diagnostics n = row_count;
  return n;
end $$;

-- ---------------------------------------------------------------- one reading of a record is one entry

-- As before, and not again where the same session has been shown as much of the record already.
create or replace function note_readings(readings jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into public.ledger (org_id, account_id, act, subject, detail)
  select public.current_org(), public.current_account(), 'record.read', r.id, r.detail
    from jsonb_to_recordset(readings) as r(id uuid, detail jsonb)
   where public.current_account() is not null and not exists (
     select 1 from public.ledger l
      where l.org_id = public.current_org() and l.subject = r.id and l.act = 'record.read'
        and l.account_id = public.current_account()
        and (l.detail - 'classes') = (r.detail - 'classes') and (l.detail->'classes') @> (r.detail->'classes')
        and l.at >= date_trunc('day', now(), 'UTC'))
$$;

-- ---------------------------------------------------------------- denials that look like nothing

-- Somebody asked for what is not there for them. Written down the same way whether it is hidden or does not exist, so
-- that neither the answer nor the work done tells; `hidden` says to the auditor which.
create function note_missing(asked uuid, detail jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into public.ledger (org_id, account_id, act, subject, detail)
  select public.current_org(), public.current_account(), 'access.denied', asked, detail || jsonb_build_object('hidden',
    exists (select 1 from public.record r where r.org_id = public.current_org()
              and (r.id = asked or r.id = (select a.record_id from public.attachment a
                                            where a.org_id = public.current_org() and a.id = asked))
              and r.visibility = 'restricted' and not public.holds_grant(r.id)))
   where public.current_account() is not null
$$;
grant execute on function orphaned_count, hand_over, note_missing to amparo_app;
