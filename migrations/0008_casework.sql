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

-- Gives records the audience of their owners (the owner of one stands at its place), whole, and their stamp. By
-- statement and not by record, because ten thousand come with one import; found by their ids and put together by hash,
-- because within a transaction that fills a table its statistics say that it is empty.
create function take_audiences(org uuid, ones uuid[], owners uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public
  set enable_seqscan = off set enable_nestloop = off as $$
begin
  delete from public.record_grant g using unnest(ones, owners) as p(one, owner)
   where g.org_id = org and g.record_id = any(ones) and g.record_id = p.one
     and p.owner in (select r.id from public.record r where r.org_id = org and r.id = any(owners))
     and (p.owner, g.account_id) not in (
       select o.record_id, o.account_id from public.record_grant o where o.org_id = org and o.record_id = any(owners));
  insert into public.record_grant (org_id, record_id, account_id, granted_by, until)
  select org, p.one, o.account_id, o.granted_by, o.until
    from unnest(ones, owners) as p(one, owner)
    join public.record_grant o on o.org_id = org and o.record_id = any(owners) and o.record_id = p.owner
  on conflict (org_id, record_id, account_id) do update set until = excluded.until, granted_by = excluded.granted_by
    where (record_grant.until, record_grant.granted_by) is distinct from (excluded.until, excluded.granted_by);
  delete from public.record_team_grant g using unnest(ones, owners) as p(one, owner)
   where g.org_id = org and g.record_id = any(ones) and g.record_id = p.one
     and p.owner in (select r.id from public.record r where r.org_id = org and r.id = any(owners))
     and (p.owner, g.team_id) not in (
       select o.record_id, o.team_id from public.record_team_grant o where o.org_id = org and o.record_id = any(owners));
  insert into public.record_team_grant (org_id, record_id, team_id, granted_by, until)
  select org, p.one, o.team_id, o.granted_by, o.until
    from unnest(ones, owners) as p(one, owner)
    join public.record_team_grant o on o.org_id = org and o.record_id = any(owners) and o.record_id = p.owner
  on conflict (org_id, record_id, team_id) do update set until = excluded.until, granted_by = excluded.granted_by
    where (record_team_grant.until, record_team_grant.granted_by) is distinct from (excluded.until, excluded.granted_by);
  -- What belongs to a fictitious case is fictitious, and stamped so.
  update public.record r set visibility = w.visibility, fictitious = r.fictitious or w.fictitious
    from unnest(ones, owners) as p(one, owner)
    join public.record w on w.org_id = org and w.id = any(owners) and w.id = p.owner
   where r.org_id = org and r.id = any(ones) and r.id = p.one
     and (r.visibility <> w.visibility or w.fictitious and not r.fictitious);
  update public.record_key k set visibility = w.visibility
    from unnest(ones, owners) as p(one, owner)
    join public.record w on w.org_id = org and w.id = any(owners) and w.id = p.owner
   where k.org_id = org and k.record_id = any(ones) and k.record_id = p.one and k.visibility <> w.visibility;
  update public.record_search s set visibility = w.visibility
    from unnest(ones, owners) as p(one, owner)
    join public.record w on w.org_id = org and w.id = any(owners) and w.id = p.owner
   where s.org_id = org and s.record_id = any(ones) and s.record_id = p.one and s.visibility <> w.visibility;
end $$;

create function links_give_audience() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  org uuid;
  ones uuid[];
  owners uuid[];
  now_ones uuid[];
  now_owners uuid[];
begin
  for org in select distinct m.org_id from made m where m.belongs and m.until is null loop
    -- The link written last tells, as for a record alone.
    select array_agg(m.from_id), array_agg(m.to_id) into ones, owners
      from (select distinct on (m.from_id) m.from_id, m.to_id from made m
             where m.org_id = org and m.belongs and m.until is null order by m.from_id, m.id desc) m;
    -- Owners that were given one by this statement themselves come before what belongs to them.
    while cardinality(ones) > 0 loop
      select array_agg(p.one), array_agg(p.owner) into now_ones, now_owners
        from unnest(ones, owners) as p(one, owner)
       where p.owner not in (select w.one from unnest(ones) as w(one));
      if now_ones is null then
        now_ones := ones;
        now_owners := owners;
      end if;
      perform public.take_audiences(org, now_ones, now_owners);
      select array_agg(p.one), array_agg(p.owner) into ones, owners
        from unnest(ones, owners) as p(one, owner)
       where p.one not in (select d.one from unnest(now_ones) as d(one));
    end loop;
  end loop;
  return null;
end $$;
create trigger link_belonging_made after insert on link referencing new table as made
  for each statement execute function links_give_audience();

create function link_gives_audience() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.take_audiences(new.org_id, array[new.from_id], array[new.to_id]);
  return null;
end $$;
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
create function spread_grants() returns trigger
language plpgsql security definer set search_path = pg_catalog, public
  set enable_seqscan = off set enable_nestloop = off as $$
declare
  org uuid;
  owners uuid[];
  belonging uuid[];
begin
  -- It is asked of a statement that changed nothing, too; then there is nothing to go through.
  for org, owners in select c.org_id, array_agg(distinct c.record_id) from changed c group by c.org_id loop
    if tg_op = 'DELETE' then
      select array_agg(l.from_id) into belonging from public.link l
       where l.org_id = org and l.to_id = any(owners) and l.belongs and l.until is null;
      delete from public.record_grant g using changed c, public.link l
       where c.org_id = org and l.org_id = org and l.to_id = any(owners) and l.to_id = c.record_id
         and l.belongs and l.until is null
         and g.org_id = org and g.record_id = any(belonging) and g.record_id = l.from_id and g.account_id = c.account_id
         and c.record_id in (select r.id from public.record r where r.org_id = org and r.id = any(owners));
    else
      insert into public.record_grant (org_id, record_id, account_id, granted_by, until)
      select distinct on (l.from_id, c.account_id) org, l.from_id, c.account_id, c.granted_by, c.until
        from changed c
        join public.link l on l.org_id = org and l.to_id = any(owners) and l.to_id = c.record_id
                          and l.belongs and l.until is null
       where c.org_id = org
      on conflict (org_id, record_id, account_id) do update set until = excluded.until, granted_by = excluded.granted_by
        where (record_grant.until, record_grant.granted_by) is distinct from (excluded.until, excluded.granted_by);
    end if;
  end loop;
  return null;
end $$;
create trigger record_grant_spreads after insert on record_grant referencing new table as changed
  for each statement execute function spread_grants();
create trigger record_grant_spreads_changed after update on record_grant referencing new table as changed
  for each statement execute function spread_grants();
create trigger record_grant_spreads_gone after delete on record_grant referencing old table as changed
  for each statement execute function spread_grants();

create function spread_team_grants() returns trigger
language plpgsql security definer set search_path = pg_catalog, public
  set enable_seqscan = off set enable_nestloop = off as $$
declare
  org uuid;
  owners uuid[];
  belonging uuid[];
begin
  -- It is asked of a statement that changed nothing, too; then there is nothing to go through.
  for org, owners in select c.org_id, array_agg(distinct c.record_id) from changed c group by c.org_id loop
    if tg_op = 'DELETE' then
      select array_agg(l.from_id) into belonging from public.link l
       where l.org_id = org and l.to_id = any(owners) and l.belongs and l.until is null;
      delete from public.record_team_grant g using changed c, public.link l
       where c.org_id = org and l.org_id = org and l.to_id = any(owners) and l.to_id = c.record_id
         and l.belongs and l.until is null
         and g.org_id = org and g.record_id = any(belonging) and g.record_id = l.from_id and g.team_id = c.team_id
         and c.record_id in (select r.id from public.record r where r.org_id = org and r.id = any(owners));
    else
      insert into public.record_team_grant (org_id, record_id, team_id, granted_by, until)
      select distinct on (l.from_id, c.team_id) org, l.from_id, c.team_id, c.granted_by, c.until
        from changed c
        join public.link l on l.org_id = org and l.to_id = any(owners) and l.to_id = c.record_id
                          and l.belongs and l.until is null
       where c.org_id = org
      on conflict (org_id, record_id, team_id) do update set until = excluded.until, granted_by = excluded.granted_by
        where (record_team_grant.until, record_team_grant.granted_by) is distinct from (excluded.until, excluded.granted_by);
    end if;
  end loop;
  return null;
end $$;
create trigger record_team_grant_spreads after insert on record_team_grant referencing new table as changed
  for each statement execute function spread_team_grants();
create trigger record_team_grant_spreads_changed after update on record_team_grant referencing new table as changed
  for each statement execute function spread_team_grants();
create trigger record_team_grant_spreads_gone after delete on record_team_grant referencing old table as changed
  for each statement execute function spread_team_grants();

-- What belongs to another has no grants of its own: who writes one for it directly writes nothing, and what the owner
-- has comes by the triggers above.
create function keep_owners_grants() returns trigger
language plpgsql security definer set search_path = pg_catalog, public set enable_seqscan = off as $$
declare
  one uuid := case when tg_op = 'DELETE' then old.record_id else new.record_id end;
  org uuid := case when tg_op = 'DELETE' then old.org_id else new.org_id end;
begin
  -- Asked of every grant that is written: here, where its plan is kept, and by the index, whatever the statistics say.
  if exists (select 1 from public.link l
              where l.org_id = org and l.from_id = one and l.belongs and l.until is null) then return null; end if;
  return case when tg_op = 'DELETE' then old else new end;
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
-- Read and moved by the function below alone: no right is granted, and were one, it would be of one's own organisation.
create policy own_org on record_number to amparo_app
  using (org_id = (select current_org())) with check (org_id = (select current_org()));

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

-- ---------------------------------------------------------------- a case goes on when it has been verified

-- What is planned and done on a case rests on two sources independent of each other, or on a person's stated reason.
-- Looked at when the transaction ends: sources come with the case, after it.
create function check_verification() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if coalesce(new.values->>'unverified_reason', '') = '' and (
    select count(*) from public.link l join public.record s on s.org_id = l.org_id and s.id = l.to_id
     where l.org_id = new.org_id and l.from_id = new.id and l.field = 'sources' and l.until is null
       and l.attributes->>'independence' = 'independent' and s.deleted_at is null) < 2
  then raise exception 'case: not verified' using errcode = 'check_violation'; end if;
  return null;
end $$;
create constraint trigger case_made_verified after insert on record deferrable initially deferred for each row
  when (new.type = 'case' and new.values->>'stage' in ('plan', 'actions', 'follow_up'))
  execute function check_verification();
create constraint trigger case_goes_on_verified after update of values on record deferrable initially deferred for each row
  when (new.type = 'case' and new.values->>'stage' in ('plan', 'actions', 'follow_up')
        and coalesce(old.values->>'stage', 'intake') not in ('plan', 'actions', 'follow_up'))
  execute function check_verification();

-- ---------------------------------------------------------------- what has to be agreed before anything leaves

-- Whether a person at risk may be spoken of: the most silent of the decisions of their cases, `unknown` where one has
-- none, null where they are in no case. Whoever asks is told this and nothing of the cases.
create function publicity_of(org uuid, person uuid) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select case when bool_or(said = 'quiet') then 'quiet' when bool_or(said = 'unknown') then 'unknown'
              when bool_or(said = 'mixed') then 'mixed' when bool_or(said = 'public') then 'public' end
    from (select coalesce(r.values->>'publicity', 'unknown') as said
            from public.link l join public.record r on r.org_id = l.org_id and r.id = l.from_id
           where l.org_id = org and l.to_id = person and l.field = 'people' and l.until is null
             and coalesce(l.attributes->>'role', 'at_risk') = 'at_risk'
             and r.type = 'case' and r.deleted_at is null and r.merged_into is null) decisions
$$;

-- The grant on which something of a person may leave on a day, with its last day; or, with no grant, what comes nearest:
-- `withdrawn`, `expired`, `not_yet`, `other_channel`, `other_purpose`, `other_scope`, `none`. Days are of UTC.
create function consent_on(org uuid, person uuid, wanted_scope text, wanted_purpose text, wanted_channel text, day date)
returns table (consent uuid, last_day text, reason text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select case when nearest.place = 0 then nearest.id end, case when nearest.place = 0 then nearest.last_day end,
         (array['in_force', 'withdrawn', 'expired', 'not_yet', 'other_channel', 'other_purpose', 'other_scope'])[nearest.place + 1]
    from (
      select r.id, r.values->>'until' as last_day, case
        when not coalesce(r.values->'scopes', '[]') ? wanted_scope then 6
        when not coalesce(r.values->'purposes', '[]') ?| array['any', wanted_purpose] then 5
        when not coalesce(r.values->'channels', '[]') ?| array['any', wanted_channel] then 4
        when r.values->>'withdrawn_on' <= day::text then 1
        when coalesce(r.values->>'from', '9999') > day::text then 3
        when r.values->>'until' < day::text then 2
        else 0 end as place
        from public.link l join public.record r on r.org_id = l.org_id and r.id = l.from_id
       where l.org_id = org and l.to_id = person and l.field = 'person' and l.until is null
         and r.type = 'consent' and r.deleted_at is null and r.merged_into is null
       order by place, coalesce(r.values->>'until', '9999') desc, r.id limit 1) nearest
  union all
  select null, null, 'none' where not exists (
    select 1 from public.link l join public.record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = org and l.to_id = person and l.field = 'person' and l.until is null
       and r.type = 'consent' and r.deleted_at is null and r.merged_into is null)
$$;

create function consent_in_force(person uuid, wanted_scope text, wanted_purpose text, wanted_channel text, day date)
returns table (consent uuid, last_day text, reason text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.consent, c.last_day, c.reason
    from public.consent_on(public.current_org(), person, wanted_scope, wanted_purpose, wanted_channel, day) c
   where public.current_org() is not null
$$;

create function today_utc() returns date
language sql stable set search_path = pg_catalog as $$ select (now() at time zone 'utc')::date $$;

-- The door before anything public: why a person may not be public now on this ground; null when nothing stands against it.
-- A rule that a module adds is added here.
create function against_publishing(org uuid, person uuid, basis text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  said text := public.publicity_of(org, person);
  held text;
begin
  if said in ('quiet', 'unknown') then return 'publicity_' || said; end if;
  if basis = 'consent' then
    select c.reason into held from public.consent_on(org, person, 'name_public', 'publication', 'website', public.today_utc()) c;
    if held <> 'in_force' then return 'consent_' || held; end if;
  end if;
  return null;
end $$;

create function what_stands_against(person uuid, basis text) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.against_publishing(public.current_org(), person, basis) where public.current_org() is not null
$$;

create function own_publicity(person uuid) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.publicity_of(public.current_org(), person) where public.current_org() is not null
$$;

-- The last day on which a publication may stand: that of the consent on which it rests.
alter table publication add column last_day text;

create function check_agreement() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare against text;
begin
  if new.kind <> 'defender' then return new; end if;
  -- Taking something off a page waits for nobody.
  if tg_op = 'UPDATE' and old.data @> new.data and old.record_id = new.record_id then return new; end if;
  against := public.against_publishing(new.org_id, new.record_id, new.data->>'basis');
  if against is not null then
    raise exception 'publication: not agreed (%)', against using errcode = 'check_violation', hint = against;
  end if;
  new.last_day := null;
  if new.data->>'basis' = 'consent' then
    select c.last_day into new.last_day
      from public.consent_on(new.org_id, new.record_id, 'name_public', 'publication', 'website', public.today_utc()) c;
  end if;
  return new;
end $$;
create trigger publication_agreed before insert or update on publication
  for each row execute function check_agreement();

-- A page of yesterday's consent is not there today, whether or not anything has run since.
-- The policy reads the column; the public login itself cannot.
alter policy everyone on publication using (last_day is null or last_day >= ((now() at time zone 'utc')::date)::text);

-- Why a page goes, when it is not the record itself that tells.
create or replace function log_withdrawal() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  r public.record;
begin
  select * into r from public.record where org_id = old.org_id and id = old.record_id;
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (old.org_id, public.current_account(), 'publication.withdraw', old.record_id,
          jsonb_build_object('publication', old.id, 'kind', old.kind, 'cause', coalesce(
            nullif(current_setting('amparo.cause', true), ''), case
            when r.id is null then 'purged'
            when r.merged_into is not null then 'merged'
            when r.deleted_at is not null then 'deleted'
            when r.visibility <> 'public' then 'not_public'
            when old.kind = 'defender' and public.still_public(r.values, r.fictitious, old.data) is null then 'changed'
            else 'asked' end)));
  return null;
end $$;

-- Looks again at what is public of a person: at once, in the transaction that ended a consent or asked for silence. A
-- case that is only opened leaves a page that was agreed where it is: taking it away would tell that something happened.
create function look_again(org uuid, person uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  p public.publication;
  cause text;
  until_day text;
begin
  for p in select * from public.publication where org_id = org and record_id = person and kind = 'defender' loop
    cause := null;
    until_day := null;
    if public.publicity_of(org, person) = 'quiet' then cause := 'quiet';
    elsif p.data->>'basis' = 'consent' then
      select case when c.reason <> 'in_force' then 'consent' end, c.last_day into cause, until_day
        from public.consent_on(org, person, 'name_public', 'publication', 'website', public.today_utc()) c;
    end if;
    if cause is not null then
      perform set_config('amparo.cause', cause, true);
      delete from public.publication where org_id = org and id = p.id;
      perform set_config('amparo.cause', '', true);
    elsif p.last_day is distinct from until_day then
      update public.publication set last_day = until_day where org_id = org and id = p.id;
    end if;
  end loop;
end $$;

create function agreement_changes() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare person uuid;
begin
  for person in select l.to_id from public.link l
    where l.org_id = new.org_id and l.from_id = new.id and l.until is null
      and l.field = case new.type when 'consent' then 'person' else 'people' end
  loop perform public.look_again(new.org_id, person); end loop;
  return null;
end $$;
create trigger record_agreement_changes after update on record for each row
  when (new.type in ('consent', 'case') and (old.values is distinct from new.values
        or old.deleted_at is distinct from new.deleted_at or old.merged_into is distinct from new.merged_into))
  execute function agreement_changes();

create function agreement_moves() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select 1 from public.record r where r.org_id = new.org_id and r.id = new.from_id and r.type in ('consent', 'case'))
  then perform public.look_again(new.org_id, new.to_id); end if;
  return null;
end $$;
create trigger link_agreement_made after insert on link for each row
  when (new.field in ('person', 'people') and new.until is null) execute function agreement_moves();
create trigger link_agreement_moved after update of until on link for each row
  when (new.field in ('person', 'people') and new.until is distinct from old.until) execute function agreement_moves();

-- Takes away the pages whose consent ended, once a day; the public side has not shown them since. Gives how many.
create function end_publications() returns int
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare gone int;
begin
  perform set_config('amparo.cause', 'consent', true);
  delete from public.publication where last_day < public.today_utc()::text;
  get diagnostics gone = row_count;
  perform set_config('amparo.cause', '', true);
  return gone;
end $$;

-- What of a person had left by now, for who may read the person: publications, shares, exports that name the record.
create function what_left(person uuid)
returns table (at timestamptz, act text, account_id uuid, detail jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select l.at, l.act, l.account_id, l.detail from public.ledger l
   where l.org_id = public.current_org() and l.subject = person and public.may('read')
     and l.act in ('publication.publish', 'publication.withdraw', 'share.offer', 'share.accept', 'share.end',
                   'export.run', 'referral.send', 'bundle.make')
     and exists (select 1 from public.record r where r.org_id = l.org_id and r.id = person
                  and (r.visibility <> 'restricted' or public.holds_grant(r.id)))
   order by l.at, l.seq
$$;

grant execute on function consent_in_force, what_stands_against, own_publicity, what_left to amparo_app;

-- ---------------------------------------------------------------- the list of prisoners

-- Every restricted record that the person asking holds a grant of.
create function held_records() returns table (record_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select g.record_id from public.record_grant g
   where g.org_id = public.current_org() and g.account_id = public.current_account() and public.may('read')
     and (g.until is null or g.until > now())
  union
  select g.record_id from public.record_team_grant g
   where g.org_id = public.current_org() and g.team_id = any(public.current_teams()) and public.may('read')
     and (g.until is null or g.until > now())
$$;

-- Every time in prison that may have begun before a key, and every change of one, as far as the person asking may see
-- them. Here and not through the policies: on ten thousand they would look for each row's grant eight times over, for
-- the key, the record, the relation and both its ends; here all grants are read once. The rule is theirs: classes,
-- visibility, grants that have not ended. A person whom the asker may not see is not named.
create function detentions_before(below text)
returns table (id uuid, title text, restricted boolean, fictitious boolean, country text, status text, cause text,
               ended_as text, end_cause text, from_key text, until text, person uuid)
language plpgsql stable security definer set search_path = pg_catalog, public set enable_seqscan = off as $$
declare
  org uuid := public.current_org();
  classes text[] := public.readable_classes();
begin
  if org is null or not public.may('read') then return; end if;
  return query
    with held as materialized (select h.record_id from public.held_records() h),
    begun as materialized (
      select k.record_id, k.key from public.record_key k
       where k.org_id = org and k.type = 'detention' and k.field = 'from' and k.key < below and k.class = any(classes))
    select r.id, r.title, r.visibility = 'restricted', r.fictitious, r.values->>'country', r.values->>'status',
           r.values->>'cause', r.values->>'ended_as', r.values->>'end_cause', b.key, r.values->>'until',
           case when p.visibility <> 'restricted' or hp.record_id is not null then p.id end
      from begun b
      join public.record r on r.org_id = org and r.id = b.record_id
      left join held h on h.record_id = b.record_id
      left join lateral (
        select l.to_id from public.link l
         where l.org_id = org and l.from_id = b.record_id and l.field = 'person' and l.until is null
           and l.class = any(classes) limit 1) w on true
      left join public.record p on p.org_id = org and p.id = w.to_id
      left join held hp on hp.record_id = w.to_id
     where r.deleted_at is null and r.merged_into is null and (r.visibility <> 'restricted' or h.record_id is not null);
end $$;

create function detention_changes()
returns table (id uuid, detention uuid, status text, cause text, key text)
language plpgsql stable security definer set search_path = pg_catalog, public set enable_seqscan = off as $$
declare
  org uuid := public.current_org();
  classes text[] := public.readable_classes();
begin
  if org is null or not public.may('read') then return; end if;
  return query
    with held as materialized (select h.record_id from public.held_records() h),
    said as materialized (
      select k.record_id, k.key from public.record_key k
       where k.org_id = org and k.type = 'detention_change' and k.field = 'on' and k.key < '3' and k.class = any(classes))
    select s.id, (select l.to_id from public.link l
                   where l.org_id = org and l.from_id = s.id and l.field = 'detention' and l.until is null
                     and l.class = any(classes) limit 1),
           s.values->>'status', s.values->>'cause', c.key
      from said c
      join public.record s on s.org_id = org and s.id = c.record_id
      left join held h on h.record_id = c.record_id
     where s.deleted_at is null and s.merged_into is null and (s.visibility <> 'restricted' or h.record_id is not null);
end $$;
grant execute on function detentions_before, detention_changes to amparo_app;
