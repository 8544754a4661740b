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
-- Publishing anew inserts too; narrowing what is public already must never be refused.
create trigger publication_embargo before insert on publication
  for each row execute function check_embargo();

grant select, insert, update, delete on team, team_member, record_team_grant to amparo_app;
grant execute on function may, current_teams, holds_grant, may_share, other_holders to amparo_app;

-- ---------------------------------------------------------------- what proves who one is
-- Own rows only: the person reads and changes them as themselves; signing in asks as the person who claims to be it,
-- through the program. Nobody else's are ever shown, to an administrator neither.

-- Argon2id with a secret that lies outside the database; the parameters are in the text.
create table passphrase (
  org_id uuid not null,
  account_id uuid not null,
  hash text not null,
  changed_at timestamptz not null default now(),
  primary key (org_id, account_id),
  foreign key (org_id, account_id) references account
);

-- The app that shows six digits. The secret is encrypted with the instance's key; `last_step` makes each code good once.
create table authenticator (
  org_id uuid not null,
  account_id uuid not null,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (org_id, account_id),
  foreign key (org_id, account_id) references account
);

create table recovery_code (
  org_id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (org_id, account_id, code_hash),
  foreign key (org_id, account_id) references account
);

create table passkey (
  org_id uuid not null,
  id text not null unique,
  account_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  label text not null check (length(label) between 1 and 100),
  created_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, account_id) references account
);
create index passkey_account on passkey (org_id, account_id);

create table invitation (
  org_id uuid not null,
  token_hash bytea primary key,
  account_id uuid not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (org_id, account_id) references account
);
create index invitation_account on invitation (org_id, account_id);

-- Failed attempts of the last quarter of an hour. A key is a keyed hash of an account's name or of an address:
-- neither can be read back, and nothing older is kept. Nobody's but the functions'.
create table sign_in_attempt (
  key bytea not null,
  at timestamptz not null default now()
);
create index sign_in_attempt_key on sign_in_attempt (key, at);
create index sign_in_attempt_at on sign_in_attempt (at);
alter table sign_in_attempt enable row level security;

-- Challenges that a passkey has to answer, each once.
create table passkey_challenge (
  hash bytea primary key,
  expires_at timestamptz not null
);
alter table passkey_challenge enable row level security;

do $$
declare t text;
begin
  foreach t in array array['passphrase', 'authenticator', 'recovery_code', 'passkey'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I to amparo_app using (org_id = (select current_org()) and account_id = (select current_account())) with check (org_id = (select current_org()) and account_id = (select current_account()))', t);
  end loop;
end $$;
alter table invitation enable row level security;
create policy administrators on invitation for select to amparo_app
  using (org_id = (select current_org()) and (select may('administer')));

grant select, insert, update, delete on authenticator, recovery_code, passkey to amparo_app;
grant select, insert, update on passphrase to amparo_app;
grant select (org_id, account_id, created_at, created_by, expires_at, used_at) on invitation to amparo_app;

-- ---------------------------------------------------------------- sessions

alter table session add column id uuid not null default gen_random_uuid();
alter table session add column method text not null default 'link' check (method in ('link', 'passphrase', 'passkey'));
alter table session add column second_factor boolean not null default false;
-- The kind of browser in two words, for the person to know their own sessions by.
alter table session add column agent text;
alter table session add column idle interval not null default interval '60 minutes';
create unique index session_id on session (org_id, id);
create index session_account on session (org_id, account_id);

drop function open_session(bytea);

-- Whose session it is. `touch`: the person did something, as opposed to a page that renews itself.
create function open_session(hash bytea, touch boolean)
returns table (org_id uuid, account_id uuid, session_id uuid, form_token text, name text, language text, role text,
               slug text, must_enrol boolean)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if touch then
    update public.session s set seen_at = now()
     where s.token_hash = hash and s.expires_at > now()
       and s.seen_at between now() - s.idle and now() - interval '1 minute';
  end if;
  return query
    select s.org_id, s.account_id, s.id, s.form_token, a.name, a.language, a.role, o.slug,
           coalesce(o.settings->>'second_factor' = 'required', false)
             and not exists (select 1 from public.authenticator t
                              where t.org_id = a.org_id and t.account_id = a.id and t.confirmed_at is not null)
             and not exists (select 1 from public.passkey k where k.org_id = a.org_id and k.account_id = a.id)
      from public.session s
      join public.account a on a.org_id = s.org_id and a.id = s.account_id and a.disabled_at is null
      join public.org o on o.id = s.org_id
     where s.token_hash = hash and s.expires_at > now() and s.seen_at > now() - s.idle;
end $$;

-- Whose session it was until a day ago at most, so that what was being written is not lost.
create function ended_session(hash bytea)
returns table (org_id uuid, account_id uuid, form_token text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.org_id, s.account_id, s.form_token
    from public.session s
    join public.account a on a.org_id = s.org_id and a.id = s.account_id and a.disabled_at is null
   where s.token_hash = hash and (s.expires_at <= now() or s.seen_at <= now() - s.idle)
     and least(s.expires_at, s.seen_at + s.idle) > now() - interval '1 day'
$$;

create function begin_session(org uuid, account uuid, hash bytea, new_form_token text, lifetime interval, how text,
                              with_second boolean, browser text)
returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare made uuid;
begin
  delete from public.session s where s.org_id = org and s.account_id = account and s.expires_at < now() - interval '2 days';
  insert into public.session (org_id, token_hash, account_id, form_token, expires_at, method, second_factor, agent)
  select a.org_id, hash, a.id, new_form_token, now() + lifetime, how, with_second, left(browser, 60)
    from public.account a where a.org_id = org and a.id = account and a.disabled_at is null and a.kind = 'person'
  returning id into made;
  return made;
end $$;

-- The same session under another token: after a change of what proves who one is.
create function rotate_session(old_hash bytea, new_hash bytea, new_form_token text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.session s set token_hash = new_hash, form_token = new_form_token
   where s.token_hash = old_hash and s.org_id = public.current_org() and s.account_id = public.current_account();
  return found;
end $$;

-- ---------------------------------------------------------------- signing in by passphrase

-- The organisation's address part where there is only one; otherwise it has to be said.
create function only_organisation() returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select min(slug) from public.org having count(*) = 1
$$;

-- Always one row: of an account that is not there, with nothing in it. `failures`: of each key, in the last quarter of an hour.
create function sign_in_facts(given_org text, given_login text, keys bytea[])
returns table (org_id uuid, account_id uuid, hash text, second boolean, failures int[])
language sql stable security definer set search_path = pg_catalog, public as $$
  select o.id, p.account_id, p.hash,
         coalesce(t.confirmed_at is not null, false)
           or exists (select 1 from public.passkey k where k.org_id = a.org_id and k.account_id = a.id),
         array(select (select count(*)::int from public.sign_in_attempt f
                        where f.key = u.k and f.at > now() - interval '15 minutes')
                 from unnest(keys) with ordinality as u(k, n) order by u.n)
    from (values (1)) as one(n)
    left join public.org o on o.slug = given_org
    left join public.account a on a.org_id = o.id and a.login = given_login and a.kind = 'person' and a.disabled_at is null
    left join public.passphrase p on p.org_id = a.org_id and p.account_id = a.id
    left join public.authenticator t on t.org_id = a.org_id and t.account_id = a.id
$$;

-- A refusal counts against its keys and is on the organisation's ledger, whatever becomes of the request.
create function refuse_sign_in(org uuid, account uuid, keys bytea[], cause text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  delete from public.sign_in_attempt where at < now() - interval '15 minutes';
  insert into public.sign_in_attempt (key) select unnest(keys);
  if org is not null then
    insert into public.ledger (org_id, act, subject, detail)
    values (org, 'session.refused', account, jsonb_build_object('cause', cause));
  end if;
end $$;

create function forget_attempts(keys bytea[]) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  delete from public.sign_in_attempt where key = any(keys)
$$;

-- ---------------------------------------------------------------- passkeys

create function keep_challenge(challenge_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  delete from public.passkey_challenge where expires_at < now();
  insert into public.passkey_challenge (hash, expires_at) values (challenge_hash, now() + interval '5 minutes')
$$;

create function use_challenge(challenge_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  delete from public.passkey_challenge where hash = challenge_hash and expires_at > now();
  return found;
end $$;

create function passkey_facts(credential text)
returns table (org_id uuid, account_id uuid, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = pg_catalog, public as $$
  select k.org_id, k.account_id, k.public_key, k.counter, k.transports
    from public.passkey k
    join public.account a on a.org_id = k.org_id and a.id = k.account_id and a.disabled_at is null
   where k.id = credential
$$;

-- ---------------------------------------------------------------- people, by an administrator

create function require_administrator() returns void
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not public.may('administer') then
    raise exception 'people: administrators only' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- The invitation's words: who is invited where. Nothing when it is used, over or unknown.
create function read_invitation(hash bytea)
returns table (org_id uuid, slug text, org_name jsonb, account_id uuid, name text, login text, language text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select i.org_id, o.slug, o.name, a.id, a.name, a.login, a.language
    from public.invitation i
    join public.org o on o.id = i.org_id
    join public.account a on a.org_id = i.org_id and a.id = i.account_id and a.disabled_at is null
   where i.token_hash = hash and i.used_at is null and i.expires_at > now()
$$;

-- Uses the invitation up and sets the passphrase; what proved the person before is void.
create function accept_invitation(hash bytea, passphrase_hash text)
returns table (org_id uuid, account_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare i public.invitation;
begin
  update public.invitation n set used_at = now()
   where n.token_hash = hash and n.used_at is null and n.expires_at > now()
     and exists (select 1 from public.account a
                  where a.org_id = n.org_id and a.id = n.account_id and a.disabled_at is null)
  returning * into i;
  if not found then return; end if;
  insert into public.passphrase as p (org_id, account_id, hash) values (i.org_id, i.account_id, passphrase_hash)
  on conflict on constraint passphrase_pkey do update set hash = excluded.hash, changed_at = now();
  return query select i.org_id, i.account_id;
end $$;

-- Whoever has no name to sign in with, having come by a link, chooses one; once.
create function choose_login(new_login text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.account a set login = new_login
   where a.org_id = public.current_org() and a.id = public.current_account() and a.kind = 'person' and a.login is null;
end $$;

create function invite_person(id uuid, name text, login text, role text, classes text[], language text, token bytea,
                              lifetime interval) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform public.require_administrator();
  insert into public.account (org_id, id, kind, name, login, role, readable_classes, language)
  values (public.current_org(), id, 'person', name, login, role, classes, language);
  insert into public.invitation (org_id, token_hash, account_id, created_by, expires_at)
  values (public.current_org(), token, id, public.current_account(), now() + lifetime);
end $$;

-- A new link for who lost what they had: everything that proved them before is void, and their sessions end.
create function renew_invitation(person uuid, token bytea, lifetime interval) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare org uuid := public.current_org();
begin
  perform public.require_administrator();
  if person = public.current_account() then raise exception 'people: not oneself' using errcode = 'check_violation'; end if;
  perform 1 from public.account a
    where a.org_id = org and a.id = person and a.kind = 'person' and a.disabled_at is null and a.login is not null
    for update;
  if not found then raise exception 'people: not there' using errcode = 'no_data_found'; end if;
  delete from public.passphrase x where x.org_id = org and x.account_id = person;
  delete from public.authenticator x where x.org_id = org and x.account_id = person;
  delete from public.recovery_code x where x.org_id = org and x.account_id = person;
  delete from public.passkey x where x.org_id = org and x.account_id = person;
  delete from public.session x where x.org_id = org and x.account_id = person;
  update public.invitation i set used_at = now() where i.org_id = org and i.account_id = person and i.used_at is null;
  insert into public.invitation (org_id, token_hash, account_id, created_by, expires_at)
  values (org, token, person, public.current_account(), now() + lifetime);
end $$;

-- What somebody may do changes, and their sessions end with it. Nobody changes what they themselves may do, and an
-- organisation keeps an administrator.
create function change_person(person uuid, new_name text, new_login text, new_role text, classes text[], disabled boolean)
returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  org uuid := public.current_org();
  old public.account;
begin
  perform public.require_administrator();
  -- One change at a time: two administrators must not take the office from each other.
  perform 1 from public.org o where o.id = org for no key update;
  select * into old from public.account a where a.org_id = org and a.id = person and a.kind = 'person' for update;
  if not found then raise exception 'people: not there' using errcode = 'no_data_found'; end if;
  if person = public.current_account()
     and (new_role <> old.role or disabled or not (classes @> old.readable_classes and classes <@ old.readable_classes)) then
    raise exception 'people: not oneself' using errcode = 'check_violation';
  end if;
  update public.account a set name = new_name, login = new_login, role = new_role, readable_classes = classes,
         disabled_at = case when disabled then coalesce(a.disabled_at, now()) end
   where a.org_id = org and a.id = person;
  if not exists (select 1 from public.account a
                  where a.org_id = org and a.role = 'administrator' and a.disabled_at is null) then
    raise exception 'people: the last administrator' using errcode = 'check_violation';
  end if;
  if disabled or new_role <> old.role or not (classes @> old.readable_classes and classes <@ old.readable_classes) then
    delete from public.session s where s.org_id = org and s.account_id = person;
    update public.invitation i set used_at = now()
     where disabled and i.org_id = org and i.account_id = person and i.used_at is null;
  end if;
end $$;

-- By what a person of the organisation can sign in: to administrators, without the things themselves.
create function sign_in_means()
returns table (account_id uuid, passphrase boolean, authenticator boolean, passkeys int, sessions int, last_seen timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select a.id,
         exists (select 1 from public.passphrase p where p.org_id = a.org_id and p.account_id = a.id),
         exists (select 1 from public.authenticator t
                  where t.org_id = a.org_id and t.account_id = a.id and t.confirmed_at is not null),
         (select count(*)::int from public.passkey k where k.org_id = a.org_id and k.account_id = a.id),
         (select count(*)::int from public.session s
           where s.org_id = a.org_id and s.account_id = a.id and s.expires_at > now() and s.seen_at > now() - s.idle),
         (select max(s.seen_at) from public.session s where s.org_id = a.org_id and s.account_id = a.id)
    from public.account a
   where a.org_id = public.current_org() and a.kind = 'person' and public.may('administer')
$$;

grant execute on function open_session, ended_session, begin_session, rotate_session, only_organisation, sign_in_facts,
  refuse_sign_in, forget_attempts, keep_challenge, use_challenge, passkey_facts, read_invitation, accept_invitation,
  choose_login, invite_person, renew_invitation, change_person, sign_in_means to amparo_app;
