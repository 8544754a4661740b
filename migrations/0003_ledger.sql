-- The ledger as a chain: each entry of an organisation has a place and the hash of the one before it, so that none can be
-- changed, taken out or moved without a trace. `src/platform/ledger/README.md` says the encoding byte by byte.

alter table ledger add column place bigint, add column previous bytea, add column hash bytea;
create unique index ledger_place on ledger (org_id, place);
create index ledger_unchained on ledger (org_id, seq) where place is null;
create index ledger_act on ledger (org_id, act, place);
create index ledger_account on ledger (org_id, account_id, place);
create index ledger_at on ledger (org_id, at);

-- Where each chain ends.
create table ledger_head (
  org_id uuid primary key references org,
  place bigint not null,
  hash bytea not null
);

-- What the chain was on a day, signed with the instance's key. Kept elsewhere too, it finds even a chain written anew.
create table ledger_checkpoint (
  org_id uuid not null references org,
  place bigint not null,
  hash bytea not null,
  at timestamptz not null,
  key text not null,
  signature bytea not null,
  primary key (org_id, place)
);

-- ---------------------------------------------------------------- the encoding

-- A part of what is hashed: its length in bytes, a colon, itself, a comma; a minus and a comma where there is nothing.
create function ledger_part(part text) returns text
language sql stable set search_path = pg_catalog as $$
  select case when part is null then '-,' else octet_length(convert_to(part, 'UTF8')) || ':' || part || ',' end
$$;

create function ledger_hash(e public.ledger, place bigint, previous bytea) returns bytea
language sql stable set search_path = pg_catalog, public as $$
  select sha256(convert_to(
    public.ledger_part('amparo ledger 1') || public.ledger_part(e.org_id::text) || public.ledger_part(place::text)
    || public.ledger_part(e.seq::text) || public.ledger_part(trim_scale(extract(epoch from e.at) * 1000000)::text)
    || public.ledger_part(e.account_id::text) || public.ledger_part(e.act) || public.ledger_part(e.subject::text)
    || public.ledger_part(e.detail::text) || public.ledger_part(encode(previous, 'hex')), 'UTF8'))
$$;

-- ---------------------------------------------------------------- the chain

-- Gives the entries that have none yet their place, in the order in which they were written. Locks the head.
create function chain_entries(org uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  head public.ledger_head;
  e public.ledger;
begin
  select * into head from public.ledger_head h where h.org_id = org for update;
  if not found then
    insert into public.ledger_head (org_id, place, hash) values (org, 0, decode(repeat('00', 32), 'hex'))
    on conflict do nothing;
    select * into head from public.ledger_head h where h.org_id = org for update;
  end if;
  for e in select * from public.ledger l where l.org_id = org and l.place is null order by l.seq loop
    head.place := head.place + 1;
    update public.ledger l
       set place = head.place, previous = head.hash, hash = public.ledger_hash(e, head.place, head.hash)
     where l.org_id = org and l.seq = e.seq
    returning l.hash into head.hash;
  end loop;
  update public.ledger_head h set place = head.place, hash = head.hash where h.org_id = org;
end $$;

-- At the end of the transaction, so that a long one keeps nobody from writing. A change of what is public locks its
-- version at the end too: always that one first, or two transactions could wait for each other.
create function chain_ledger() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform 1 from public.ledger l where l.org_id = new.org_id and l.seq = new.seq and l.place is null;
  if found then
    perform 1 from public.publication_version v where v.org_id = new.org_id for update;
    perform public.chain_entries(new.org_id);
  end if;
  return null;
end $$;
create constraint trigger ledger_chained after insert on ledger deferrable initially deferred
  for each row when (new.place is null) execute function chain_ledger();

-- Nobody changes or removes an entry, the owner neither, short of taking this away first.
create function keep_ledger() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    if old.place is null and new.place is not null
       and row(new.org_id, new.seq, new.at, new.account_id, new.act, new.subject, new.detail)
           is not distinct from row(old.org_id, old.seq, old.at, old.account_id, old.act, old.subject, old.detail)
    then return new; end if;
  end if;
  raise exception 'ledger: an entry is never changed or removed' using errcode = 'restrict_violation';
end $$;
create trigger ledger_kept before update or delete on ledger for each row execute function keep_ledger();
create trigger ledger_never_emptied before truncate on ledger for each statement execute function keep_ledger();

-- What was written before there was a chain.
do $$
declare org uuid;
begin
  for org in select distinct l.org_id from ledger l loop perform chain_entries(org); end loop;
end $$;

-- ---------------------------------------------------------------- entries that need more than the person's own rights

-- A refusal, where nobody is signed in. Nothing else can be written so.
create function ledger_refusal(org uuid, act text, subject uuid, detail jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if act not in ('session.refused', 'access.denied') then
    raise exception 'ledger: not without a person' using errcode = 'insufficient_privilege';
  end if;
  insert into public.ledger (org_id, act, subject, detail) values (org, act, subject, detail);
end $$;

-- That the person asking was shown these records, each once a session and day for the same reason. `readings`:
-- [{"id": …, "detail": {…}}, …]. The person need not be able to read the ledger.
create function note_readings(readings jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into public.ledger (org_id, account_id, act, subject, detail)
  select public.current_org(), public.current_account(), 'record.read', r.id, r.detail
    from jsonb_to_recordset(readings) as r(id uuid, detail jsonb)
   where public.current_account() is not null and not exists (
     select 1 from public.ledger l
      where l.org_id = public.current_org() and l.subject = r.id and l.act = 'record.read'
        and l.account_id = public.current_account() and l.detail = r.detail
        and l.at >= date_trunc('day', now(), 'UTC'))
$$;

-- ---------------------------------------------------------------- who may what

alter table ledger_head enable row level security;
alter table ledger_checkpoint enable row level security;
create policy auditors on ledger_head for select to amparo_app
  using (org_id = (select current_org()) and (select may('audit')));
create policy auditors on ledger_checkpoint for select to amparo_app
  using (org_id = (select current_org()) and (select may('audit')));

-- Read by whoever may audit. Who has had a file is known to whoever may see the file.
alter policy read on ledger using (org_id = (select current_org()) and ((select may('audit')) or (
  act = 'file.read' and exists (select 1 from attachment a where a.org_id = ledger.org_id and a.id = ledger.subject))));
-- In one's own name, at the time that it is, and where the chain puts it.
alter policy appended on ledger with check (org_id = (select current_org()) and account_id = (select current_account()));
revoke insert on ledger from amparo_app;
grant insert (org_id, account_id, act, subject, detail) on ledger to amparo_app;
grant select on ledger_head, ledger_checkpoint to amparo_app;
grant execute on function ledger_refusal, note_readings to amparo_app;
