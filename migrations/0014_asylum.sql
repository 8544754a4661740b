-- What an organisation decided about procedures, terms and days: procedures of its own, rules that it looked up, days on
-- which an office is closed or not, how much earlier it wants to be done. Nothing is changed or taken away: what is
-- decided anew is a new version, and the last one counts. A date that was computed can so be explained for ever.
create table procedure_book (
  org_id uuid not null,
  -- `procedure`, `check` (of a rule), `day`, `calendar`, `margin`.
  kind text not null check (kind in ('procedure', 'check', 'day', 'calendar', 'margin')),
  -- Which: `ar-conare-asylum`, `ar-conare-asylum/conare-appeal`, `AR/2026-12-24`, `AR`, `margin`.
  key text not null check (length(key) between 1 and 200),
  version int not null check (version > 0),
  -- Null: withdrawn; what the product knows by itself counts again.
  data jsonb,
  reason text not null check (length(reason) between 1 and 2000),
  account_id uuid not null,
  made_at timestamptz not null default now(),
  primary key (org_id, kind, key, version),
  foreign key (org_id, account_id) references account
);

alter table procedure_book enable row level security;
create policy seen on procedure_book for select to amparo_app
  using (org_id = (select current_org()) and (select may('read')));
create policy decided on procedure_book for insert to amparo_app
  with check (org_id = (select current_org()) and account_id = (select current_account()) and (select may('administer')));
grant select, insert on procedure_book to amparo_app;

-- A version follows the one before it: none is left out, none is put in between.
create function procedure_book_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.version <> 1 + coalesce((select max(b.version) from public.procedure_book b
     where b.org_id = new.org_id and b.kind = new.kind and b.key = new.key), 0)
  then raise exception 'procedure book: versions follow each other' using errcode = 'check_violation'; end if;
  new.made_at := now();
  return new;
end $$;
create trigger procedure_book_in_order before insert on procedure_book
  for each row execute function procedure_book_follows();
