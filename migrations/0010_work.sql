-- What there is to do: one row for each open task, each question that waits for its answer and each sign of life that has not come, so that a person's day
-- and a team's week are ranges of an index, whatever lies behind them. Derived from records by triggers and never
-- written by the program; what nobody is waiting for any more has no row.

create table work_item (
  org_id uuid not null,
  record_id uuid not null,
  -- `task`; `answer`: asked, and not answered; `sign`: waited for, and nobody has noted that it came.
  kind text not null check (kind in ('task', 'answer', 'sign')),
  owner_id uuid,
  team_id uuid,
  -- The day that orders it, never later than the legal one.
  safe date,
  legal date,
  -- For an answer: the first day on which it may have been asked. For a sign: a day before it can be due anywhere.
  since date,
  -- For an answer: what was asked of whom, as a kind.
  addressee text,
  visibility text not null,
  primary key (org_id, record_id),
  foreign key (org_id, record_id) references record on delete cascade
);
create index work_item_owner on work_item (org_id, owner_id, kind, safe, record_id) include (visibility);
create index work_item_team on work_item (org_id, team_id, kind, safe, record_id) include (visibility);
create index work_item_waiting on work_item (org_id, kind, since, record_id) include (visibility);

create function work_day(text) returns date
language sql immutable set search_path = pg_catalog as $$
  select case when $1 ~ '^\d{4}-\d\d-\d\d$' then $1::date end
$$;
create function work_id(text) returns uuid
language sql immutable set search_path = pg_catalog as $$
  select case when $1 ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then $1::uuid end
$$;

create function keep_work() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v jsonb := new.values;
  open boolean := new.deleted_at is null and new.merged_into is null and case new.type
    when 'task' then coalesce(v->>'state', 'open') = 'open'
    when 'check_in' then v->>'heard' is null
    else coalesce(v->>'answer', '') = 'awaited' end;
begin
  if not open then
    delete from public.work_item w where w.org_id = new.org_id and w.record_id = new.id;
    return null;
  end if;
  insert into public.work_item as w (org_id, record_id, kind, owner_id, team_id, safe, legal, since, addressee, visibility)
  values (new.org_id, new.id,
    case new.type when 'task' then 'task' when 'check_in' then 'sign' else 'answer' end,
    public.work_id(v->>case new.type when 'task' then 'owner' when 'step' then 'by' end),
    public.work_id(v->>'team'),
    case new.type when 'task' then least(public.work_day(v->>'safe'), public.work_day(v->>'legal'))
                  when 'step' then public.work_day(v->>'answer_by') end,
    case new.type when 'task' then public.work_day(v->>'legal') end,
    -- Of a date that is a month or a year, its first day; a date that is not known at all counts from when it was noted.
    case new.type
      -- The clocks of the place may be a day behind ours or ahead of them.
      when 'check_in' then coalesce(public.work_day(left(v->>'due', 10)) - 1, new.created_at::date)
      when 'step' then coalesce(
      public.work_day(substring(v->>'on' from '^\d{4}-\d\d-\d\d')),
      public.work_day(substring(v->>'on' from '^\d{4}-\d\d') || '-01'),
      public.work_day(substring(v->>'on' from '^\d{4}') || '-01-01'), new.created_at::date) end,
    case new.type when 'step' then v->>'counterpart' end,
    new.visibility)
  on conflict (org_id, record_id) do update
    set owner_id = excluded.owner_id, team_id = excluded.team_id, safe = excluded.safe, legal = excluded.legal,
        since = excluded.since, addressee = excluded.addressee, visibility = excluded.visibility;
  return null;
end $$;
create trigger record_begins_work after insert on record for each row
  when (new.type in ('task', 'step', 'check_in')) execute function keep_work();
create trigger record_changes_work after update of values, visibility, deleted_at, merged_into on record for each row
  when (new.type in ('task', 'step', 'check_in')) execute function keep_work();

alter table work_item enable row level security;
create policy visible on work_item for select to amparo_app
  using (org_id = (select current_org()) and (visibility <> 'restricted' or exists (
    select 1 from record_grant g
     where g.org_id = work_item.org_id and g.record_id = work_item.record_id and g.account_id = (select current_account())
       and (g.until is null or g.until > now()))
  or exists (
    select 1 from record_team_grant g
     where g.org_id = work_item.org_id and g.record_id = work_item.record_id and g.team_id = any((select current_teams())::uuid[])
       and (g.until is null or g.until > now()))));
create policy readers on work_item as restrictive for select to amparo_app using ((select may('read')));
grant select on work_item to amparo_app;

-- How much everyone of a team has in hand, as far as the person asking may see it. Here and not through the policies,
-- which would be asked for each of some thousand rows again on every table that is met.
create function team_load(team uuid, today date, week_end date)
returns table (account_id uuid, open int, late int, this_week int, cases int)
language sql stable security definer set search_path = pg_catalog, public as $$
  with asker as materialized (
    select public.current_org() as org, public.current_account() as account, public.current_teams() as teams
     where public.may('read') and team = any(public.current_teams())),
  member as (
    select m.account_id from asker, public.team_member m where m.org_id = asker.org and m.team_id = team),
  tasks as materialized (
    select w.owner_id, count(*)::int as open, (count(*) filter (where w.safe < today))::int as late,
           (count(*) filter (where w.safe between today and week_end))::int as this_week
      from asker, public.work_item w
     where w.org_id = asker.org and w.team_id = team and w.kind = 'task'
       and (w.visibility <> 'restricted'
         or exists (select 1 from public.record_team_grant g
                     where g.org_id = asker.org and g.record_id = w.record_id and g.team_id = any(asker.teams)
                       and (g.until is null or g.until > now()))
         or exists (select 1 from public.record_grant g
                     where g.org_id = asker.org and g.record_id = w.record_id and g.account_id = asker.account
                       and (g.until is null or g.until > now())))
     group by 1),
  who as (select m.account_id from member m union select t.owner_id from tasks t),
  cases as (
    select who.account_id as owner_id, count(*)::int as cases
      from who cross join asker
      join public.record_key a on a.org_id = asker.org and a.type = 'case' and a.field = 'assigned_to'
                              and a.key = who.account_id::text
      join public.record r on r.org_id = a.org_id and r.id = a.record_id and r.deleted_at is null and r.merged_into is null
     where r.values->>'team' = team::text and coalesce(r.values->>'stage', 'intake') <> 'closed'
       and (a.visibility <> 'restricted'
         or exists (select 1 from public.record_team_grant g
                     where g.org_id = asker.org and g.record_id = r.id and g.team_id = any(asker.teams)
                       and (g.until is null or g.until > now()))
         or exists (select 1 from public.record_grant g
                     where g.org_id = asker.org and g.record_id = r.id and g.account_id = asker.account
                       and (g.until is null or g.until > now())))
     group by 1)
  select who.account_id, coalesce(t.open, 0), coalesce(t.late, 0), coalesce(t.this_week, 0), coalesce(c.cases, 0)
    from who
    left join tasks t on t.owner_id is not distinct from who.account_id
    left join cases c on c.owner_id = who.account_id
$$;
grant execute on function team_load to amparo_app;

-- ---------------------------------------------------------------- one's own: calendar, reminder, views

-- The address of a person's calendar is a secret; only its hash is kept. Renewing it ends the one before.
create table calendar_feed (
  org_id uuid not null,
  account_id uuid not null,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  primary key (org_id, account_id),
  foreign key (org_id, account_id) references account
);

-- Whose calendar it is; nothing for a token that is not, and for an account that is closed or may read nothing.
create function open_calendar(hash bytea)
returns table (org_id uuid, account_id uuid, name text, language text, role text, slug text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select a.org_id, a.id, a.name, a.language, a.role, o.slug
    from public.calendar_feed f
    join public.account a on a.org_id = f.org_id and a.id = f.account_id and a.disabled_at is null
    join public.org o on o.id = f.org_id
   where f.token_hash = hash
$$;
grant execute on function open_calendar to amparo_app;

-- That something waits, told by mail once a day and without saying what. The address is sealed with the instance's key.
create table work_reminder (
  org_id uuid not null,
  account_id uuid not null,
  address text not null,
  hour int not null check (hour between 0 and 23),
  zone text not null check (length(zone) between 1 and 60),
  -- The last day, on that person's clocks, that was looked at.
  told_on date,
  primary key (org_id, account_id),
  foreign key (org_id, account_id) references account
);

-- A choice of filters under a name; shared with a team, it is seen by its members.
create table work_view (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  team_id uuid,
  name text not null check (length(name) between 1 and 80),
  query text not null check (length(query) <= 500),
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, account_id) references account,
  foreign key (org_id, team_id) references team on delete cascade
);
create index work_view_account on work_view (org_id, account_id);
create index work_view_team on work_view (org_id, team_id) where team_id is not null;

do $$
declare t text;
begin
  foreach t in array array['calendar_feed', 'work_reminder'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I to amparo_app using (org_id = (select current_org()) and account_id = (select current_account())) with check (org_id = (select current_org()) and account_id = (select current_account()))', t);
  end loop;
end $$;
alter table work_view enable row level security;
create policy shown on work_view for select to amparo_app
  using (org_id = (select current_org()) and (account_id = (select current_account())
         or team_id = any((select current_teams())::uuid[])));
create policy made on work_view for insert to amparo_app
  with check (org_id = (select current_org()) and account_id = (select current_account())
              and (team_id is null or team_id = any((select current_teams())::uuid[])));
create policy removed on work_view for delete to amparo_app
  using (org_id = (select current_org()) and account_id = (select current_account()));
grant select (org_id, account_id, created_at), insert, update, delete on calendar_feed to amparo_app;
grant select, insert, update, delete on work_reminder to amparo_app;
grant select, insert, delete on work_view to amparo_app;
