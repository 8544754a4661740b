-- The public door: one way in and one way out for every kind of thing that becomes public. What is shown rests on fields
-- of records, and leaves with them; whoever is named has agreed, or the page goes; nothing is seen before its instant.

-- ---------------------------------------------------------------- kinds

-- A kind is a row here, and an entry in the house's list of kinds. Data has these keys and no others, besides
-- `fictitious`, which all have; a key that is not free rests on a field of a record.
create table public_kind (
  kind text primary key check (kind ~ '^[a-z][a-z0-9_]{1,30}$'),
  record_type text not null,
  keys text[] not null,
  free text[] not null default '{}'
);
grant select on public_kind to amparo_app;
alter table public_kind enable row level security;
create policy asked on public_kind for select to amparo_app using ((select current_org()) is not null);

insert into public_kind (kind, record_type, keys) values
  ('defender', 'person', '{basis, name, country, rights, biography, source_url}');

alter table publication
  -- Where each value comes from: [{key, item?, recordId, field, held? | to?, essential?, as?}].
  add column sources jsonb not null default '[]',
  -- Whom it names: [{personId, scope, basis, purpose, channel}].
  add column named jsonb not null default '[]',
  -- What was chosen, so that the same can be offered again.
  add column choice text[] not null default '{}',
  -- Seen from this instant on, and up to that one.
  add column not_before timestamptz,
  add column not_after timestamptz,
  add column timed boolean not null generated always as (not_before is not null or not_after is not null) stored,
  add column first_at timestamptz not null default now(),
  add constraint publication_kind_known foreign key (kind) references public_kind,
  add constraint publication_times check (not_before < not_after);
create index publication_timed on publication (org_id) where timed;
create index publication_ends on publication (not_after) where not_after is not null;

-- By which records and people a page is found when one of them changes. Written by the database alone.
create table publication_source (
  org_id uuid not null,
  publication_id uuid not null,
  record_id uuid not null,
  primary key (org_id, record_id, publication_id),
  foreign key (org_id, publication_id) references publication on delete cascade
);
create index publication_source_of on publication_source (org_id, publication_id);
create table publication_person (
  org_id uuid not null,
  publication_id uuid not null,
  person_id uuid not null,
  scope text not null check (scope in ('name_public', 'photo')),
  basis text not null check (basis in ('consent', 'public_at_source')),
  purpose text not null,
  channel text not null,
  primary key (org_id, person_id, publication_id, scope, purpose, channel),
  foreign key (org_id, publication_id) references publication on delete cascade
);
create index publication_person_of on publication_person (org_id, publication_id);

do $$
declare t text;
begin
  foreach t in array array['publication_source', 'publication_person'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy members on %I for select to amparo_app
      using (org_id = (select current_org()) and (select may(''read'')))', t);
    execute format('grant select on %I to amparo_app', t);
  end loop;
end $$;

create function place_publication() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    if new.sources = old.sources and new.named = old.named then return null; end if;
  end if;
  delete from public.publication_source where org_id = new.org_id and publication_id = new.id;
  delete from public.publication_person where org_id = new.org_id and publication_id = new.id;
  insert into public.publication_source (org_id, publication_id, record_id)
  select distinct new.org_id, new.id, one::uuid
    from jsonb_array_elements(new.sources) s, unnest(array[s->>'recordId', s->>'to']) one where one is not null;
  insert into public.publication_person (org_id, publication_id, person_id, scope, basis, purpose, channel)
  select distinct new.org_id, new.id, n."personId", n.scope, n.basis, n.purpose, n.channel
    from jsonb_to_recordset(new.named) as n("personId" uuid, scope text, basis text, purpose text, channel text);
  return null;
end $$;
create trigger publication_placed after insert or update on publication
  for each row execute function place_publication();

-- ---------------------------------------------------------------- what it rests on

-- Whether a record still holds what a page shows of it.
create function source_holds(org uuid, s jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select case
    when s ? 'to' then exists (
      select 1 from public.link l
        join public.record a on a.org_id = l.org_id and a.id = l.from_id
        join public.record b on b.org_id = l.org_id and b.id = l.to_id
       where l.org_id = org and l.from_id = (s->>'recordId')::uuid and l.field = s->>'field'
         and l.to_id = (s->>'to')::uuid and l.until is null and l.class = 'open'
         and a.deleted_at is null and a.merged_into is null and b.deleted_at is null and b.merged_into is null)
    else exists (
      select 1 from public.record r
       where r.org_id = org and r.id = (s->>'recordId')::uuid and r.deleted_at is null and r.merged_into is null
         and coalesce(r.values->(s->>'field') @> (s->'held'), false))
  end
$$;

-- What of a page its records still hold: the data and the sources that are left, null where nothing of it may stand.
create function narrowed(p public.publication, out kept jsonb, out rests jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  lost jsonb;
  s jsonb;
  part jsonb;
begin
  select jsonb_agg(e) into lost from jsonb_array_elements(p.sources) e where not public.source_holds(p.org_id, e);
  kept := p.data;
  rests := p.sources;
  if lost is null then return; end if;
  for s in select * from jsonb_array_elements(lost) loop
    part := kept->(s->>'key');
    if not s ? 'item' then
      if coalesce((s->>'essential')::boolean, false) then kept := null; rests := null; return; end if;
      kept := kept - (s->>'key');
    elsif jsonb_typeof(part) = 'array' then
      kept := jsonb_set(kept, array[s->>'key'], (
        select coalesce(jsonb_agg(e order by n), '[]') from jsonb_array_elements(part) with ordinality as one(e, n)
         where e->>'code' is distinct from s->>'item'));
    elsif jsonb_typeof(part) = 'object' then
      kept := kept #- array[s->>'key', s->>'item'];
    end if;
    part := kept->(s->>'key');
    if part is null or part in ('[]', '{}') then
      kept := kept - (s->>'key');
      if exists (select 1 from jsonb_array_elements(p.sources) e
                  where e->>'key' = s->>'key' and coalesce((e->>'essential')::boolean, false)) then
        kept := null; rests := null; return;
      end if;
    end if;
  end loop;
  select coalesce(jsonb_agg(e order by n), '[]') into rests
    from jsonb_array_elements(p.sources) with ordinality as one(e, n)
   where kept ? (e->>'key') and not lost @> jsonb_build_array(e)
     and (not e ? 'item' or case jsonb_typeof(kept->(e->>'key'))
            when 'array' then exists (select 1 from jsonb_array_elements(kept->(e->>'key')) i where i->>'code' = e->>'item')
            else kept->(e->>'key') ? (e->>'item') end);
end $$;

-- Why a page may not stand as it is written; null when nothing is wrong with it.
create function wrong_with_publication(p public.publication, r public.record) returns text
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  k public.public_kind;
  s jsonb;
begin
  select * into k from public.public_kind where kind = p.kind;
  if k.record_type is distinct from r.type then return 'another type of record'; end if;
  if p.data->'fictitious' is distinct from to_jsonb(r.fictitious) then return 'the mark of what is made up'; end if;
  if p.data - k.keys - array['fictitious'] <> '{}' then return 'a key that the kind does not have'; end if;
  if exists (select 1 from jsonb_object_keys(p.data) key
              where key <> 'fictitious' and not key = any(k.free)
                and not exists (select 1 from jsonb_array_elements(p.sources) e where e->>'key' = key))
  then return 'a value that rests on nothing'; end if;
  for s in select * from jsonb_array_elements(p.sources) loop
    if not public.source_holds(p.org_id, s) then return 'a value that the record does not hold'; end if;
    -- A value that is not said to be shown otherwise is shown word for word.
    if not coalesce((s->>'as')::boolean, false) and s ? 'held' then
      if not s ? 'item' then
        if p.data->(s->>'key') is distinct from s->'held'
           and not (jsonb_typeof(p.data->(s->>'key')) = 'string'
                    and jsonb_path_exists(s->'held', '$.** ? (@ == $v)', jsonb_build_object('v', p.data->(s->>'key'))))
        then return 'a value that is not the record''s'; end if;
      elsif jsonb_typeof(p.data->(s->>'key')) = 'object' then
        if p.data->(s->>'key')->(s->>'item') is distinct from s->'held'->(s->>'item')
        then return 'a text that is not the record''s'; end if;
      end if;
    end if;
  end loop;
  -- Of a list or of texts that come one by one, each one rests on something.
  if exists (
    select 1 from (select distinct e->>'key' as key from jsonb_array_elements(p.sources) e where e ? 'item') listed
     where not exists (select 1 from jsonb_array_elements(p.sources) e where e->>'key' = listed.key and not e ? 'item')
       and exists (
         select 1 from (
           select i->>'code' as item from jsonb_array_elements(
             case jsonb_typeof(p.data->listed.key) when 'array' then p.data->listed.key else '[]' end) i
           union all
           select i from jsonb_object_keys(
             case jsonb_typeof(p.data->listed.key) when 'object' then p.data->listed.key else '{}' end) i) shown
          where not exists (select 1 from jsonb_array_elements(p.sources) e
                             where e->>'key' = listed.key and e->>'item' = shown.item)))
  then return 'a part that rests on nothing'; end if;
  -- Whoever is a source is named, so that they are asked.
  if exists (
    select 1 from jsonb_array_elements(p.sources) e, unnest(array[e->>'recordId', e->>'to']) one
      join public.record who on who.org_id = p.org_id and who.id = one::uuid and who.type = 'person'
     where not exists (select 1 from jsonb_array_elements(p.named) n where (n->>'personId')::uuid = who.id))
  then return 'somebody is shown and not named'; end if;
  -- Of who is public at a source and did not agree: what that source says, and where.
  if exists (
    select 1 from jsonb_array_elements(p.named) n
     where n->>'basis' = 'public_at_source' and (
       n->>'scope' <> 'name_public'
       or not exists (select 1 from public.record who
                       where who.org_id = p.org_id and who.id = (n->>'personId')::uuid and who.type = 'person'
                         and who.values->>'public_basis' = 'public_at_source'
                         and coalesce(who.values->>'public_source_url', '') <> '')
       or not exists (select 1 from jsonb_array_elements(p.sources) e
                       where e->>'recordId' = n->>'personId' and e->>'field' = 'public_source_url'
                         and coalesce((e->>'essential')::boolean, false))
       or exists (select 1 from jsonb_array_elements(p.sources) e
                   where e->>'recordId' = n->>'personId'
                     and e->>'field' not in ('name', 'public_basis', 'public_source_url', 'country', 'rights'))))
  then return 'more than the source says'; end if;
  return null;
end $$;

-- What stands in the way of a projection that was approved, as the records are now; null when nothing does.
create function wrong_with_projection(kind text, record uuid, data jsonb, sources jsonb, named jsonb) returns text
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  r public.record;
  p public.publication;
begin
  select * into r from public.record x where x.org_id = public.current_org() and x.id = record;
  if not found then return 'nothing there'; end if;
  p.org_id := r.org_id; p.kind := kind; p.record_id := record; p.data := data; p.sources := sources; p.named := named;
  return public.wrong_with_publication(p, r);
end $$;
grant execute on function wrong_with_projection to amparo_app;

-- The filters say no more than the page: codes of what its lists show, and the words by which it is found.
create function public_facets(data jsonb, facets jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, public as $$
  select jsonb_object_agg(f.key, case when f.key = 'name' then f.value else (
           select coalesce(jsonb_agg(c), '[]') from jsonb_array_elements(f.value) c
            where jsonb_typeof(data->f.key) <> 'array'
               or exists (select 1 from jsonb_array_elements(data->f.key) e where e->>'code' = c#>>'{}')) end)
    from jsonb_each(coalesce(facets, '{}') || jsonb_build_object(
           'country', (select coalesce(jsonb_agg(e->'code'), '[]') from jsonb_array_elements(coalesce(data->'country', '[]')) e),
           'rights', (select coalesce(jsonb_agg(e->'code'), '[]') from jsonb_array_elements(coalesce(data->'rights', '[]')) e))) f
   where f.key in ('name', 'country', 'rights') or data ? f.key
$$;
grant execute on function public_facets to amparo_app;

-- Nothing is published that its record does not allow, whatever asks for it. Holds the record, what the page rests on and
-- whom it names, so that closing, withdrawing and publishing cannot pass each other.
create or replace function check_publication() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  r public.record;
  wrong text;
begin
  select * into r from public.record where org_id = new.org_id and id = new.record_id for share;
  if not found or r.visibility <> 'public' or r.deleted_at is not null or r.merged_into is not null then
    raise exception 'publication: the record is not public' using errcode = 'check_violation';
  end if;
  perform 1 from public.record x where x.org_id = new.org_id and x.id in (
    select one::uuid from jsonb_array_elements(new.sources) s, unnest(array[s->>'recordId', s->>'to']) one where one is not null
    union select (n->>'personId')::uuid from jsonb_array_elements(new.named) n) order by x.id for share;
  wrong := public.wrong_with_publication(new, r);
  if wrong is not null then
    raise exception 'publication: not what the record allows (%)', wrong using errcode = 'check_violation';
  end if;
  new.facets := public.public_facets(new.data, new.facets);
  return new;
end $$;

-- A page never shows what the records no longer hold: no path that writes one can forget it.
create function narrow_one(p public.publication) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  n record;
begin
  n := public.narrowed(p);
  if n.kept is null then
    perform set_config('amparo.cause', 'changed', true);
    delete from public.publication where org_id = p.org_id and id = p.id;
    perform set_config('amparo.cause', '', true);
  elsif n.kept <> p.data then
    update public.publication set data = n.kept, sources = n.rests where org_id = p.org_id and id = p.id;
    insert into public.ledger (org_id, account_id, act, subject, detail)
    values (p.org_id, public.current_account(), 'publication.withdraw', p.record_id,
            jsonb_build_object('publication', p.id, 'kind', p.kind, 'cause', 'changed', 'part', true));
  elsif n.rests <> p.sources then
    update public.publication set sources = n.rests where org_id = p.org_id and id = p.id;
  end if;
end $$;

create or replace function narrow_publication() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  p public.publication;
begin
  for p in select * from public.publication where org_id = new.org_id and id in (
    select x.id from public.publication x where x.org_id = new.org_id and x.record_id = new.id
    union select s.publication_id from public.publication_source s where s.org_id = new.org_id and s.record_id = new.id
    union select n.publication_id from public.publication_person n where n.org_id = new.org_id and n.person_id = new.id)
  loop
    if p.record_id = new.id and (new.visibility <> 'public' or new.deleted_at is not null
        or new.merged_into is not null) then
      delete from public.publication where org_id = p.org_id and id = p.id;
    elsif p.record_id = new.id and p.data->'fictitious' is distinct from to_jsonb(new.fictitious)
       or exists (select 1 from public.publication_person n
                   where n.org_id = new.org_id and n.publication_id = p.id and n.person_id = new.id)
          and (new.deleted_at is not null or new.merged_into is not null) then
      perform set_config('amparo.cause', 'changed', true);
      delete from public.publication where org_id = p.org_id and id = p.id;
      perform set_config('amparo.cause', '', true);
    else
      perform public.narrow_one(p);
    end if;
  end loop;
  return null;
end $$;

-- A relation that ends is no value of the record: its pages are looked at when it does.
create function link_narrows_publication() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  p public.publication;
begin
  for p in select x.* from public.publication x join public.publication_source s
             on s.org_id = x.org_id and s.publication_id = x.id
            where x.org_id = old.org_id and s.record_id = old.from_id
              and x.sources @> jsonb_build_array(jsonb_build_object('to', old.to_id, 'field', old.field))
  loop perform public.narrow_one(p); end loop;
  return null;
end $$;
create trigger link_ends_narrows after update of until, to_id, class on link for each row
  when (old.until is null) execute function link_narrows_publication();
create trigger link_gone_narrows after delete on link for each row
  when (old.until is null) execute function link_narrows_publication();

-- A record that is gone takes the pages that rest on it along, and what was to be approved of it.
create function purge_narrows_publication() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  p public.publication;
begin
  delete from public.approval a
   where a.kind = 'publication' and a.content is not null
     and exists (select 1 from gone g where g.org_id = a.org_id and strpos(a.content::text, g.id::text) > 0);
  for p in select distinct x.* from public.publication x join gone g on g.org_id = x.org_id
            where exists (select 1 from public.publication_person n
                           where n.org_id = g.org_id and n.person_id = g.id and n.publication_id = x.id)
  loop
    perform set_config('amparo.cause', 'changed', true);
    delete from public.publication where org_id = p.org_id and id = p.id;
    perform set_config('amparo.cause', '', true);
  end loop;
  for p in select distinct x.* from public.publication x join gone g on g.org_id = x.org_id
            where exists (select 1 from public.publication_source s
                           where s.org_id = g.org_id and s.record_id = g.id and s.publication_id = x.id)
  loop perform public.narrow_one(p); end loop;
  return null;
end $$;
create trigger record_gone_narrows after delete on record referencing old table as gone
  for each statement execute function purge_narrows_publication();

-- ---------------------------------------------------------------- whom it names

-- Why somebody may not be named or shown now, on this ground, for this, by this way; null when nothing stands against it.
create function against_naming(org uuid, person uuid, basis text, scope text, purpose text, channel text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  said text := public.publicity_of(org, person);
  held text;
begin
  if said in ('quiet', 'unknown') then return 'publicity_' || said; end if;
  if basis = 'consent' then
    select c.reason into held from public.consent_on(org, person, scope, purpose, channel, public.today_utc()) c;
    if held <> 'in_force' then return 'consent_' || held; end if;
  end if;
  return null;
end $$;
create or replace function against_publishing(org uuid, person uuid, basis text) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.against_naming(org, person, basis, 'name_public', 'publication', 'website')
$$;
create function what_stands_against(person uuid, basis text, scope text, purpose text, channel text) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.against_naming(public.current_org(), person, basis, scope, purpose, channel)
   where public.current_org() is not null
$$;
grant execute on function what_stands_against(uuid, text, text, text, text) to amparo_app;

create or replace function check_agreement() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  n record;
  against text;
  until_day text;
begin
  -- Taking something off a page waits for nobody.
  if tg_op = 'UPDATE' then
    if not public.widens(old, new) then return new; end if;
  end if;
  perform 1 from public.record x where x.org_id = new.org_id and x.id in (
    select (e->>'personId')::uuid from jsonb_array_elements(new.named) e) order by x.id for share;
  new.last_day := null;
  for n in select * from jsonb_to_recordset(new.named)
             as x("personId" uuid, scope text, basis text, purpose text, channel text) loop
    against := public.against_naming(new.org_id, n."personId", n.basis, n.scope, n.purpose, n.channel);
    if n.basis not in ('consent', 'public_at_source') then against := 'consent_none'; end if;
    if against is not null then
      raise exception 'publication: not agreed (%)', against using errcode = 'check_violation', hint = against;
    end if;
    if n.basis = 'consent' then
      select c.last_day into until_day
        from public.consent_on(new.org_id, n."personId", n.scope, n.purpose, n.channel, public.today_utc()) c;
      new.last_day := least(new.last_day, until_day);
    end if;
  end loop;
  return new;
end $$;

-- Looks again at every page that names a person: at once, in the transaction that ended a consent or asked for silence. A
-- case that is only opened leaves a page that was agreed where it is: taking it away would tell that something happened.
-- Holds the person, so that a page that is being published meanwhile is looked at too.
create or replace function look_again(org uuid, person uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  p public.publication;
  n public.publication_person;
  why text;
  cause text;
  one_day text;
  until_day text;
begin
  perform 1 from public.record r where r.org_id = org and r.id = person for no key update;
  for p in select x.* from public.publication x where x.org_id = org and exists (
    select 1 from public.publication_person m
     where m.org_id = org and m.person_id = person and m.publication_id = x.id) loop
    cause := null;
    until_day := null;
    for n in select * from public.publication_person m where m.org_id = org and m.publication_id = p.id loop
      if n.person_id = person and public.publicity_of(org, person) = 'quiet' then cause := 'quiet';
      elsif n.basis = 'consent' then
        select c.reason, c.last_day into why, one_day
          from public.consent_on(org, n.person_id, n.scope, n.purpose, n.channel, public.today_utc()) c;
        if why <> 'in_force' then cause := coalesce(cause, 'consent'); end if;
        until_day := least(until_day, one_day);
      end if;
    end loop;
    if cause is not null then
      perform set_config('amparo.cause', cause, true);
      delete from public.publication where org_id = org and id = p.id;
      perform set_config('amparo.cause', '', true);
    elsif p.last_day is distinct from until_day then
      update public.publication set last_day = until_day where org_id = org and id = p.id;
    end if;
  end loop;
end $$;

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
            else 'asked' end)));
  return null;
end $$;
drop function still_public(jsonb, boolean, jsonb);

-- ---------------------------------------------------------------- the second person, for every kind

-- Whether anything is public after that was not before, or is less guarded, or stands sooner or longer.
create or replace function widens(old public.publication, new public.publication) returns boolean
language sql stable set search_path = pg_catalog, public as $$
  select row(new.org_id, new.id, new.kind, new.slug, new.record_id, new.sort_key)
           is distinct from row(old.org_id, old.id, old.kind, old.slug, old.record_id, old.sort_key)
      or not old.data @> new.data or not old.facets @> new.facets
      or not old.sources @> new.sources or not old.named @> new.named
      or greatest(new.not_before, now()) < greatest(old.not_before, now())
      or coalesce(new.not_after, 'infinity') > coalesce(old.not_after, 'infinity')
$$;

drop function publication_digest(text, uuid, jsonb, jsonb, text);
create function publication_digest(kind text, record uuid, data jsonb, facets jsonb, sort_key text, named jsonb,
                                   sources jsonb, not_before timestamptz, not_after timestamptz) returns bytea
language sql stable set search_path = pg_catalog, public as $$
  select sha256(convert_to('amparo publication 2 ' || jsonb_build_array(kind, record, data,
    public.public_facets(data, facets), sort_key, named,
    sources, extract(epoch from not_before), extract(epoch from not_after))::text, 'UTF8'))
$$;
grant execute on function publication_digest to amparo_app;

create or replace function find_publication_approval() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    if not public.widens(old, new) then
      new.approval_id := old.approval_id;
      return new;
    end if;
  end if;
  new.approval_id := (public.find_approval(new.org_id, 'publication', new.record_id,
    public.publication_digest(new.kind, new.record_id, new.data, new.facets, new.sort_key, new.named, new.sources,
                              new.not_before, new.not_after))).id;
  return new;
end $$;

-- ---------------------------------------------------------------- when

alter policy everyone on publication using (
  (last_day is null or last_day >= ((now() at time zone 'utc')::date)::text)
  and (not_before is null or not_before <= now()) and (not_after is null or not_after > now()));
grant select (first_at, timed) on publication to amparo_public;

-- Takes away the pages whose consent or time has run out; the public side has not shown them since. An instant that has
-- come is forgotten. Gives how many went.
create or replace function end_publications() returns int
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  gone int;
  more int;
begin
  perform set_config('amparo.cause', 'consent', true);
  delete from public.publication where last_day < public.today_utc()::text;
  get diagnostics gone = row_count;
  perform set_config('amparo.cause', 'expired', true);
  delete from public.publication where not_after <= now();
  get diagnostics more = row_count;
  perform set_config('amparo.cause', '', true);
  update public.publication set not_before = null where not_before <= now();
  return gone + more;
end $$;

-- ---------------------------------------------------------------- the site

-- How an organisation arranges its site: where things stand, never what they say.
create table site (
  org_id uuid primary key references org,
  arrangement jsonb not null default '{}' check (jsonb_typeof(arrangement) = 'object'),
  -- Who shows or keeps what is published: for the organisation alone, asked when something is withdrawn.
  holders text not null default '' check (length(holders) <= 5000),
  changed_at timestamptz not null default now(),
  changed_by uuid not null
);
alter table site enable row level security;
create policy members on site for select to amparo_app using (org_id = (select current_org()) and (select may('read')));
create policy makers on site for insert to amparo_app
  with check (org_id = (select current_org()) and (select may('administer')));
create policy changers on site for update to amparo_app
  using (org_id = (select current_org()) and (select may('administer')))
  with check (org_id = (select current_org()));
create policy everyone on site for select to amparo_public using (true);
grant select, insert, update on site to amparo_app;
grant select (org_id, arrangement) on site to amparo_public;
create unique index site_domain on site ((arrangement->>'domain'));
create unique index site_onion on site ((arrangement->>'onion'));
create constraint trigger site_moved after insert or update on site
  deferrable initially deferred for each row execute function move_publication_version();

-- How often a page was read on a day: nothing of who read it.
create table page_count (
  org_id uuid not null references org,
  day date not null,
  page text not null check (length(page) <= 200),
  readers int not null,
  primary key (org_id, day, page)
);
alter table page_count enable row level security;
create policy members on page_count for select to amparo_app
  using (org_id = (select current_org()) and (select may('read')));
grant select on page_count to amparo_app;

-- A page's address names what it was of: it goes with the page.
create function forget_page_counts() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.page_count c where c.org_id = old.org_id and string_to_array(c.page, '/') @> array[old.slug];
  return null;
end $$;
create trigger publication_forgets_counts after delete on publication
  for each row execute function forget_page_counts();

-- [{org, day, page, count}].
create function add_page_counts(counts jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into public.page_count as c (org_id, day, page, readers)
  select n.org, n.day, n.page, sum(n.count)::int
    from jsonb_to_recordset(counts) as n(org uuid, day date, page text, count int)
    join public.org o on o.id = n.org
   where length(n.page) <= 200 and n.count > 0 group by 1, 2, 3 order by 1, 2, 3
  on conflict (org_id, day, page) do update set readers = c.readers + excluded.readers
$$;
grant execute on function add_page_counts to amparo_app;

-- ---------------------------------------------------------------- how much changes

-- An instant that has come is no embargo any more: what is seen has none. After the second person's digest was looked for.
create function forget_instant() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if new.not_before <= now() then new.not_before := null; end if;
  return new;
end $$;
create trigger publication_shown before insert or update on publication
  for each row execute function forget_instant();

-- What open data says of its own changes: numbers by month, and never which.
create table publication_change (
  org_id uuid not null references org,
  kind text not null references public_kind,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  added int not null default 0,
  changed int not null default 0,
  withdrawn int not null default 0,
  primary key (org_id, kind, month)
);
alter table publication_change enable row level security;
create policy members on publication_change for select to amparo_app
  using (org_id = (select current_org()) and (select may('read')));
create policy everyone on publication_change for select to amparo_public using (true);
grant select on publication_change to amparo_app, amparo_public;

create function count_publication_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  one public.publication := coalesce(new, old);
  before boolean := false;
  after boolean := false;
begin
  -- What nobody sees yet is not counted: a number would tell that something is coming.
  if tg_op <> 'INSERT' then before := old.not_before is null; end if;
  if tg_op <> 'DELETE' then after := new.not_before is null; end if;
  if tg_op = 'UPDATE' and before and after and new.data = old.data then return null; end if;
  if not before and not after then return null; end if;
  insert into public.publication_change as c (org_id, kind, month, added, changed, withdrawn)
  values (one.org_id, one.kind, to_char(now() at time zone 'utc', 'YYYY-MM'),
          (after and not before)::int, (before and after)::int, (before and not after)::int)
  on conflict (org_id, kind, month) do update
     set added = c.added + excluded.added, changed = c.changed + excluded.changed,
         withdrawn = c.withdrawn + excluded.withdrawn;
  return null;
end $$;
create trigger publication_counted after insert or update or delete on publication
  for each row execute function count_publication_change();

-- ---------------------------------------------------------------- pages and events of the site

insert into public_kind (kind, record_type, keys) values
  ('site_page', 'site_page', '{heading, text}'),
  ('public_event', 'public_event', '{heading, about, begins, ends, hours, where, country, rights, link}');

-- Whether another organisation's site has this host.
create function host_is_taken(host text) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.site s
                  where s.org_id <> public.current_org() and host in (s.arrangement->>'domain', s.arrangement->>'onion'))
$$;
grant execute on function host_is_taken to amparo_app;
