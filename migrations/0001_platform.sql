-- The ground: organisations, people, records. Run as the owner; served as app and public.
-- Every table of an organisation carries org_id first in its key and a row-level policy.
-- What a policy must hide has its own row: see record_part.

create extension if not exists pg_trgm;

-- A function is nobody's until it is granted.
alter default privileges revoke execute on functions from public;

-- ---------------------------------------------------------------- organisations and people

create table org (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name jsonb not null,
  languages text[] not null default '{en,es,ca}',
  settings jsonb not null default '{}',
  schema_version int not null default 1,
  created_at timestamptz not null default now()
);

create table account (
  org_id uuid not null references org,
  id uuid not null,
  kind text not null check (kind in ('person', 'operator')),
  name text not null,
  language text not null default 'en',
  role text not null check (role in ('administrator', 'operator')),
  readable_classes text[] not null default '{identity,health,location,legal}',
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  primary key (org_id, id)
);
create unique index account_operator on account (org_id) where kind = 'operator';

create table sign_in_link (
  org_id uuid not null,
  token_hash bytea primary key,
  account_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (org_id, account_id) references account
);

create table session (
  org_id uuid not null,
  token_hash bytea primary key,
  account_id uuid not null,
  form_token text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  foreign key (org_id, account_id) references account
);

-- Who is asking. Set only with set_config(…, true) inside the transaction; unset means no rows.
-- The account must belong to the organisation and be enabled: a wrong pair is nobody.
create function current_org() returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select a.org_id from public.account a
  where a.org_id = nullif(current_setting('amparo.org', true), '')::uuid
    and a.id = nullif(current_setting('amparo.account', true), '')::uuid
    and a.disabled_at is null
$$;

create function current_account() returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select a.id from public.account a
  where a.org_id = nullif(current_setting('amparo.org', true), '')::uuid
    and a.id = nullif(current_setting('amparo.account', true), '')::uuid
    and a.disabled_at is null
$$;

-- The classes of value that the person asking may read; 'open' is everyone's.
create function readable_classes() returns text[]
language sql stable security definer set search_path = pg_catalog, public as $$
  select array_append(a.readable_classes, 'open') from public.account a
  where a.org_id = nullif(current_setting('amparo.org', true), '')::uuid
    and a.id = nullif(current_setting('amparo.account', true), '')::uuid
    and a.disabled_at is null
$$;

-- ---------------------------------------------------------------- records

create table import (
  org_id uuid not null references org,
  id uuid not null,
  type text not null,
  source_name text not null,
  state text not null check (state in ('preparing', 'ready', 'running', 'done', 'failed', 'cancelled', 'undone')),
  mapping jsonb not null default '{}',
  counts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  created_by uuid not null,
  finished_at timestamptz,
  primary key (org_id, id)
);

-- What an import found in the rows of its file, by row: `refused` was not written, `review` was, and waits for a
-- person to look at it. The cells are kept as they came, so that refused rows can be taken away, mended and sent again.
create table import_finding (
  org_id uuid not null,
  import_id uuid not null,
  row int not null,
  kind text not null check (kind in ('refused', 'review')),
  problems jsonb not null,
  cells jsonb not null,
  primary key (org_id, import_id, row, kind),
  foreign key (org_id, import_id) references import on delete cascade
);

-- What an import keeps to itself while it runs (the app login makes no tables): codes and ids met so far, relations
-- that wait for a later row. Emptied in the transaction that filled it, so nobody else ever sees a row.
create unlogged table import_work (
  org_id uuid not null,
  import_id uuid not null,
  member text not null,
  key text collate "C" not null,
  id uuid not null,
  seen boolean not null default false,
  detail jsonb
);
create index import_work_key on import_work (org_id, import_id, member, key);

-- Holds only what every reader of the row may see.
create table record (
  org_id uuid not null references org,
  id uuid not null,
  type text not null,
  title text not null,
  values jsonb not null default '{}',
  visibility text not null check (visibility in ('public', 'internal', 'restricted')),
  fictitious boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  updated_at timestamptz not null default now(),
  updated_by uuid not null,
  import_id uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  merged_into uuid,
  primary key (org_id, id)
);
-- Carries the visibility, so that counting a type's records does not visit them.
create index record_recent on record (org_id, type, updated_at desc, id) include (visibility) where deleted_at is null;
create index record_trash on record (org_id, deleted_at) where deleted_at is not null;
create index record_import on record (org_id, import_id) where import_id is not null;

-- Who may open a restricted record.
create table record_grant (
  org_id uuid not null,
  record_id uuid not null,
  account_id uuid not null,
  granted_at timestamptz not null default now(),
  primary key (org_id, record_id, account_id),
  foreign key (org_id, record_id) references record on delete cascade,
  foreign key (org_id, account_id) references account
);
create index record_grant_account on record_grant (org_id, account_id);

-- Values of one class, hidden from those who are not entitled to the class.
create table record_part (
  org_id uuid not null,
  record_id uuid not null,
  class text not null check (class in ('identity', 'health', 'location', 'legal', 'sealed')),
  values jsonb not null,
  primary key (org_id, record_id, class),
  foreign key (org_id, record_id) references record on delete cascade
);

-- Every past state, one row for each class that a change touched. Version n of a record is,
-- for each class, the row with the highest version <= n.
create table record_version (
  org_id uuid not null,
  record_id uuid not null,
  version int not null,
  class text not null,
  operation text not null check (operation in ('create', 'update', 'delete', 'restore', 'revert', 'merge', 'unmerge')),
  values jsonb not null,
  visibility text not null,
  changed_at timestamptz not null default now(),
  changed_by uuid not null,
  reason text,
  import_id uuid,
  primary key (org_id, record_id, version, class),
  foreign key (org_id, record_id) references record on delete cascade
);
create index record_version_import on record_version (org_id, import_id) where import_id is not null;

-- A relation is never changed, only closed: valid from version `since` of the record it starts from
-- up to, not including, `until`. History and difference come for nothing.
create table link (
  org_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  field text not null,
  position int not null default 0,
  to_id uuid not null,
  attributes jsonb not null default '{}',
  class text not null default 'open',
  since int not null,
  until int,
  primary key (org_id, id),
  foreign key (org_id, from_id) references record on delete cascade,
  foreign key (org_id, to_id) references record on delete cascade
);
create index link_from on link (org_id, from_id, field);
create index link_to on link (org_id, to_id, field) where until is null;

-- Where a value comes from. Closed, not changed, like a link.
create table citation (
  org_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  field text not null,
  source_id uuid,
  locator text,
  quote text,
  reliability text,
  note text,
  class text not null default 'open',
  since int not null,
  until int,
  primary key (org_id, id),
  foreign key (org_id, record_id) references record on delete cascade,
  foreign key (org_id, source_id) references record
);
create index citation_record on citation (org_id, record_id);
create index citation_source on citation (org_id, source_id) where until is null;

-- One row a value for filters, facets and sort: text equality and order are leakproof, so that the
-- index is used under row-level security. Both indexes carry what the policy asks, so that they answer alone.
create table record_key (
  org_id uuid not null,
  record_id uuid not null,
  type text not null,
  field text not null,
  key text collate "C" not null,
  class text not null default 'open',
  visibility text not null,
  primary key (org_id, record_id, field, key) include (class, visibility)
);
create index record_key_value on record_key (org_id, type, field, key, record_id) include (class, visibility);
-- A value says which field it is of: taken apart, the planner would believe a common value to be ten times rarer.
create statistics record_key_common (mcv) on type, field, key from record_key;
alter statistics record_key_common set statistics 300;

-- Words of a record, one row a class (and one an attached file). Searched through search_records only.
create table record_search (
  org_id uuid not null,
  record_id uuid not null,
  part text not null default '',
  class text not null default 'open',
  type text not null,
  visibility text not null,
  words tsvector not null,
  names text not null default '',
  body text not null default '',
  primary key (org_id, record_id, class, part)
);
-- The text is put aside before the words: ranking ten thousand hits must not fetch each vector from elsewhere.
alter table record_search alter column words set storage main;
create index record_search_words on record_search using gin (words) with (fastupdate = on);
create index record_search_names on record_search using gin (names gin_trgm_ops) with (fastupdate = on);

-- Keys and words are derived, a dozen rows a record, and only ever written with the record itself in hand. A foreign
-- key would look at the record once for each of them, which is a third of what writing them costs; what it is for,
-- that nothing is left behind when a record is purged, is done here, once a statement.
create function drop_derived() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.record_key k using gone g where k.org_id = g.org_id and k.record_id = g.id;
  delete from public.record_search s using gone g where s.org_id = g.org_id and s.record_id = g.id;
  return null;
end $$;
create trigger record_drops_derived after delete on record referencing old table as gone
  for each statement execute function drop_derived();

-- Two records that were one, and what undoing it needs.
create table merge (
  org_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  lost_id uuid not null,
  kept_version int not null,
  moved jsonb not null,
  merged_at timestamptz not null default now(),
  merged_by uuid not null,
  undone_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, kept_id) references record on delete cascade,
  foreign key (org_id, lost_id) references record on delete cascade
);

-- ---------------------------------------------------------------- what an organisation defines itself

create table record_type (
  org_id uuid not null references org,
  name text not null,
  definition jsonb not null,
  updated_at timestamptz not null default now(),
  updated_by uuid not null,
  primary key (org_id, name)
);

create table vocabulary (
  org_id uuid not null references org,
  name text not null,
  label jsonb not null,
  source text,
  primary key (org_id, name)
);

create table term (
  org_id uuid not null references org,
  vocabulary text not null,
  code text not null,
  parent text,
  position int not null default 0,
  label jsonb not null,
  note jsonb not null default '{}',
  retired boolean not null default false,
  primary key (org_id, vocabulary, code)
);

-- ---------------------------------------------------------------- files, jobs, ledger

create table file (
  org_id uuid not null references org,
  id uuid not null,
  data_key bytea,
  metadata bytea not null,
  duplicate_key bytea not null,
  size bigint not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  primary key (org_id, id)
);
create index file_duplicate on file (org_id, duplicate_key);

create table attachment (
  org_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  file_id uuid not null,
  class text not null default 'open',
  caption text,
  since int not null,
  until int,
  primary key (org_id, id),
  foreign key (org_id, record_id) references record on delete cascade,
  foreign key (org_id, file_id) references file
);
create index attachment_record on attachment (org_id, record_id);
create index attachment_file on attachment (org_id, file_id);

create table job (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  account_id uuid not null,
  payload jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint,
  result jsonb,
  error text,
  attempts int not null default 0,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  beat_at timestamptz,
  finished_at timestamptz,
  cancel_asked boolean not null default false,
  primary key (org_id, id),
  foreign key (org_id, account_id) references account
);
create index job_waiting on job (created_at) where state in ('waiting', 'running');

create table ledger (
  org_id uuid not null references org,
  seq bigint generated always as identity,
  at timestamptz not null default now(),
  account_id uuid,
  act text not null,
  subject uuid,
  detail jsonb not null default '{}',
  primary key (org_id, seq)
);
create index ledger_subject on ledger (org_id, subject) where subject is not null;

-- ---------------------------------------------------------------- what the public side reads, and nothing else

create table publication (
  org_id uuid not null references org,
  id uuid not null,
  kind text not null,
  slug text not null,
  record_id uuid not null,
  data jsonb not null,
  facets jsonb not null default '{}',
  sort_key text collate "C" not null default '',
  published_at timestamptz not null default now(),
  published_by uuid not null,
  primary key (org_id, id),
  foreign key (org_id, record_id) references record on delete cascade
);
create unique index publication_slug on publication (org_id, kind, slug);
create index publication_list on publication (org_id, kind, sort_key, id);
create unique index publication_record on publication (org_id, record_id, kind);

-- Moves with every change of what an organisation has public: by it a page kept in memory is known to be the present one.
create table publication_version (
  org_id uuid primary key references org,
  version bigint not null
);

-- What of a defender's projection the record still holds as it was published; null when nothing of it may be public.
-- Taking away or rewriting a value takes it off the page at once; a change of the name, of the ground, of the link
-- that is the ground, or of the mark of a fictitious person takes the whole.
create function still_public(held jsonb, fictitious boolean, data jsonb) returns jsonb
language plpgsql immutable set search_path = pg_catalog as $$
declare
  kept jsonb := data;
  name text;
  list jsonb;
begin
  if coalesce(data->>'basis', '') not in ('consent', 'public_at_source')
     or data->>'basis' is distinct from held->>'public_basis'
     or data->>'name' is distinct from held#>>'{name,full}'
     or data->'fictitious' is distinct from to_jsonb(fictitious)
     or data - array['basis', 'name', 'fictitious', 'country', 'rights', 'biography', 'source_url'] <> '{}'
  then return null; end if;
  if data->>'basis' = 'public_at_source'
     and (data ? 'biography' or data->>'source_url' is null
          or data->>'source_url' is distinct from held->>'public_source_url')
  then return null; end if;
  if data->>'source_url' is distinct from held->>'public_source_url' then kept := kept - 'source_url'; end if;
  foreach name in array array['country', 'rights'] loop
    if data ? name then
      select coalesce(jsonb_agg(e order by n), '[]') into list
        from jsonb_array_elements(data->name) with ordinality as one(e, n)
       where coalesce(held->name, '[]') ? (e->>'code');
      kept := kept || jsonb_build_object(name, list);
    end if;
  end loop;
  if data ? 'biography' then
    select coalesce(jsonb_object_agg(key, value), '{}') into list
      from jsonb_each(data->'biography') where held->'biography'->key = value;
    kept := kept || jsonb_build_object('biography', list);
  end if;
  return kept;
end $$;

-- Nothing is published that its record does not allow, whatever asks for it. Holds the record's row, so that making
-- it internal and publishing it cannot pass each other.
create function check_publication() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  r public.record;
  codes jsonb;
begin
  select * into r from public.record where org_id = new.org_id and id = new.record_id for share;
  if not found or r.visibility <> 'public' or r.deleted_at is not null or r.merged_into is not null then
    raise exception 'publication: the record is not public' using errcode = 'check_violation';
  end if;
  if new.kind = 'defender' then
    if r.type <> 'person' or public.still_public(r.values, r.fictitious, new.data) is distinct from new.data then
      raise exception 'publication: not what the record allows' using errcode = 'check_violation';
    end if;
    select jsonb_object_agg(name, (select coalesce(jsonb_agg(e->>'code'), '[]')
                                     from jsonb_array_elements(coalesce(new.data->name, '[]')) e))
      into codes from unnest(array['country', 'rights']) name;
    new.facets := new.facets || codes;
  end if;
  return new;
end $$;
create trigger publication_allowed before insert or update on publication
  for each row execute function check_publication();

-- The page never shows what the record no longer holds: no path that writes a record can forget it.
create function narrow_publication() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  p public.publication;
  kept jsonb;
begin
  for p in select * from public.publication where org_id = new.org_id and record_id = new.id loop
    kept := case
      when new.visibility <> 'public' or new.deleted_at is not null or new.merged_into is not null then null
      when p.kind = 'defender' then public.still_public(new.values, new.fictitious, p.data)
      else p.data end;
    if kept is null then
      delete from public.publication where org_id = p.org_id and id = p.id;
    elsif kept <> p.data then
      update public.publication set data = kept where org_id = p.org_id and id = p.id;
      insert into public.ledger (org_id, account_id, act, subject, detail)
      values (p.org_id, public.current_account(), 'publication.withdraw', p.record_id,
              jsonb_build_object('publication', p.id, 'kind', p.kind, 'cause', 'changed', 'part', true));
    end if;
  end loop;
  return null;
end $$;
create trigger record_narrows_publication after update on record for each row
  when (old.values is distinct from new.values or old.visibility is distinct from new.visibility
        or old.deleted_at is distinct from new.deleted_at or old.merged_into is distinct from new.merged_into
        or old.fictitious is distinct from new.fictitious)
  execute function narrow_publication();

-- A withdrawal is on the ledger whoever or whatever caused it. Names nothing but ids.
create function log_withdrawal() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  r public.record;
begin
  select * into r from public.record where org_id = old.org_id and id = old.record_id;
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (old.org_id, public.current_account(), 'publication.withdraw', old.record_id,
          jsonb_build_object('publication', old.id, 'kind', old.kind, 'cause', case
            when r.id is null then 'purged'
            when r.merged_into is not null then 'merged'
            when r.deleted_at is not null then 'deleted'
            when r.visibility <> 'public' then 'not_public'
            when old.kind = 'defender' and public.still_public(r.values, r.fictitious, old.data) is null then 'changed'
            else 'asked' end));
  return null;
end $$;
create trigger publication_withdrawn after delete on publication
  for each row execute function log_withdrawal();

-- At the end of the transaction, so that a long one keeps nobody from withdrawing; once in each.
create function move_publication_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.publication_version as v (org_id, version) values (coalesce(new.org_id, old.org_id), 1)
  on conflict (org_id) do update set version = v.version + 1
   where v.xmin <> pg_current_xact_id()::xid;
  return null;
end $$;
create constraint trigger publication_moved after insert or update or delete on publication
  deferrable initially deferred for each row execute function move_publication_version();

-- ---------------------------------------------------------------- signing in: before anyone is known

create function use_sign_in_link(hash bytea, session_hash bytea, new_form_token text, lifetime interval)
returns table (org_id uuid, account_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare link public.sign_in_link;
begin
  update public.sign_in_link l set used_at = now()
   where l.token_hash = hash and l.used_at is null and l.expires_at > now()
  returning * into link;
  if not found then return; end if;
  insert into public.session (org_id, token_hash, account_id, form_token, expires_at)
  values (link.org_id, session_hash, link.account_id, new_form_token, now() + lifetime);
  return query select link.org_id, link.account_id;
end $$;

create function open_session(hash bytea)
returns table (org_id uuid, account_id uuid, form_token text, name text, language text, role text, slug text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.org_id, s.account_id, s.form_token, a.name, a.language, a.role, o.slug
    from public.session s
    join public.account a on a.org_id = s.org_id and a.id = s.account_id and a.disabled_at is null
    join public.org o on o.id = s.org_id
   where s.token_hash = hash and s.expires_at > now()
$$;

create function end_session(hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  delete from public.session s where s.token_hash = hash
$$;

-- The next job anyone's worker may run; the actor is then re-established inside the job. A job whose worker
-- has not been heard of for a minute is taken again, five times at most: one that ends its process each time
-- would otherwise do so for ever. Jobs of a disabled account wait. `attempts` tells one taking from another.
create function take_job(kinds text[])
returns table (org_id uuid, id uuid, kind text, account_id uuid, attempts int)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.job j
     set state = case when j.cancel_asked then 'cancelled' else 'failed' end, finished_at = now(),
         error = case when j.cancel_asked then null else 'lost' end
   where j.kind = any(kinds) and j.state = 'running' and j.beat_at < now() - interval '1 minute'
     and (j.cancel_asked or j.attempts >= 5);
  return query update public.job j
     set state = 'running', started_at = coalesce(j.started_at, now()), beat_at = now(), attempts = j.attempts + 1
   where (j.org_id, j.id) = (
     select w.org_id, w.id from public.job w
      where w.kind = any(kinds)
        and (w.state = 'waiting' or (w.state = 'running' and w.beat_at < now() - interval '1 minute'))
        and exists (select 1 from public.account a
                     where a.org_id = w.org_id and a.id = w.account_id and a.disabled_at is null)
      order by w.created_at limit 1 for update skip locked)
  returning j.org_id, j.id, j.kind, j.account_id, j.attempts;
end $$;

-- ---------------------------------------------------------------- search

-- The folded text of a record as a vector: its words as they are, and their stems in three languages.
create function word_vector(folded text) returns tsvector
language sql immutable parallel safe set search_path = pg_catalog as $$
  select to_tsvector('pg_catalog.simple', folded) || to_tsvector('pg_catalog.spanish', folded)
      || to_tsvector('pg_catalog.english', folded) || to_tsvector('pg_catalog.catalan', folded)
$$;

-- Up to `most` records whose words match, best first; names that are only similar when `fuzzy`.
-- The access rule stands inside, because the index cannot be used through a policy here;
-- callers join `record`, where the policy is checked a second time.
create function search_records(query text, fuzzy boolean, kinds text[], most int)
returns table (record_id uuid, rank real)
language plpgsql stable security definer set search_path = pg_catalog, public
set pg_trgm.word_similarity_threshold = 0.45
-- Planned without looking at the words: a word that most records have must not turn the search into reading them all.
set plan_cache_mode = force_generic_plan as $$
declare
  org uuid := public.current_org();
  asker uuid := public.current_account();
  classes text[] := public.readable_classes();
  q tsquery := websearch_to_tsquery('pg_catalog.simple', query) || websearch_to_tsquery('pg_catalog.spanish', query)
            || websearch_to_tsquery('pg_catalog.english', query) || websearch_to_tsquery('pg_catalog.catalan', query);
begin
  if org is null or query = '' then return; end if;
  if fuzzy then
    return query
      select s.record_id, max(s.likeness)::real
        from (select r.record_id, word_similarity(query, r.names) as likeness from public.record_search r
               where query <% r.names and r.org_id = org and r.class = any(classes)
                 and (kinds is null or r.type = any(kinds))
                 and (r.visibility <> 'restricted' or exists (
                   select 1 from public.record_grant g
                    where g.org_id = org and g.record_id = r.record_id and g.account_id = asker))
               limit most * 5) s
       group by 1 order by 2 desc limit most;
  else
    return query
      select s.record_id, max(s.likeness)::real
        from (select r.record_id, ts_rank(r.words, q) as likeness from public.record_search r
               where r.words @@ q and r.org_id = org and r.class = any(classes)
                 and (kinds is null or r.type = any(kinds))
                 and (r.visibility <> 'restricted' or exists (
                   select 1 from public.record_grant g
                    where g.org_id = org and g.record_id = r.record_id and g.account_id = asker))
               limit most) s
       group by 1 order by 2 desc limit most;
  end if;
end $$;

-- After a large import the planner's picture of the tables is of before it, and plans that are good for a hundred
-- records are bad for a hundred thousand. Only the owner may look anew; the program asks when it knows.
create function freshen_statistics() returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  analyze public.record, public.record_part, public.record_key, public.record_search, public.record_version,
          public.link, public.citation;
end $$;

-- ---------------------------------------------------------------- policies
-- Who is asking is asked once a statement (`(select current_org())`), and no function is called for a row.

do $$
declare t text;
begin
  foreach t in array array['account','record','record_part','record_version','record_grant','link','citation',
    'record_key','record_search','merge','record_type','vocabulary','term','file','attachment','job','ledger',
    'import','import_finding','import_work','publication','publication_version','session','sign_in_link']
  loop
    execute format('alter table %I enable row level security', t);
  end loop;
  foreach t in array array['account','record_grant','merge','record_type','vocabulary','term','file','job','import',
    'import_finding','import_work']
  loop
    execute format('create policy own_org on %I to amparo_app using (org_id = (select current_org())) with check (org_id = (select current_org()))', t);
  end loop;
end $$;

alter table org enable row level security;
create policy own_org on org to amparo_app using (id = (select current_org()));

create policy visible on record to amparo_app
  using (org_id = (select current_org()) and (visibility <> 'restricted' or exists (
    select 1 from record_grant g
     where g.org_id = record.org_id and g.record_id = record.id and g.account_id = (select current_account()))))
  with check (org_id = (select current_org()));

create policy visible on record_part to amparo_app
  using (org_id = (select current_org()) and class = any((select readable_classes())::text[])
         and exists (select 1 from record r where r.org_id = record_part.org_id and r.id = record_part.record_id))
  with check (org_id = (select current_org()) and class = any((select readable_classes())::text[]));

create policy visible on record_version to amparo_app
  using (org_id = (select current_org()) and class = any((select readable_classes())::text[])
         and exists (select 1 from record r where r.org_id = record_version.org_id and r.id = record_version.record_id))
  with check (org_id = (select current_org()) and class = any((select readable_classes())::text[]));

-- A relation is visible to whoever may see both ends.
create policy visible on link to amparo_app
  using (org_id = (select current_org()) and class = any((select readable_classes())::text[])
         and exists (select 1 from record r where r.org_id = link.org_id and r.id = link.from_id)
         and exists (select 1 from record r where r.org_id = link.org_id and r.id = link.to_id))
  with check (org_id = (select current_org()) and class = any((select readable_classes())::text[]));

create policy visible on citation to amparo_app
  using (org_id = (select current_org()) and class = any((select readable_classes())::text[])
         and exists (select 1 from record r where r.org_id = citation.org_id and r.id = citation.record_id))
  with check (org_id = (select current_org()) and class = any((select readable_classes())::text[]));

create policy visible on attachment to amparo_app
  using (org_id = (select current_org()) and class = any((select readable_classes())::text[])
         and exists (select 1 from record r where r.org_id = attachment.org_id and r.id = attachment.record_id))
  with check (org_id = (select current_org()) and class = any((select readable_classes())::text[]));

create policy visible on record_key to amparo_app
  using (org_id = (select current_org()) and class = any((select readable_classes())::text[])
         and (visibility <> 'restricted' or exists (
           select 1 from record_grant g
            where g.org_id = record_key.org_id and g.record_id = record_key.record_id
              and g.account_id = (select current_account()))))
  with check (org_id = (select current_org()));

create policy visible on record_search to amparo_app
  using (org_id = (select current_org()) and class = any((select readable_classes())::text[])
         and (visibility <> 'restricted' or exists (
           select 1 from record_grant g
            where g.org_id = record_search.org_id and g.record_id = record_search.record_id
              and g.account_id = (select current_account()))))
  with check (org_id = (select current_org()));

create policy appended on ledger for insert to amparo_app with check (org_id = (select current_org()));
create policy read on ledger for select to amparo_app using (org_id = (select current_org()));

create policy members on publication to amparo_app
  using (org_id = (select current_org())) with check (org_id = (select current_org()));
create policy everyone on publication for select to amparo_public using (true);
create policy everyone on publication_version for select to amparo_public using (true);
create policy everyone on org for select to amparo_public using (true);
create policy own on session to amparo_app using (org_id = (select current_org()));
create policy own on sign_in_link to amparo_app
  using (org_id = (select current_org())) with check (org_id = (select current_org()));

-- ---------------------------------------------------------------- rights of the two serving logins

revoke all on schema public from public;
grant usage on schema public to amparo_app, amparo_public;
grant select, insert, update, delete on record, record_part, link, citation, record_key, record_search, record_grant,
  merge, record_type, vocabulary, term, file, attachment, job, import, import_finding, import_work,
  publication to amparo_app;
grant select, insert on record_version, ledger to amparo_app;
grant select on org, account to amparo_app;
grant update (schema_version, settings, name) on org to amparo_app;
grant update (language) on account to amparo_app;
grant select, delete on session to amparo_app;
grant insert on sign_in_link to amparo_app;
-- Which record a publication came from, and who published it, is not the public's.
grant select (org_id, id, kind, slug, data, facets, sort_key, published_at) on publication to amparo_public;
grant select on publication_version to amparo_public;
grant select (id, slug, name, languages) on org to amparo_public;
grant execute on function current_org, freshen_statistics, current_account, readable_classes, use_sign_in_link, open_session,
  end_session, take_job, word_vector, search_records to amparo_app;
