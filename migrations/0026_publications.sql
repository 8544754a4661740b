-- Texts for the public, campaigns and the press list. Nobody of whom silence is asked is named even in a draft; the days in
-- prison of a campaign stop in the transaction that says so; a journalist's own link shows what is approved and no more.

insert into public_kind (kind, record_type, keys, free) values
  ('public_text', 'public_text',
   '{kind, title, standfirst, body, authors, outlet, place, dated, country, rights, boilerplate, contacts, quotes, corrections, appearances, sections, campaign}',
   '{}'),
  ('campaign', 'campaign',
   '{kind, title, aim, about, people, from, to, outcome, ending, country, rights}',
   '{}');

-- ---------------------------------------------------------------- who must not be named

-- Whoever is at risk in a case that has decided for silence, or has decided nothing yet.
create function withheld_people(org uuid) returns table (person uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct l.to_id
    from public.record c join public.link l on l.org_id = c.org_id and l.from_id = c.id and l.field = 'people' and l.until is null
   where c.org_id = org and c.type = 'case' and c.deleted_at is null and c.merged_into is null
     and coalesce(c.values->>'publicity', 'unknown') in ('quiet', 'unknown')
     and coalesce(l.attributes->>'role', 'at_risk') = 'at_risk'
$$;

-- How a name may stand in a text: two of its words within reach of each other, in either order, one of them of the family
-- where that is known (`families`: how many of the first words are); a name of one word, by itself. Particles do not count.
create function name_query(folded text, families int) returns tsquery
language plpgsql immutable set search_path = pg_catalog as $$
declare
  particles constant text[] := '{de,del,la,las,los,el,da,do,dos,das,di,van,von,der,den,al,bin,ibn,y,i,e}';
  every constant text[] := regexp_split_to_array(folded, ' +');
  words text[] := '{}';
  places int[] := '{}';
  found tsquery;
  a tsquery;
  b tsquery;
  far int := 2;
begin
  for n in 1 .. coalesce(cardinality(every), 0) loop
    -- What stands between in a text may be as many particles as the name has, and one word more.
    if every[n] = any(particles) then far := least(far + 1, 5); end if;
    if every[n] <> '' and not every[n] = any(particles) and not every[n] = any(words) then
      words := words || every[n];
      places := places || n;
    end if;
  end loop;
  if cardinality(words) = 0 then return null; end if;
  if cardinality(words) = 1 then
    return case when length(words[1]) > 2 then to_tsquery('simple', quote_literal(words[1])) end;
  end if;
  for i in 1 .. cardinality(words) - 1 loop
    for j in i + 1 .. cardinality(words) loop
      -- Two given names alone are many people's.
      continue when families > 0 and places[i] > families
                 or families = 0 and cardinality(words) > 2 and j = 2;
      a := to_tsquery('simple', quote_literal(words[i]));
      b := to_tsquery('simple', quote_literal(words[j]));
      for reach in 1 .. far loop
        found := coalesce(found || tsquery_phrase(a, b, reach), tsquery_phrase(a, b, reach)) || tsquery_phrase(b, a, reach);
      end loop;
    end loop;
  end loop;
  return found;
end $$;

-- The names by which somebody is known here, folded, with the number of first words that are the family's.
create function names_of(org uuid, person uuid) returns table (folded text, families int)
language sql stable security definer set search_path = pg_catalog, public as $$
  select k.key, coalesce(cardinality(regexp_split_to_array(nullif(btrim(r.values#>>'{name,family}'), ''), '[\s\-]+')), 0)
    from public.record r join public.record_key k
      on k.org_id = r.org_id and k.record_id = r.id and k.type = 'person' and k.field = 'name' and k.class = 'open'
   where r.org_id = org and r.id = person
  union all
  select s.names, 0 from public.record_search s
   where s.org_id = org and s.record_id = person and s.class = 'identity' and s.type = 'person' and s.part = '' and s.names <> ''
$$;

-- Which of some people a record's words name; of their names those words alone that stand in it, so that whoever wrote
-- them learns no other.
create function words_name(org uuid, one uuid, people uuid[]) returns table (person uuid, name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct on (p.id) p.id, (
           select string_agg(distinct w, ' ') from regexp_split_to_table(n.folded, ' +') w
            where w <> '' and s.words @@ to_tsquery('simple', quote_literal(w)))
    from public.record_search s
    cross join unnest(people) p(id) cross join lateral public.names_of(org, p.id) n
   where s.org_id = org and s.record_id = one and s.class = 'open' and s.part = ''
     and s.words @@ public.name_query(n.folded, n.families)
   order by p.id, n.folded
$$;

-- What is written for the public: the text, and what belongs to it.
create function is_for_public(type text) returns boolean
language sql immutable set search_path = pg_catalog as $$
  select type in ('public_text', 'text_quote', 'text_correction', 'report_section', 'campaign', 'petition')
$$;

-- Refused in a draft too. Asked when the transaction ends: words, relations and cases are written in any order. A draft of
-- before silence was asked for can be saved again only without the name.
create function check_silence() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  named text;
begin
  select x.name into named
    from public.words_name(new.org_id, new.record_id, array(select w.person from public.withheld_people(new.org_id) w)) x limit 1;
  if named is not null then
    raise exception 'silence: the text names somebody' using errcode = 'check_violation', detail = named,
      hint = case new.type when 'public_text' then 'body' when 'campaign' then 'about' when 'petition' then 'text' else 'words' end;
  end if;
  return null;
end $$;
create constraint trigger search_keeps_silence after insert or update of words on record_search
  deferrable initially deferred for each row
  when (new.class = 'open' and new.part = ''
        and new.type in ('public_text', 'text_quote', 'text_correction', 'report_section', 'campaign', 'petition'))
  execute function check_silence();

create function check_silence_of_link() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select 1 from public.record r where r.org_id = new.org_id and r.id = new.from_id
              and public.is_for_public(r.type) and r.deleted_at is null)
     and public.publicity_of(new.org_id, new.to_id) in ('quiet', 'unknown') then
    raise exception 'silence: the text names somebody' using errcode = 'check_violation', hint = new.field;
  end if;
  return null;
end $$;
create constraint trigger link_keeps_silence after insert on link deferrable initially deferred for each row
  when (new.field in ('people', 'speaker', 'named') and new.until is null) execute function check_silence_of_link();

-- For whoever writes and whoever approves: whom a text and what belongs to it name that may not be named, and why. Of the
-- people of its cases, whoever has not agreed to be named in the press, but those who are said to have done it.
create function not_to_be_named(one uuid) returns table (record_id uuid, name text, why text)
language sql stable security definer set search_path = pg_catalog, public as $$
  with org as (select public.current_org() as id),
  seen as (
    select r.id from public.record r, org
     where r.org_id = org.id and r.id = one and public.is_for_public(r.type) and public.may('read')
       and (r.visibility <> 'restricted' or public.holds_grant(r.id))),
  parts as (
    select seen.id from seen
    union select l.from_id from seen, org, public.link l join public.record r on r.org_id = l.org_id and r.id = l.from_id
           where l.org_id = org.id and l.to_id = seen.id and l.belongs and l.until is null
             and r.deleted_at is null and public.is_for_public(r.type)),
  silent as (select w.person from seen, org, public.withheld_people(org.id) w),
  theirs as (
    select distinct p.to_id as person
      from seen, org, public.link c join public.link p on p.org_id = c.org_id and p.from_id = c.to_id and p.field = 'people'
       and p.until is null
     where c.org_id = org.id and c.from_id = seen.id and c.field = 'cases' and c.until is null
       and coalesce(p.attributes->>'role', 'at_risk') not in ('alleged_perpetrator', 'authority')
       and public.against_naming(org.id, p.to_id, 'consent', 'name_public', 'publication', 'press') is not null)
  select parts.id, n.name, 'silence' from parts, org,
         lateral public.words_name(org.id, parts.id, array(select silent.person from silent)) n
  union all
  select parts.id, n.name, 'consent' from parts, org,
         lateral public.words_name(org.id, parts.id, array(
           select theirs.person from theirs where theirs.person not in (select silent.person from silent))) n
$$;
grant execute on function not_to_be_named to amparo_app;

-- Nothing goes out with such a name in it, whoever writes the page. The words are looked at again here: silence may have
-- been asked for since they were written.
create function check_words_of_publication() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    if not public.widens(old, new) then return null; end if;
  end if;
  if exists (
    select 1 from (
      select new.record_id as id
      union select l.from_id from public.link l join public.record r on r.org_id = l.org_id and r.id = l.from_id
             where l.org_id = new.org_id and l.to_id = new.record_id and l.belongs and l.until is null
               and r.deleted_at is null and public.is_for_public(r.type)) part,
      lateral public.words_name(new.org_id, part.id, array(
        select w.person from public.withheld_people(new.org_id) w
        union
        select p.to_id from public.link c join public.link p on p.org_id = c.org_id and p.from_id = c.to_id
               and p.field = 'people' and p.until is null
         where c.org_id = new.org_id and c.from_id = new.record_id and c.field = 'cases' and c.until is null
           and coalesce(p.attributes->>'role', 'at_risk') not in ('alleged_perpetrator', 'authority')
           and public.against_naming(new.org_id, p.to_id, 'consent', 'name_public', 'publication', 'press') is not null)) n)
  then raise exception 'silence: the text names somebody' using errcode = 'check_violation'; end if;
  return null;
end $$;
create trigger publication_words after insert or update on publication
  for each row when (new.kind in ('public_text', 'campaign')) execute function check_words_of_publication();

-- ---------------------------------------------------------------- embargo

-- The instant before which a text is seen by nobody; by the key of its field, which is UTC.
create function embargo_of(org uuid, one uuid) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public as $$
  select (k.key || 'Z')::timestamptz from public.record_key k
   where k.org_id = org and k.record_id = one and k.type = 'public_text' and k.field = 'embargo' and k.key ~ '^\d{4}-'
$$;

create function check_text_embargo() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  until timestamptz := public.embargo_of(new.org_id, new.record_id);
begin
  if until > now() and (new.not_before is null or new.not_before < until) then
    raise exception 'publication: before its embargo' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger publication_text_embargo before insert or update on publication
  for each row when (new.kind = 'public_text') execute function check_text_embargo();

-- An embargo that is set or put off counts at once; one that is shortened waits for the act.
create function text_embargo_moves() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.publication p set not_before = public.embargo_of(new.org_id, new.id)
   where p.org_id = new.org_id and p.record_id = new.id and p.kind = 'public_text'
     and public.embargo_of(new.org_id, new.id) > greatest(p.not_before, now());
  return null;
end $$;
create constraint trigger record_moves_embargo after update of values on record
  deferrable initially deferred for each row
  when (new.type = 'public_text' and old.values->>'embargo' is distinct from new.values->>'embargo')
  execute function text_embargo_moves();

-- ---------------------------------------------------------------- days in prison

-- The first or last day of a date by its key; infinite where it has no limit.
create function edge_of(key text, side int) returns date
language sql immutable set search_path = pg_catalog as $$
  select case
    when e.text is null or e.text in ('', '0') or e.text like '1%' or e.text like '240000%' then date '-infinity'
    when e.text like '24%' then substr(e.text, 3)::date
    else date 'infinity' end
    from (select split_part(key, '/', side) as text) e
$$;

-- The days on which somebody was, is and will be in prison as far as is known: in every reading of the dates (`least`), or
-- in one at least (`most`). As `#modules/casework` counts them: the statuses of a detention in their order, none before the
-- one before it; days of several detentions are counted once. Not the owner's function: it sees what its caller sees.
create function prison_days(org uuid, person uuid, line text) returns datemultirange
language sql stable set search_path = pg_catalog, public as $$
  with detention as (
    select distinct d.id, d.values from public.link l join public.record d on d.org_id = l.org_id and d.id = l.from_id
     where l.org_id = org and l.to_id = person and l.field = 'person' and l.until is null
       and d.type = 'detention' and d.deleted_at is null and d.merged_into is null),
  said as (
    select d.id as detention, 0 as part, d.id as record, d.values->>'status' as status, d.values->>'cause' as cause, k.key
      from detention d join public.record_key k on k.org_id = org and k.record_id = d.id and k.field = 'from' and k.key < '3'
    union all
    select d.id, 1, c.id, c.values->>'status', c.values->>'cause', k.key
      from detention d
      join public.link l on l.org_id = org and l.to_id = d.id and l.field = 'detention' and l.until is null
      join public.record c on c.org_id = org and c.id = l.from_id and c.type = 'detention_change'
       and c.deleted_at is null and c.merged_into is null
      join public.record_key k on k.org_id = org and k.record_id = c.id and k.field = 'on' and k.key < '3'
    union all
    select d.id, 2, d.id, coalesce(d.values->>'ended_as', 'ended'), d.values->>'end_cause', k.key
      from detention d join public.record_key k on k.org_id = org and k.record_id = d.id and k.field = 'until' and k.key < '3'),
  placed as (
    select s.*, public.edge_of(s.key, 1) as first, public.edge_of(s.key, 2) as last from said s),
  ordered as (
    select p.*, row_number() over (partition by p.detention order by p.part,
             p.first, p.last, coalesce(array_position(
               '{detained,imprisoned,disappeared,house_arrest,conditional,unknown,released,exiled,died}', p.status), 99),
             (p.status || ' ' || coalesce(p.cause, 'null') || ' ' || p.record) collate "C") as n
      from placed p),
  bounded as (
    select o.*, max(o.first) over (partition by o.detention order by o.n) as lo,
           min(o.last) over (partition by o.detention order by o.n rows between current row and unbounded following) as hi
      from ordered o),
  chain as (
    select b.detention, b.n, b.lo, greatest(b.lo, b.hi) as hi,
           b.status = any(case line when 'most' then '{detained,imprisoned,disappeared,unknown}'
                                    else '{detained,imprisoned,disappeared}' end::text[]) as inside
      from bounded b),
  grouped as (
    select c.*, count(*) filter (where not c.inside) over (partition by c.detention order by c.n) as exits from chain c),
  run as (
    select g.detention, g.exits,
           (array_agg(case line when 'most' then g.lo else g.hi end order by g.n))[1] as starts,
           coalesce((select case line when 'most' then x.hi else x.lo end from grouped x
                      where x.detention = g.detention and not x.inside and x.exits = g.exits + 1), 'infinity') as ends
      from grouped g where g.inside group by g.detention, g.exits)
  select coalesce(range_agg(daterange(r.starts, r.ends)) filter (where r.starts < r.ends), '{}') from run r
$$;

-- As it stands in a projection: `{"least": [["2025-02-03", null]], "most": [...]}`, the last day not counted; null: no limit.
create function written_days(days datemultirange) returns jsonb
language sql immutable set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_array(
           case when isfinite(lower(r)) then lower(r)::text end, case when isfinite(upper(r)) then upper(r)::text end) order by r), '[]')
    from unnest(days) r
$$;
create function read_days(written jsonb) returns datemultirange
language sql immutable set search_path = pg_catalog as $$
  select coalesce(range_agg(daterange(coalesce((e->>0)::date, '-infinity'), coalesce((e->>1)::date, 'infinity'))), '{}')
    from jsonb_array_elements(case jsonb_typeof(written) when 'array' then written else '[]' end) e
$$;
create function prison_days_of(person uuid) returns jsonb
language sql stable set search_path = pg_catalog, public as $$
  select jsonb_build_object('least', public.written_days(public.prison_days(public.current_org(), person, 'least')),
                            'most', public.written_days(public.prison_days(public.current_org(), person, 'most')))
$$;
grant execute on function prison_days, edge_of, written_days, read_days, prison_days_of to amparo_app;

-- A campaign's page without its counts; and whether one has no day in its counts that the other has not.
create function without_counts(data jsonb) returns jsonb
language sql immutable set search_path = pg_catalog as $$
  select case when jsonb_typeof(data->'people') = 'array'
    then jsonb_set(data, '{people}', (select coalesce(jsonb_agg(e - 'held' order by n), '[]')
                                        from jsonb_array_elements(data->'people') with ordinality as one(e, n)))
    else data end
$$;
create function counts_within(data jsonb, wider jsonb) returns boolean
language sql immutable set search_path = pg_catalog, public as $$
  select not exists (
    select 1 from jsonb_array_elements(case jsonb_typeof(data->'people') when 'array' then data->'people' else '[]' end) e
     where e ? 'held' and not exists (
       select 1 from jsonb_array_elements(case jsonb_typeof(wider->'people') when 'array' then wider->'people' else '[]' end) w
        where w->>'code' = e->>'code' and w ? 'held'
          and public.read_days(e#>'{held,least}') <@ public.read_days(w#>'{held,least}')
          and public.read_days(e#>'{held,most}') <@ public.read_days(w#>'{held,most}')))
$$;

-- As before; and a count that stops, or has fewer days, is no more than there was.
create or replace function widens(old public.publication, new public.publication) returns boolean
language sql stable set search_path = pg_catalog, public as $$
  select row(new.org_id, new.id, new.kind, new.slug, new.record_id, new.sort_key)
           is distinct from row(old.org_id, old.id, old.kind, old.slug, old.record_id, old.sort_key)
      or case when new.kind = 'campaign'
           then not public.without_counts(old.data) @> public.without_counts(new.data) or not public.counts_within(new.data, old.data)
           else not old.data @> new.data end
      or not old.facets @> new.facets
      or not old.sources @> new.sources or not old.named @> new.named
      or greatest(new.not_before, now()) < greatest(old.not_before, now())
      or coalesce(new.not_after, 'infinity') > coalesce(old.not_after, 'infinity')
$$;

-- Counts of the public pages that show somebody: of the days shown, those that the record still has. A release ends the
-- count; a correction takes days away; what is new waits for the act. Gives whether any page changed.
create function recount_campaigns(org uuid, person uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  p public.publication;
  least datemultirange;
  most datemultirange;
  people jsonb;
  moved boolean := false;
begin
  for p in select x.* from public.publication x where x.org_id = org and x.kind = 'campaign' and exists (
    select 1 from public.publication_person m
     where m.org_id = org and m.publication_id = x.id and m.person_id = person) for update loop
    least := public.prison_days(org, person, 'least');
    most := public.prison_days(org, person, 'most');
    select jsonb_agg(case when e ? 'held' and exists (
             select 1 from jsonb_array_elements(p.sources) s
              where s->>'key' = 'people' and s->>'item' = e->>'code' and s->>'recordId' = person::text and s->>'field' = 'name')
           then e || jsonb_build_object('held', jsonb_build_object(
             'least', public.written_days(public.read_days(e#>'{held,least}') * least),
             'most', public.written_days(public.read_days(e#>'{held,most}') * most)))
           else e end order by n)
      into people from jsonb_array_elements(coalesce(p.data->'people', '[]')) with ordinality as one(e, n);
    if people is distinct from p.data->'people' then
      update public.publication set data = jsonb_set(p.data, '{people}', people) where org_id = org and id = p.id;
      insert into public.ledger (org_id, account_id, act, subject, detail)
      values (org, public.current_account(), 'publication.withdraw', p.record_id,
              jsonb_build_object('publication', p.id, 'kind', p.kind, 'cause', 'changed', 'part', true));
      moved := true;
    end if;
  end loop;
  return moved;
end $$;

-- Asked when the transaction ends: dates and relations are written after the record.
create function detention_recounts() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  person uuid;
begin
  if not exists (select 1 from public.publication p where p.org_id = new.org_id and p.kind = 'campaign') then return null; end if;
  for person in
    select distinct l.to_id from public.link l
     where l.org_id = new.org_id and l.field = 'person' and l.from_id in (
       select new.id where new.type = 'detention'
       union select d.to_id from public.link d where d.org_id = new.org_id and d.from_id = new.id and d.field = 'detention')
  loop perform public.recount_campaigns(new.org_id, person); end loop;
  return null;
end $$;
create constraint trigger record_recounts after insert or update on record deferrable initially deferred for each row
  when (new.type in ('detention', 'detention_change')) execute function detention_recounts();

-- Of one that is gone for good nothing says any more whose it was: everyone shown is counted again.
create function detention_gone_recounts() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  who record;
begin
  for who in
    select distinct m.org_id, m.person_id from public.publication p join public.publication_person m
        on m.org_id = p.org_id and m.publication_id = p.id
     where p.kind = 'campaign' and p.org_id in (select g.org_id from gone g where g.type in ('detention', 'detention_change'))
  loop perform public.recount_campaigns(who.org_id, who.person_id); end loop;
  return null;
end $$;
create trigger record_gone_recounts after delete on record referencing old table as gone
  for each statement execute function detention_gone_recounts();

-- ---------------------------------------------------------------- what a report shows

-- What a section of a report shows, as somebody counted it who may see what is counted: whoever approves, and everyone
-- after, sees these numbers, whatever they may see of the cases. `asked`: the section's own values then; when those are
-- others, it is to be counted anew.
create table section_count (
  org_id uuid not null references org,
  section_id uuid not null,
  asked jsonb not null,
  shown jsonb not null,
  counted_by uuid not null,
  counted_at timestamptz not null default now(),
  primary key (org_id, section_id),
  foreign key (org_id, section_id) references record on delete cascade,
  foreign key (org_id, counted_by) references account
);
alter table section_count enable row level security;
create policy readers on section_count for select to amparo_app using (org_id = (select current_org()) and (select may('read'))
  and exists (select 1 from record r where r.org_id = section_count.org_id and r.id = section_count.section_id));
create policy counters on section_count for insert to amparo_app with check (org_id = (select current_org())
  and (select may('write')) and counted_by = (select current_account())
  and exists (select 1 from record r where r.org_id = section_count.org_id and r.id = section_count.section_id));
create policy recounters on section_count for update to amparo_app using (org_id = (select current_org()) and (select may('write'))
  and exists (select 1 from record r where r.org_id = section_count.org_id and r.id = section_count.section_id))
  with check (counted_by = (select current_account()));
grant select, insert, update (asked, shown, counted_by, counted_at) on section_count to amparo_app;

-- ---------------------------------------------------------------- who had it

-- A link of a journalist's own to a text: what the public will see, before the public sees it. By its hash alone.
create table press_link (
  org_id uuid not null references org,
  id uuid not null,
  text_id uuid not null,
  journalist_id uuid not null,
  language text not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  -- How it went: by our mail, or handed over otherwise.
  way text not null check (way in ('mail', 'hand')),
  mail_id uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, text_id) references record on delete cascade,
  foreign key (org_id, journalist_id) references record on delete cascade,
  foreign key (org_id, mail_id) references mail on delete set null (mail_id),
  foreign key (org_id, created_by) references account,
  check (expires_at > created_at)
);
create index press_link_text on press_link (org_id, text_id, created_at);
create index press_link_journalist on press_link (org_id, journalist_id);

-- When it was read: somebody pressed the button below the terms. Nothing of who or from where.
create table press_reading (
  org_id uuid not null,
  link_id uuid not null,
  at timestamptz not null default now(),
  embargoed boolean not null,
  foreign key (org_id, link_id) references press_link on delete cascade
);
create index press_reading_link on press_reading (org_id, link_id, at);

alter table press_link enable row level security;
alter table press_reading enable row level security;
-- Seen by who sees both the text and the journalist.
create policy members on press_link for select to amparo_app using (org_id = (select current_org()) and (select may('read'))
  and exists (select 1 from record r where r.org_id = press_link.org_id and r.id = press_link.text_id)
  and exists (select 1 from record r where r.org_id = press_link.org_id and r.id = press_link.journalist_id));
create policy makers on press_link for insert to amparo_app with check (org_id = (select current_org())
  and (select may('publish')) and created_by = (select current_account())
  and exists (select 1 from record r where r.org_id = press_link.org_id and r.id = press_link.text_id)
  and exists (select 1 from record r where r.org_id = press_link.org_id and r.id = press_link.journalist_id));
create policy enders on press_link for update to amparo_app using (org_id = (select current_org()) and (select may('write')));
create policy members on press_reading for select to amparo_app using (org_id = (select current_org()) and (select may('read'))
  and exists (select 1 from press_link k where k.org_id = press_reading.org_id and k.id = press_reading.link_id));
grant insert, update (ended_at) on press_link to amparo_app;
grant select (org_id, id, text_id, journalist_id, language, way, mail_id, created_by, created_at, expires_at, ended_at)
  on press_link to amparo_app;
grant select on press_reading to amparo_app;

-- Nobody gets a link who wants no more mail, nor to what nobody approved; an ended link stays ended.
create function check_press_link() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    if old.ended_at is not null then new.ended_at := old.ended_at; end if;
    return new;
  end if;
  if not exists (select 1 from public.record r where r.org_id = new.org_id and r.id = new.journalist_id
                  and r.type = 'journalist' and r.deleted_at is null and r.merged_into is null
                  and coalesce(r.values->>'left_on', '9999') > public.today_utc()::text) then
    raise exception 'press: wants no more mail' using errcode = 'check_violation';
  end if;
  if not exists (select 1 from public.publication p where p.org_id = new.org_id and p.record_id = new.text_id
                  and p.kind = 'public_text') then
    raise exception 'press: not approved' using errcode = 'check_violation';
  end if;
  if new.way = 'mail' and exists (select 1 from public.record r
      where r.org_id = new.org_id and r.id = new.text_id and r.fictitious) then
    raise exception 'press: what is made up is not sent' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger press_link_checked before insert or update on press_link for each row execute function check_press_link();

-- What a link leads to, for the public login: the terms, and whether the text is out by now. No row: no such link, ended,
-- run out, or the text withdrawn; all alike.
create function press_terms(hash bytea)
returns table (org text, name jsonb, languages text[], language text, slug text, embargo text, is_out boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select o.slug, o.name, array(select t.code from jsonb_object_keys(p.data->'title') t(code) order by t.code), k.language,
         p.slug, r.values->>'embargo', coalesce(p.not_before <= now(), true)
    from public.press_link k
    join public.record r on r.org_id = k.org_id and r.id = k.text_id
    join public.publication p on p.org_id = k.org_id and p.record_id = k.text_id and p.kind = 'public_text'
    join public.org o on o.id = k.org_id
   where k.token_hash = hash and k.ended_at is null and k.expires_at > now()
     and (p.last_day is null or p.last_day >= public.today_utc()::text) and (p.not_after is null or p.not_after > now())
$$;

-- The text itself, by the button alone; that it was read is kept.
create function read_press_text(hash bytea) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  k public.press_link;
  p public.publication;
begin
  if not exists (select 1 from public.press_terms(hash)) then return null; end if;
  select * into k from public.press_link x where x.token_hash = hash;
  select * into p from public.publication x where x.org_id = k.org_id and x.record_id = k.text_id and x.kind = 'public_text';
  insert into public.press_reading (org_id, link_id, embargoed) values (k.org_id, k.id, coalesce(p.not_before > now(), false));
  return p.data;
end $$;
revoke all on function press_terms, read_press_text, recount_campaigns, words_name, names_of, withheld_people from public;
grant execute on function press_terms, read_press_text to amparo_public;

-- What of a person had left by now: texts that name them, sent to the press, too.
create or replace function what_left(person uuid)
returns table (at timestamptz, act text, account_id uuid, detail jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select l.at, l.act, l.account_id, l.detail from public.ledger l
   where l.org_id = public.current_org() and l.subject = person and public.may('read')
     and l.act in ('publication.publish', 'publication.withdraw', 'share.offer', 'share.accept', 'share.end',
                   'export.run', 'referral.send', 'bundle.make', 'submission.send', 'press.send')
     and exists (select 1 from public.record r where r.org_id = l.org_id and r.id = person
                  and (r.visibility <> 'restricted' or public.holds_grant(r.id)))
   order by l.at, l.seq
$$;
