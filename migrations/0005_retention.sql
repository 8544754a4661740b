-- What has to stay gone. A backup is older than what was purged, withdrawn or erased after it: a restore does it again
-- from these rows, which are kept outside of the database too (tombstones.log). Ids and times; never a name.

create table tombstone (
  org_id uuid not null references org,
  id uuid not null default gen_random_uuid(),
  -- purge: a record is gone. withdraw: something was taken off a public page. erase: the key of a file is gone.
  kind text not null check (kind in ('purge', 'withdraw', 'erase')),
  subject uuid not null,
  at timestamptz not null default now(),
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
-- to do. For the owner, after a restore.
create function replay_tombstone(org uuid, stone uuid, what text, gone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
declare found_one boolean := false;
begin
  if not exists (select 1 from public.org o where o.id = org) then return false; end if;
  insert into public.tombstone (org_id, id, kind, subject, at, kept_at) values (org, stone, what, gone, happened, now())
  on conflict do nothing;
  if not found then return false; end if;
  if what = 'purge' then
    -- What was quoted from it goes with it; the citation of another record only loses its source.
    update public.citation c set source_id = null, quote = null, locator = null where c.org_id = org and c.source_id = gone;
    delete from public.record r where r.org_id = org and r.id = gone;
    found_one := found;
  elsif what = 'withdraw' then
    delete from public.publication p where p.org_id = org and p.id = gone;
    found_one := found;
  elsif what = 'erase' then
    update public.file f set data_key = null, metadata = '', duplicate_key = sha256(convert_to(gen_random_uuid()::text, 'UTF8'))
     where f.org_id = org and f.id = gone and f.data_key is not null;
    found_one := found;
  end if;
  return found_one;
end $$;
