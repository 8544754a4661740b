-- The vault: what is sealed is encrypted before it comes here. The database holds ciphertext (in record_part and
-- record_version, class sealed), the keys of each value wrapped to each person who may read it, and no more.

-- A person's X25519 key pair: the public half as an age recipient, the private one locked with their sealing passphrase.
create table person_key (
  org_id uuid not null,
  account_id uuid not null,
  recipient text not null check (recipient ~ '^age1[0-9a-z]{58}$'),
  locked_identity bytea not null,
  created_at timestamptz not null default now(),
  -- When the sealing passphrase was last set.
  locked_at timestamptz not null default now(),
  primary key (org_id, account_id),
  foreign key (org_id, account_id) references account
);

-- The key of one sealed value, wrapped to a person (or, without one, to the organisation's recovery key). A merged
-- value has its key at both records.
create table sealed_key (
  org_id uuid not null,
  key_id uuid not null,
  record_id uuid not null,
  account_id uuid,
  wrapped bytea not null,
  made_at timestamptz not null default now(),
  foreign key (org_id, record_id) references record on delete cascade,
  foreign key (org_id, account_id) references account
);
create unique index sealed_key_holder on sealed_key (org_id, key_id, record_id, account_id) nulls not distinct;
create index sealed_key_record on sealed_key (org_id, record_id, account_id);
create index sealed_key_account on sealed_key (org_id, account_id);

-- ---------------------------------------------------------------- the organisation's recovery key

-- The public half. The private one is on paper, whole or in shares of which `threshold` are needed.
create table recovery_key (
  org_id uuid primary key references org,
  recipient text not null check (recipient ~ '^age1[0-9a-z]{58}$'),
  threshold int not null default 1 check (threshold between 1 and 20),
  made_at timestamptz not null default now(),
  made_by uuid not null,
  foreign key (org_id, made_by) references account
);

-- Who holds a share: a person, for whom it is encrypted, or a paper with a name. `mark` (SHA-256 of a share, which is
-- random and long) tells which share was given, and whether it was written down right.
create table recovery_holder (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  account_id uuid,
  name text not null check (length(name) between 1 and 200),
  wrapped bytea,
  mark bytea not null,
  made_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id) references recovery_key on delete cascade,
  foreign key (org_id, account_id) references account
);
create unique index recovery_holder_account on recovery_holder (org_id, account_id) where account_id is not null;
create unique index recovery_holder_mark on recovery_holder (org_id, mark);

-- That somebody is to get back what their lost key opened. Two people at least: nobody asks for themselves.
create table recovery_request (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  for_account uuid not null,
  recipient text not null,
  reason text not null check (length(reason) between 1 and 2000),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  done_at timestamptz,
  primary key (org_id, id),
  check (asked_by <> for_account),
  foreign key (org_id, for_account) references account,
  foreign key (org_id, asked_by) references account
);

-- The shares given for a request, each encrypted for the person whom it is for: they are put together in the memory
-- of the program when that person finishes, and nowhere else.
create table recovery_given (
  org_id uuid not null,
  request_id uuid not null,
  holder_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null default now(),
  share bytea not null,
  primary key (org_id, request_id, holder_id),
  foreign key (org_id, request_id) references recovery_request on delete cascade,
  foreign key (org_id, holder_id) references recovery_holder on delete cascade,
  foreign key (org_id, given_by) references account
);

-- ---------------------------------------------------------------- who may read what is sealed of a record

-- A person, enabled, who reads the class `sealed` and may see the record. The operator never.
create function entitled_to_sealed(org uuid, of_record uuid, of_account uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select 1 from public.account a
      join public.role_capability c on c.role = a.role and c.capability = 'read'
      join public.record r on r.org_id = a.org_id and r.id = of_record
     where a.org_id = org and a.id = of_account and a.kind = 'person' and a.disabled_at is null
       and 'sealed' = any(a.readable_classes)
       and (r.visibility <> 'restricted' or exists (
         select 1 from public.record_grant g
          where g.org_id = org and g.record_id = r.id and g.account_id = a.id and (g.until is null or g.until > now()))
       or exists (
         select 1 from public.record_team_grant g
           join public.team_member m on m.org_id = g.org_id and m.team_id = g.team_id and m.account_id = a.id
          where g.org_id = org and g.record_id = r.id and (g.until is null or g.until > now()))))
$$;

-- For whom values of these records are sealed, with their public keys (null: none yet). Of records that the asker sees.
create function sealed_recipients(records uuid[])
returns table (record_id uuid, account_id uuid, name text, recipient text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select r.id, a.id, a.name, k.recipient
    from public.record r
    join public.account a on a.org_id = r.org_id and a.kind = 'person' and a.disabled_at is null
                         and 'sealed' = any(a.readable_classes)
    left join public.person_key k on k.org_id = a.org_id and k.account_id = a.id
   where r.org_id = public.current_org() and r.id = any(records) and public.may('read')
     and (r.visibility <> 'restricted' or public.holds_grant(r.id))
     and public.entitled_to_sealed(r.org_id, r.id, a.id)
   order by r.id, a.name, a.id
$$;

-- The wrapped keys of these records that are the asker's, while they are entitled.
create function own_sealed_keys(records uuid[])
returns table (record_id uuid, key_id uuid, wrapped bytea)
language sql stable security definer set search_path = pg_catalog, public as $$
  select k.record_id, k.key_id, k.wrapped
    from public.sealed_key k
   where k.org_id = public.current_org() and k.account_id = public.current_account() and k.record_id = any(records)
     and public.entitled_to_sealed(k.org_id, k.record_id, k.account_id)
$$;

-- Takes the keys from who is not entitled any more, and says so on the ledger. Null: of any record, of anyone.
create function drop_lost_keys(org uuid, of_record uuid, of_account uuid) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  lost record;
  total int := 0;
begin
  for lost in
    with gone as (
      delete from public.sealed_key k
       where k.org_id = org and k.account_id is not null
         and (of_record is null or k.record_id = of_record) and (of_account is null or k.account_id = of_account)
         and not public.entitled_to_sealed(k.org_id, k.record_id, k.account_id)
      returning k.record_id, k.account_id)
    select g.record_id, g.account_id, count(*)::int as keys from gone g group by 1, 2 order by 1, 2
  loop
    insert into public.ledger (org_id, account_id, act, subject, detail)
    values (org, public.current_account(), 'sealed.withdraw', lost.record_id,
            jsonb_build_object('person', lost.account_id, 'keys', lost.keys));
    total := total + lost.keys;
  end loop;
  return total;
end $$;

-- In the transaction that ends the entitlement: no path can forget it.
create function withdraw_sealed_keys() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  case tg_table_name
    when 'record_grant' then perform public.drop_lost_keys(old.org_id, old.record_id, old.account_id);
    when 'record_team_grant' then perform public.drop_lost_keys(old.org_id, old.record_id, null);
    when 'team_member' then perform public.drop_lost_keys(old.org_id, null, old.account_id);
    when 'record' then perform public.drop_lost_keys(old.org_id, old.id, null);
    when 'account' then perform public.drop_lost_keys(old.org_id, null, old.id);
  end case;
  return null;
end $$;
create trigger record_grant_withdraws after delete or update on record_grant
  for each row execute function withdraw_sealed_keys();
create trigger record_team_grant_withdraws after delete or update on record_team_grant
  for each row execute function withdraw_sealed_keys();
create trigger team_member_withdraws after delete on team_member
  for each row execute function withdraw_sealed_keys();
create trigger record_withdraws after update of visibility on record
  for each row when (old.visibility <> new.visibility) execute function withdraw_sealed_keys();
create trigger account_withdraws after update of readable_classes, role, disabled_at on account
  for each row execute function withdraw_sealed_keys();

-- A key that takes the place of a lost one opens nothing of what was wrapped for it.
create function replace_person_key() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.sealed_key k where k.org_id = old.org_id and k.account_id = old.account_id;
  update public.recovery_holder h set wrapped = null where h.org_id = old.org_id and h.account_id = old.account_id;
  delete from public.recovery_request q
   where q.org_id = old.org_id and q.for_account = old.account_id and q.done_at is null;
  return null;
end $$;
create trigger person_key_replaced after update of recipient on person_key
  for each row when (old.recipient <> new.recipient) execute function replace_person_key();

-- Of another recovery key none of the old wrapped keys is of use; they are made anew as records are opened.
create function replace_recovery_key() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.sealed_key k where k.org_id = old.org_id and k.account_id is null;
  delete from public.recovery_holder h where h.org_id = old.org_id;
  delete from public.recovery_request q where q.org_id = old.org_id and q.done_at is null;
  return null;
end $$;
create trigger recovery_key_replaced after update of recipient on recovery_key
  for each row when (old.recipient <> new.recipient) execute function replace_recovery_key();

-- ---------------------------------------------------------------- opening

-- How often the sealing passphrase was wrong in the last quarter of an hour.
create function sealing_failures(attempt_key bytea) returns int
language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from public.sign_in_attempt f where f.key = attempt_key and f.at > now() - interval '15 minutes'
$$;

-- A refusal counts, and is on the ledger, in a transaction of its own.
create function refuse_sealing(of_record uuid, attempt_key bytea, cause text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if public.current_account() is null then
    raise exception 'vault: nobody is asking' using errcode = 'insufficient_privilege';
  end if;
  delete from public.sign_in_attempt where at < now() - interval '15 minutes';
  if attempt_key is not null then insert into public.sign_in_attempt (key) values (attempt_key); end if;
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (public.current_org(), public.current_account(), 'sealed.refused', of_record, jsonb_build_object('cause', cause));
end $$;

-- ---------------------------------------------------------------- merging and erasing

-- A value that a record takes from another, by a merge, keeps its key: for those who may read the record that takes it.
create function take_sealed_keys(from_record uuid, to_record uuid, keys uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare org uuid := public.current_org();
begin
  if not public.may('write') or not 'sealed' = any(public.readable_classes())
     or (select count(*) from public.record r
          where r.org_id = org and r.id in (from_record, to_record)
            and (r.visibility <> 'restricted' or public.holds_grant(r.id))) <> 2 then
    raise exception 'vault: not for the asker' using errcode = 'insufficient_privilege';
  end if;
  insert into public.sealed_key (org_id, key_id, record_id, account_id, wrapped)
  select k.org_id, k.key_id, to_record, k.account_id, k.wrapped
    from public.sealed_key k
   where k.org_id = org and k.record_id = from_record and k.key_id = any(keys)
     and (k.account_id is null or public.entitled_to_sealed(org, to_record, k.account_id))
  on conflict do nothing;
end $$;

-- Erases one sealed field of a record for good, in all its versions: without keys its ciphertext, here and in every
-- backup, cannot be read again. A tombstone keeps it so after a restore. Gives how many keys there were.
create function erase_sealed(of_record uuid, field text) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  org uuid := public.current_org();
  keys uuid[];
begin
  if not public.may('write') or not 'sealed' = any(public.readable_classes())
     or not exists (select 1 from public.record r where r.org_id = org and r.id = of_record
                      and (r.visibility <> 'restricted' or public.holds_grant(r.id))) then
    raise exception 'vault: not for the asker' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(array_agg(distinct (held->>'key')::uuid), '{}') into keys from (
    select p.values->field as held from public.record_part p
     where p.org_id = org and p.record_id = of_record and p.class = 'sealed' and p.values ? field
    union all
    select v.values->field from public.record_version v
     where v.org_id = org and v.record_id = of_record and v.class = 'sealed' and v.values ? field) found;
  delete from public.sealed_key k where k.org_id = org and k.key_id = any(keys);
  insert into public.tombstone (org_id, kind, subject) select org, 'erase', k from unnest(keys) k;
  return cardinality(keys);
end $$;

-- ---------------------------------------------------------------- recovery

-- Whether a request may be finished by the asker now: it is for them and their present key, and enough shares are there.
create function recovery_ready(request uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select 1 from public.recovery_request q
      join public.person_key p on p.org_id = q.org_id and p.account_id = q.for_account and p.recipient = q.recipient
      join public.recovery_key y on y.org_id = q.org_id
     where q.org_id = public.current_org() and q.id = request and q.for_account = public.current_account()
       and q.done_at is null and q.expires_at > now()
       and (select count(*) from public.recovery_given g where g.org_id = q.org_id and g.request_id = q.id) >= y.threshold)
$$;

-- The keys that the asker lacks, wrapped to the recovery key: of records whose sealed values they may read, no others.
create function recovery_sealed_keys(request uuid, most int)
returns table (record_id uuid, key_id uuid, wrapped bytea)
language sql stable security definer set search_path = pg_catalog, public as $$
  select k.record_id, k.key_id, k.wrapped
    from public.sealed_key k
   where public.recovery_ready(request) and k.org_id = public.current_org() and k.account_id is null
     and public.entitled_to_sealed(k.org_id, k.record_id, public.current_account())
     and not exists (select 1 from public.sealed_key o
                      where o.org_id = k.org_id and o.key_id = k.key_id and o.record_id = k.record_id
                        and o.account_id = public.current_account())
   order by k.record_id, k.key_id limit most
$$;

-- Ends a request; the shares that were given for it are gone.
create function finish_recovery(request uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not public.recovery_ready(request) then
    raise exception 'vault: not ready' using errcode = 'insufficient_privilege';
  end if;
  update public.recovery_request q set done_at = now() where q.org_id = public.current_org() and q.id = request;
  delete from public.recovery_given g where g.org_id = public.current_org() and g.request_id = request;
end $$;

-- ---------------------------------------------------------------- who may what

do $$
declare t text;
begin
  foreach t in array array['person_key', 'sealed_key', 'recovery_key', 'recovery_holder', 'recovery_request', 'recovery_given']
  loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;

-- Nobody sees another's locked key, the organisation's administrators neither.
create policy own on person_key to amparo_app
  using (org_id = (select current_org()) and account_id = (select current_account()))
  with check (org_id = (select current_org()) and account_id = (select current_account()));

-- Who holds a key is known to who reads the class and may see the record; the wrapped key itself to its holder alone,
-- through a function. It is given to whoever is entitled and to nobody else.
create policy readers on sealed_key for select to amparo_app
  using (org_id = (select current_org()) and 'sealed' = any((select readable_classes())::text[])
         and exists (select 1 from record r where r.org_id = sealed_key.org_id and r.id = sealed_key.record_id));
create policy givers on sealed_key for insert to amparo_app
  with check (org_id = (select current_org()) and 'sealed' = any((select readable_classes())::text[])
              and exists (select 1 from record r where r.org_id = sealed_key.org_id and r.id = sealed_key.record_id)
              and (account_id is null or entitled_to_sealed(org_id, record_id, account_id)));

-- The first key is made with the first person's; another one only by an administrator.
create policy members on recovery_key for select to amparo_app using (org_id = (select current_org()));
create policy founder on recovery_key for insert to amparo_app
  with check (org_id = (select current_org()) and made_by = (select current_account()));
create policy administrators on recovery_key for update to amparo_app
  using (org_id = (select current_org()) and (select may('administer')));

create policy own on recovery_holder for select to amparo_app
  using (org_id = (select current_org()));
create policy administrators on recovery_holder for insert to amparo_app
  with check (org_id = (select current_org()) and ((select may('administer')) or exists (
    select 1 from recovery_key y where y.org_id = recovery_holder.org_id and y.made_by = (select current_account()))));
create policy removers on recovery_holder for delete to amparo_app
  using (org_id = (select current_org()) and (select may('administer')));

create policy members on recovery_request for select to amparo_app using (org_id = (select current_org()));
create policy administrators on recovery_request for insert to amparo_app
  with check (org_id = (select current_org()) and asked_by = (select current_account()) and (select may('administer')));
create policy enders on recovery_request for delete to amparo_app
  using (org_id = (select current_org()) and done_at is null
         and ((select may('administer')) or for_account = (select current_account())));

create policy members on recovery_given for select to amparo_app using (org_id = (select current_org()));
create policy givers on recovery_given for insert to amparo_app
  with check (org_id = (select current_org()) and given_by = (select current_account()));

-- A share is read by its holder, and, once given, by whom it was given for.
create function own_recovery_share() returns bytea
language sql stable security definer set search_path = pg_catalog, public as $$
  select h.wrapped from public.recovery_holder h
   where h.org_id = public.current_org() and h.account_id = public.current_account()
$$;
create function given_shares(request uuid) returns setof bytea
language sql stable security definer set search_path = pg_catalog, public as $$
  select g.share from public.recovery_given g
   where public.recovery_ready(request) and g.org_id = public.current_org() and g.request_id = request
   order by g.given_at, g.holder_id
$$;
-- The public key of a colleague, so that a share can be encrypted for them.
create function recipient_of(of_account uuid) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select k.recipient from public.person_key k
    join public.account a on a.org_id = k.org_id and a.id = k.account_id and a.kind = 'person' and a.disabled_at is null
   where k.org_id = public.current_org() and k.account_id = of_account
$$;
-- Who of the organisation has a key: nothing secret, and needed to name custodians.
create function key_holders() returns table (account_id uuid, name text, since timestamptz, seals boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select a.id, a.name, k.created_at, 'sealed' = any(a.readable_classes)
    from public.account a left join public.person_key k on k.org_id = a.org_id and k.account_id = a.id
   where a.org_id = public.current_org() and a.kind = 'person' and a.disabled_at is null
   order by a.name, a.id
$$;

grant select, insert, update (recipient, locked_identity, created_at, locked_at) on person_key to amparo_app;
grant select (org_id, key_id, record_id, account_id, made_at) on sealed_key to amparo_app;
grant insert (org_id, key_id, record_id, account_id, wrapped) on sealed_key to amparo_app;
grant select, insert, update (recipient, threshold, made_at, made_by) on recovery_key to amparo_app;
grant select (org_id, id, account_id, name, mark, made_at) on recovery_holder to amparo_app;
grant insert, delete on recovery_holder to amparo_app;
grant select, insert, delete on recovery_request to amparo_app;
grant select (org_id, request_id, holder_id, given_by, given_at) on recovery_given to amparo_app;
grant insert on recovery_given to amparo_app;
grant execute on function entitled_to_sealed, sealed_recipients, own_sealed_keys, sealing_failures, refuse_sealing,
  take_sealed_keys, erase_sealed, recovery_ready, recovery_sealed_keys, finish_recovery, own_recovery_share,
  given_shares, recipient_of, key_holders to amparo_app;
