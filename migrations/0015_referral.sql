-- Referral: what leaves for another organisation as a signed, encrypted file, and what came in as one. Consent says to
-- whom; the database looks once more when a bundle is made, so that no path of the program can send without.

-- ---------------------------------------------------------------- consent to whom

-- As before, and to whom it was given where that is asked: a consent to share names its partners.
drop function consent_on(uuid, uuid, text, text, text, date);
create function consent_on(org uuid, person uuid, wanted_scope text, wanted_purpose text, wanted_channel text, day date,
                           wanted_partner text default null)
returns table (consent uuid, last_day text, reason text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select case when nearest.place = 0 then nearest.id end, case when nearest.place = 0 then nearest.last_day end,
         (array['in_force', 'withdrawn', 'expired', 'not_yet', 'other_partner', 'other_channel', 'other_purpose', 'other_scope'])[nearest.place + 1]
    from (
      select r.id, r.values->>'until' as last_day, case
        when not coalesce(r.values->'scopes', '[]') ? wanted_scope then 7
        when not coalesce(r.values->'purposes', '[]') ?| array['any', wanted_purpose] then 6
        when not coalesce(r.values->'channels', '[]') ?| array['any', wanted_channel] then 5
        when wanted_partner is not null and not exists (
          select 1 from jsonb_array_elements_text(coalesce(r.values->'partners', '[]')) p(name)
           where lower(btrim(p.name)) = lower(btrim(wanted_partner))) then 4
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

-- What a person agreed to hand to a partner: the grant, its last day, and how far it goes. Whoever asks sees the person.
create function referral_consent(person uuid, partner text)
returns table (consent uuid, last_day text, reason text, classes text[], pictures boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.consent, c.last_day, c.reason,
         coalesce((select array_agg(x.class order by x.class)
                     from jsonb_array_elements_text(coalesce(r.values->'classes', '[]')) x(class)
                    where x.class in ('identity', 'health', 'location', 'legal')), '{}'),
         (select p.reason = 'in_force' from public.consent_on(public.current_org(), person, 'photo', 'referral', 'bundle',
                                                             public.today_utc(), partner) p)
    from public.consent_on(public.current_org(), person, 'share_partners', 'referral', 'bundle', public.today_utc(), partner) c
    left join public.record r on r.org_id = public.current_org() and r.id = c.consent
   where exists (select 1 from public.record p where p.org_id = public.current_org() and p.id = person
                  and public.may('read') and (p.visibility <> 'restricted' or public.holds_grant(p.id)))
$$;
grant execute on function referral_consent to amparo_app;

-- ---------------------------------------------------------------- keys and partners

-- With what the organisation signs, and opens what is sent to it. The private halves lie under the instance key.
create table bundle_key (
  org_id uuid not null references org,
  id uuid not null,
  signing_key text not null,
  recipient text not null,
  locked text not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, made_by) references account
);

-- Organisations of other instances, with the keys that were compared over another way than the bundle's.
create table bundle_partner (
  org_id uuid not null references org,
  id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 200),
  recipient text check (recipient ~ '^age1[0-9a-z]{20,120}$'),
  signing_key text,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  -- When a name or a key that was known was last exchanged, by whom, and how it was compared.
  changed_by uuid,
  changed_at timestamptz,
  changed_how text,
  primary key (org_id, id),
  foreign key (org_id, added_by) references account,
  foreign key (org_id, changed_by) references account,
  check (recipient is not null or signing_key is not null)
);
create unique index bundle_partner_name on bundle_partner (org_id, lower(btrim(name)));
create unique index bundle_partner_signing on bundle_partner (org_id, signing_key);

alter table bundle_key enable row level security;
alter table bundle_partner enable row level security;
create policy members on bundle_key for select to amparo_app
  using (org_id = (select current_org()) and (select may('read')));
create policy makers on bundle_key for insert to amparo_app
  with check (org_id = (select current_org()) and (select may('administer')));
create policy members on bundle_partner for select to amparo_app
  using (org_id = (select current_org()) and (select may('read')));
create policy makers on bundle_partner for insert to amparo_app
  with check (org_id = (select current_org()) and (select may('export')));
create policy menders on bundle_partner for update to amparo_app
  using (org_id = (select current_org()) and (select may('export')));
create policy removers on bundle_partner for delete to amparo_app
  using (org_id = (select current_org()) and (select may('administer')));
grant select, insert on bundle_key to amparo_app;
grant select, insert, delete, update (name, recipient, signing_key, changed_how) on bundle_partner to amparo_app;

-- A key exchanged for another is what somebody who pretends to be the partner would ask for; and a name is what people
-- agreed to. Either is for an administrator, who says how it was compared; a key that was lacking, for who hands over.
create function check_partner() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.name = old.name and coalesce(old.recipient, new.recipient) is not distinct from new.recipient
     and coalesce(old.signing_key, new.signing_key) is not distinct from new.signing_key then
    new.changed_how := old.changed_how;
    return new;
  end if;
  if not public.may('administer') then
    raise exception 'partner: for who administers' using errcode = 'insufficient_privilege';
  end if;
  if coalesce(btrim(new.changed_how), '') = '' then
    raise exception 'partner: how was it compared' using errcode = 'check_violation';
  end if;
  new.changed_by := public.current_account();
  new.changed_at := now();
  return new;
end $$;
create trigger partner_exchanged before update on bundle_partner for each row execute function check_partner();

-- ---------------------------------------------------------------- what was sent

insert into approval_kind (kind, asks, decides, needs_reason) values
  ('bundle', 'export', 'export', true),
  -- A whole case, on paper or with its files, for its counsel.
  ('case', 'export', 'export', true);

create table bundle (
  org_id uuid not null references org,
  id uuid not null,
  case_id uuid not null,
  partner text not null,
  persons uuid[] not null check (cardinality(persons) > 0),
  purpose text not null,
  until date not null,
  -- Of what it was made from, as it was approved; and of the file that left.
  digest bytea not null check (length(digest) = 32),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  approval_id uuid,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, case_id) references record on delete cascade,
  foreign key (org_id, made_by) references account
);
create index bundle_case on bundle (org_id, case_id);
create index bundle_persons on bundle using gin (persons);

alter table bundle enable row level security;
create policy readers on bundle for select to amparo_app
  using (org_id = (select current_org()) and (select may('read'))
         and exists (select 1 from record r where r.org_id = bundle.org_id and r.id = bundle.case_id));
create policy makers on bundle for insert to amparo_app
  with check (org_id = (select current_org()) and (select may('export'))
              and made_by = (select current_account())
              and exists (select 1 from record r where r.org_id = bundle.org_id and r.id = bundle.case_id
                           and r.type = 'case' and r.deleted_at is null));
grant select, insert on bundle to amparo_app;

-- No bundle without the agreement of everyone in it, for this partner and this long, and without a second person.
create function check_bundle() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  person uuid;
  c record;
begin
  if exists (select 1 from public.link l
              where l.org_id = new.org_id and l.from_id = new.case_id and l.field = 'people' and l.until is null
                and coalesce(l.attributes->>'role', 'at_risk') = 'at_risk' and l.to_id <> all(new.persons))
  then raise exception 'bundle: not agreed (missing)' using errcode = 'check_violation'; end if;
  foreach person in array new.persons loop
    select * into c from public.consent_on(new.org_id, person, 'share_partners', 'referral', 'bundle', public.today_utc(), new.partner);
    if c.reason <> 'in_force' or c.last_day < new.until::text then
      raise exception 'bundle: not agreed (%)', c.reason using errcode = 'check_violation';
    end if;
  end loop;
  if new.until < public.today_utc() then raise exception 'bundle: over' using errcode = 'check_violation'; end if;
  if exists (select 1 from public.received_bundle b where b.org_id = new.org_id and b.case_id = new.case_id) then
    raise exception 'bundle: not to be passed on' using errcode = 'check_violation';
  end if;
  new.approval_id := (public.find_approval(new.org_id, 'bundle', new.case_id, new.digest)).id;
  if new.approval_id is null or not public.spend_approval(new.org_id, new.approval_id) then
    new.approval_id := null;
    if public.four_eyes(new.org_id) then
      raise exception 'share: not approved by a second person' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $$;
create trigger bundle_agreed before insert on bundle for each row execute function check_bundle();

create function log_bundle() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.ledger (org_id, account_id, act, subject, detail)
  select new.org_id, public.current_account(), 'bundle.make', one, jsonb_strip_nulls(jsonb_build_object(
           'bundle', new.id, 'case', new.case_id, 'until', new.until, 'sha256', new.sha256,
           'alone', case when new.approval_id is null then true end))
    from unnest(new.case_id || new.persons) one;
  return null;
end $$;
create trigger bundle_logged after insert on bundle for each row execute function log_bundle();

-- ---------------------------------------------------------------- what came in

create table received_bundle (
  org_id uuid not null references org,
  -- The sender's number of it.
  number uuid not null,
  case_id uuid not null,
  sender text not null,
  signing_key text not null,
  reference text not null,
  purpose text not null,
  until date not null,
  made date not null,
  sha256 text not null,
  received_by uuid not null,
  received_at timestamptz not null default now(),
  primary key (org_id, number),
  foreign key (org_id, case_id) references record on delete cascade,
  foreign key (org_id, received_by) references account
);
create index received_bundle_case on received_bundle (org_id, case_id);

alter table received_bundle enable row level security;
create policy readers on received_bundle for select to amparo_app
  using (org_id = (select current_org()) and (select may('read'))
         and exists (select 1 from record r where r.org_id = received_bundle.org_id and r.id = received_bundle.case_id));
create policy makers on received_bundle for insert to amparo_app
  with check (org_id = (select current_org()) and (select may('write')) and received_by = (select current_account()));
grant select, insert on received_bundle to amparo_app;
