-- People: what each role may, teams, access that ends, sessions, and how one signs in.
-- A role is a set of capabilities; the table says which, and `src/platform/access/capabilities.ts` says the same
-- (a test compares them). Policies ask for capabilities, so that no path of the program can forget to.

-- In a session of its own the library is not loaded yet, and a function below sets a parameter of it: this loads pg_trgm.
select word_similarity('', '');

create table role_capability (
  role text not null,
  capability text not null check (capability in ('read', 'write', 'export', 'publish', 'administer', 'audit')),
  primary key (role, capability)
);
insert into role_capability (role, capability) values
  ('administrator', 'read'), ('administrator', 'write'), ('administrator', 'export'), ('administrator', 'publish'),
  ('administrator', 'administer'), ('administrator', 'audit'),
  ('case_officer', 'read'), ('case_officer', 'write'), ('case_officer', 'export'),
  ('researcher', 'read'), ('researcher', 'write'), ('researcher', 'export'),
  ('editor', 'read'), ('editor', 'write'), ('editor', 'publish'),
  ('reader', 'read'),
  ('auditor', 'audit'),
  ('operator', 'read'), ('operator', 'write'), ('operator', 'export'), ('operator', 'administer');

alter table account drop constraint account_role_check;
alter table account add constraint account_role_check check (role in
  ('administrator', 'case_officer', 'researcher', 'editor', 'reader', 'auditor', 'operator'));
alter table account add constraint account_operator_kind check ((kind = 'operator') = (role = 'operator'));
-- Nobody reads a class of value that they were not given.
alter table account alter column readable_classes set default '{}';
alter table account add constraint account_classes check (readable_classes <@ '{identity,health,location,legal,sealed}');
alter table account add column login text check (login ~ '^[a-z0-9][a-z0-9._@+-]{1,79}$');
create unique index account_login on account (org_id, login) where login is not null;

-- Whether the person asking has a capability. Asked once a statement: `(select may('write'))`.
create function may(wanted text) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.account a join public.role_capability c on c.role = a.role
   where a.org_id = nullif(current_setting('amparo.org', true), '')::uuid
     and a.id = nullif(current_setting('amparo.account', true), '')::uuid
     and a.disabled_at is null and c.capability = wanted)
$$;

-- ---------------------------------------------------------------- teams and grants

create table team (
  org_id uuid not null references org,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index team_name on team (org_id, name);

create table team_member (
  org_id uuid not null,
  team_id uuid not null,
  account_id uuid not null,
  since timestamptz not null default now(),
  primary key (org_id, team_id, account_id),
  foreign key (org_id, team_id) references team on delete cascade,
  foreign key (org_id, account_id) references account
);
create index team_member_account on team_member (org_id, account_id);

-- The teams of the person asking.
create function current_teams() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(m.team_id), '{}') from public.team_member m
   where m.org_id = public.current_org() and m.account_id = public.current_account()
$$;

-- Access may end; who gave it is kept.
alter table record_grant add column granted_by uuid;
alter table record_grant add column until timestamptz;

create table record_team_grant (
  org_id uuid not null,
  record_id uuid not null,
  team_id uuid not null,
  granted_at timestamptz not null default now(),
  granted_by uuid not null,
  until timestamptz,
  primary key (org_id, record_id, team_id),
  foreign key (org_id, record_id) references record on delete cascade,
  foreign key (org_id, team_id) references team on delete cascade
);
create index record_team_grant_team on record_team_grant (org_id, team_id);

-- Whether the person asking was let into a restricted record, by name or by team.
create function holds_grant(record uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.may('read') and (exists (
    select 1 from public.record_grant g
     where g.org_id = public.current_org() and g.record_id = record and g.account_id = public.current_account()
       and (g.until is null or g.until > now()))
  or exists (
    select 1 from public.record_team_grant g
     where g.org_id = public.current_org() and g.record_id = record and g.team_id = any(public.current_teams())
       and (g.until is null or g.until > now())))
$$;

-- Whether the person asking may let others into a record: who may open it, and who has just made it.
create function may_share(record uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.may('write') and exists (
    select 1 from public.record r
     where r.org_id = public.current_org() and r.id = record
       and (r.visibility <> 'restricted' or public.holds_grant(r.id)
            or (r.created_by = public.current_account()
                and not exists (select 1 from public.record_grant g where g.org_id = r.org_id and g.record_id = r.id)
                and not exists (select 1 from public.record_team_grant g where g.org_id = r.org_id and g.record_id = r.id))))
$$;

-- A restricted record that nobody could ever open again would be lost without a word.
create function keep_a_holder() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select 1 from public.record r where r.org_id = old.org_id and r.id = old.record_id and r.visibility = 'restricted')
     and not exists (select 1 from public.record_grant g
                       join public.account a on a.org_id = g.org_id and a.id = g.account_id and a.disabled_at is null
                      where g.org_id = old.org_id and g.record_id = old.record_id and g.until is null)
  then raise exception 'grant: the last who may open it' using errcode = 'check_violation'; end if;
  return null;
end $$;
create constraint trigger record_grant_kept after delete or update of until on record_grant
  deferrable initially immediate for each row execute function keep_a_holder();

-- Who holds restricted records that the administrator asking does not: needed to renew what is derived from them.
create function other_holders() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct g.account_id from public.record_grant g
    join public.account a on a.org_id = g.org_id and a.id = g.account_id and a.disabled_at is null
    join public.role_capability c on c.role = a.role and c.capability = 'write'
   where g.org_id = public.current_org() and public.may('administer') and g.account_id <> public.current_account()
     and (g.until is null or g.until > now()) and not public.holds_grant(g.record_id)
$$;

-- ---------------------------------------------------------------- policies

-- Who may see a restricted record: named persons and teams, until the grant ends.
alter policy visible on record using (org_id = (select current_org()) and (visibility <> 'restricted' or exists (
    select 1 from record_grant g
     where g.org_id = record.org_id and g.record_id = record.id and g.account_id = (select current_account())
       and (g.until is null or g.until > now()))
  or exists (
    select 1 from record_team_grant g
     where g.org_id = record.org_id and g.record_id = record.id and g.team_id = any((select current_teams())::uuid[])
       and (g.until is null or g.until > now()))));

do $$
declare t text;
begin
  foreach t in array array['record_key', 'record_search'] loop
    execute format($policy$
      alter policy visible on %1$I using (org_id = (select current_org()) and class = any((select readable_classes())::text[])
        and (visibility <> 'restricted' or exists (
          select 1 from record_grant g
           where g.org_id = %1$I.org_id and g.record_id = %1$I.record_id and g.account_id = (select current_account())
             and (g.until is null or g.until > now()))
        or exists (
          select 1 from record_team_grant g
           where g.org_id = %1$I.org_id and g.record_id = %1$I.record_id and g.team_id = any((select current_teams())::uuid[])
             and (g.until is null or g.until > now()))))$policy$, t);
  end loop;
end $$;

-- Content is read by whoever may read and written by whoever may write, whatever else a policy allows.
do $$
declare t text;
begin
  foreach t in array array['record', 'record_part', 'record_version', 'link', 'citation', 'record_key', 'record_search',
    'merge', 'file', 'attachment', 'import', 'import_finding', 'import_work']
  loop
    execute format('create policy readers on %I as restrictive for select to amparo_app using ((select may(''read'')))', t);
    execute format('create policy writers on %I as restrictive for insert to amparo_app with check ((select may(''write'')))', t);
    execute format('create policy changers on %I as restrictive for update to amparo_app using ((select may(''write'')))', t);
    execute format('create policy removers on %I as restrictive for delete to amparo_app using ((select may(''write'')))', t);
  end loop;
  -- What an organisation defines is seen by its members and changed by its administrators.
  foreach t in array array['record_type', 'vocabulary', 'term', 'team', 'team_member']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy writers on %I as restrictive for insert to amparo_app with check ((select may(''administer'')))', t);
    execute format('create policy changers on %I as restrictive for update to amparo_app using ((select may(''administer'')))', t);
    execute format('create policy removers on %I as restrictive for delete to amparo_app using ((select may(''administer'')))', t);
  end loop;
  foreach t in array array['team', 'team_member', 'record_team_grant']
  loop
    execute format('create policy own_org on %I to amparo_app using (org_id = (select current_org())) with check (org_id = (select current_org()))', t);
  end loop;
end $$;

create policy changers on org as restrictive for update to amparo_app using ((select may('administer')));

-- Who holds a grant is known to who holds one of the same record. Giving and taking away: see may_share.
alter table record_team_grant enable row level security;
create policy holders on record_grant as restrictive for select to amparo_app
  using (account_id = (select current_account()) or holds_grant(record_id));
create policy holders on record_team_grant as restrictive for select to amparo_app
  using (team_id = any((select current_teams())::uuid[]) or holds_grant(record_id));
do $$
declare t text;
begin
  foreach t in array array['record_grant', 'record_team_grant'] loop
    execute format('create policy givers on %I as restrictive for insert to amparo_app with check (may_share(record_id))', t);
    execute format('create policy changers on %I as restrictive for update to amparo_app using (may_share(record_id))', t);
    execute format('create policy takers on %I as restrictive for delete to amparo_app using (may_share(record_id))', t);
  end loop;
end $$;

-- Publishing is one act, withdrawing another: whoever may write may take a page away.
create policy readers on publication as restrictive for select to amparo_app using ((select may('read')));
create policy publishers on publication as restrictive for insert to amparo_app with check ((select may('publish')));
create policy changers on publication as restrictive for update to amparo_app using ((select may('publish')));
create policy removers on publication as restrictive for delete to amparo_app
  using ((select may('write')) or (select may('publish')));

-- A job's result may hold content: who reads none sees their own jobs only. For others jobs are asked for by administrators alone.
create policy readers on job as restrictive for select to amparo_app
  using ((select may('read')) or account_id = (select current_account()));
create policy askers on job as restrictive for insert to amparo_app
  with check (account_id = (select current_account()) or (select may('administer')));
create policy changers on job as restrictive for update to amparo_app
  using (account_id = (select current_account()) or (select may('write')));
create policy removers on job as restrictive for delete to amparo_app
  using (account_id = (select current_account()) or (select may('administer')));

-- One's own language; everything else of an account is changed by the functions below.
create policy own_language on account as restrictive for update to amparo_app using (id = (select current_account()));
create policy own_session on session as restrictive for all to amparo_app
  using (account_id = (select current_account()) or (select may('administer')));
-- Links that sign a person in are made by the machine's own command line alone.
revoke insert on sign_in_link from amparo_app;

-- ---------------------------------------------------------------- search, by the same rule

create or replace function search_records(query text, fuzzy boolean, kinds text[], most int)
returns table (record_id uuid, rank real)
language plpgsql stable security definer set search_path = pg_catalog, public
set pg_trgm.word_similarity_threshold = 0.45
-- Planned without looking at the words: a word that most records have must not turn the search into reading them all.
set plan_cache_mode = force_generic_plan as $$
declare
  org uuid := public.current_org();
  asker uuid := public.current_account();
  teams uuid[] := public.current_teams();
  classes text[] := public.readable_classes();
  q tsquery := websearch_to_tsquery('pg_catalog.simple', query) || websearch_to_tsquery('pg_catalog.spanish', query)
            || websearch_to_tsquery('pg_catalog.english', query) || websearch_to_tsquery('pg_catalog.catalan', query);
begin
  if org is null or query = '' or not public.may('read') then return; end if;
  if fuzzy then
    return query
      select s.record_id, max(s.likeness)::real
        from (select r.record_id, word_similarity(query, r.names) as likeness from public.record_search r
               where query <% r.names and r.org_id = org and r.class = any(classes)
                 and (kinds is null or r.type = any(kinds))
                 and (r.visibility <> 'restricted' or exists (
                   select 1 from public.record_grant g
                    where g.org_id = org and g.record_id = r.record_id and g.account_id = asker
                      and (g.until is null or g.until > now())) or exists (
                   select 1 from public.record_team_grant g
                    where g.org_id = org and g.record_id = r.record_id and g.team_id = any(teams)
                      and (g.until is null or g.until > now())))
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
                    where g.org_id = org and g.record_id = r.record_id and g.account_id = asker
                      and (g.until is null or g.until > now())) or exists (
                   select 1 from public.record_team_grant g
                    where g.org_id = org and g.record_id = r.record_id and g.team_id = any(teams)
                      and (g.until is null or g.until > now())))
               limit most) s
       group by 1 order by 2 desc limit most;
  end if;
end $$;

-- ---------------------------------------------------------------- embargo

-- Not published before that day.
alter table record add column embargo_until date;

create function check_embargo() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select 1 from public.record r
              where r.org_id = new.org_id and r.id = new.record_id and r.embargo_until > current_date) then
    raise exception 'publication: the record is under embargo' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger publication_embargo before insert or update on publication
  for each row execute function check_embargo();

grant select, insert, update, delete on team, team_member, record_team_grant to amparo_app;
grant execute on function may, current_teams, holds_grant, may_share, other_holders to amparo_app;
