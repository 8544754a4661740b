-- Casework: records that belong to a case, numbers that name no one, who may be assigned, and what has to be agreed
-- before anything of a person leaves.

-- ---------------------------------------------------------------- belonging
-- A record may belong to another (a consent, a check-in, a step to its case). It is seen by exactly those who see its
-- owner: visibility and grants are copied by the database itself, in the transaction that changes them, so that every
-- policy, list, count, search and key goes on asking the record's own row and no path of the program can forget.

alter table link add column belongs boolean not null default false;
create index link_belongings on link (org_id, to_id) where belongs and until is null;
create index link_owner on link (org_id, from_id) where belongs and until is null;

-- The record to which one belongs; null where it belongs to none.
create function owner_of(org uuid, one uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select l.to_id from public.link l
   where l.org_id = org and l.from_id = one and l.belongs and l.until is null
   order by l.since desc, l.id desc limit 1
$$;

-- Gives a record the audience of its owner, whole.
create function take_audience(org uuid, one uuid, owner uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare seen text;
begin
  select r.visibility into seen from public.record r where r.org_id = org and r.id = owner;
  if seen is null then return; end if;
  delete from public.record_grant g
   where g.org_id = org and g.record_id = one and not exists (
     select 1 from public.record_grant o where o.org_id = org and o.record_id = owner and o.account_id = g.account_id);
  insert into public.record_grant (org_id, record_id, account_id, granted_by, until)
  select org, one, o.account_id, o.granted_by, o.until
    from public.record_grant o where o.org_id = org and o.record_id = owner
  on conflict (org_id, record_id, account_id) do update set until = excluded.until, granted_by = excluded.granted_by;
  delete from public.record_team_grant g
   where g.org_id = org and g.record_id = one and not exists (
     select 1 from public.record_team_grant o where o.org_id = org and o.record_id = owner and o.team_id = g.team_id);
  insert into public.record_team_grant (org_id, record_id, team_id, granted_by, until)
  select org, one, o.team_id, o.granted_by, o.until
    from public.record_team_grant o where o.org_id = org and o.record_id = owner
  on conflict (org_id, record_id, team_id) do update set until = excluded.until, granted_by = excluded.granted_by;
  update public.record r set visibility = seen where r.org_id = org and r.id = one and r.visibility <> seen;
  update public.record_key k set visibility = seen where k.org_id = org and k.record_id = one and k.visibility <> seen;
  update public.record_search s set visibility = seen where s.org_id = org and s.record_id = one and s.visibility <> seen;
end $$;

create function link_gives_audience() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.take_audience(new.org_id, new.from_id, new.to_id);
  return null;
end $$;
create trigger link_belonging_made after insert on link for each row
  when (new.belongs and new.until is null) execute function link_gives_audience();
create trigger link_belonging_opened after update of until on link for each row
  when (new.belongs and new.until is null and old.until is not null) execute function link_gives_audience();

create function spread_visibility() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare owner uuid := public.owner_of(new.org_id, new.id);
begin
  if owner is not null and not exists (
    select 1 from public.record r where r.org_id = new.org_id and r.id = owner and r.visibility = new.visibility)
  then raise exception 'belonging: seen by those who see what it belongs to' using errcode = 'check_violation'; end if;
  update public.record r set visibility = new.visibility from public.link l
   where l.org_id = new.org_id and l.to_id = new.id and l.belongs and l.until is null
     and r.org_id = l.org_id and r.id = l.from_id and r.visibility <> new.visibility;
  update public.record_key k set visibility = new.visibility from public.link l
   where l.org_id = new.org_id and l.to_id = new.id and l.belongs and l.until is null
     and k.org_id = l.org_id and k.record_id = l.from_id and k.visibility <> new.visibility;
  update public.record_search s set visibility = new.visibility from public.link l
   where l.org_id = new.org_id and l.to_id = new.id and l.belongs and l.until is null
     and s.org_id = l.org_id and s.record_id = l.from_id and s.visibility <> new.visibility;
  return null;
end $$;
create trigger record_spreads_visibility after update of visibility on record for each row
  when (old.visibility is distinct from new.visibility) execute function spread_visibility();

-- A grant of the owner is one of all that belongs to it; gone with the owner's alone, not with the owner itself.
create function spread_grant() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select 1 from public.record r where r.org_id = old.org_id and r.id = old.record_id) then return null; end if;
    delete from public.record_grant g using public.link l
     where l.org_id = old.org_id and l.to_id = old.record_id and l.belongs and l.until is null
       and g.org_id = l.org_id and g.record_id = l.from_id and g.account_id = old.account_id;
  else
    insert into public.record_grant (org_id, record_id, account_id, granted_by, until)
    select new.org_id, l.from_id, new.account_id, new.granted_by, new.until from public.link l
     where l.org_id = new.org_id and l.to_id = new.record_id and l.belongs and l.until is null
    on conflict (org_id, record_id, account_id) do update set until = excluded.until, granted_by = excluded.granted_by;
  end if;
  return null;
end $$;
create trigger record_grant_spreads after insert or update or delete on record_grant
  for each row execute function spread_grant();

create function spread_team_grant() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select 1 from public.record r where r.org_id = old.org_id and r.id = old.record_id) then return null; end if;
    delete from public.record_team_grant g using public.link l
     where l.org_id = old.org_id and l.to_id = old.record_id and l.belongs and l.until is null
       and g.org_id = l.org_id and g.record_id = l.from_id and g.team_id = old.team_id;
  else
    insert into public.record_team_grant (org_id, record_id, team_id, granted_by, until)
    select new.org_id, l.from_id, new.team_id, new.granted_by, new.until from public.link l
     where l.org_id = new.org_id and l.to_id = new.record_id and l.belongs and l.until is null
    on conflict (org_id, record_id, team_id) do update set until = excluded.until, granted_by = excluded.granted_by;
  end if;
  return null;
end $$;
create trigger record_team_grant_spreads after insert or update or delete on record_team_grant
  for each row execute function spread_team_grant();

-- What belongs to another has no grants of its own: who writes one for it directly writes nothing, and what the owner
-- has comes by the triggers above.
create function keep_owners_grants() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'DELETE' then
    if public.owner_of(old.org_id, old.record_id) is not null then return null; end if;
    return old;
  end if;
  if public.owner_of(new.org_id, new.record_id) is not null then return null; end if;
  return new;
end $$;
create trigger record_grant_is_owners before insert or update or delete on record_grant for each row
  when (pg_trigger_depth() = 0) execute function keep_owners_grants();
create trigger record_team_grant_is_owners before insert or update or delete on record_team_grant for each row
  when (pg_trigger_depth() = 0) execute function keep_owners_grants();

-- ---------------------------------------------------------------- numbers

-- The last number given of a series (`AR-2026`). A reference tells when, and never who.
create table record_number (
  org_id uuid not null references org,
  series text not null check (series ~ '^[A-Z]{1,6}-[0-9]{4}$'),
  last int not null,
  primary key (org_id, series)
);
alter table record_number enable row level security;

-- The next `many` numbers of a series, the first of them; past any that came with an import. The organisation's own only.
create function take_numbers(kind text, field_name text, of_series text, many int) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  org uuid := public.current_org();
  taken int;
  given int;
begin
  if org is null or not public.may('write') then
    raise exception 'numbers: for those who write' using errcode = 'insufficient_privilege';
  end if;
  -- Keys are folded: `ar 2026 0007`.
  select coalesce(max(substring(k.key from '[0-9]+$')::bigint), 0)::int into taken from public.record_key k
   where k.org_id = org and k.type = kind and k.field = field_name
     and k.key like lower(replace(of_series, '-', ' ')) || ' %' and k.key ~ ' [0-9]{1,6}$';
  insert into public.record_number as n (org_id, series, last) values (org, of_series, taken + many)
  on conflict (org_id, series) do update set last = greatest(n.last, taken) + many
  returning last into given;
  return given - many + 1;
end $$;

-- ---------------------------------------------------------------- who may be assigned

-- People and teams are a vocabulary of the schema; when they change, it is read again.
create function move_schema_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.org set schema_version = schema_version + 1 where id = coalesce(new.org_id, old.org_id);
  return null;
end $$;
create trigger account_is_a_colleague after insert on account for each row execute function move_schema_version();
create trigger account_colleague_changes after update on account for each row
  when (old.name is distinct from new.name or old.disabled_at is distinct from new.disabled_at or old.role is distinct from new.role)
  execute function move_schema_version();
create trigger team_changes after insert or update or delete on team for each row execute function move_schema_version();

grant execute on function take_numbers to amparo_app;
