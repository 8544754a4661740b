-- The rows of a record's history and classes are written with the record itself in hand, as its keys and words are. A
-- foreign key looks the record up once for each of them, by a query of its own: a tenth of what writing a record costs.
-- What it is for is done here once a statement: that the record is there, and that nothing is left when it is purged.

alter table record_version drop constraint record_version_org_id_record_id_fkey;
alter table record_part drop constraint record_part_org_id_record_id_fkey;

-- Rows of a record that this transaction has not written itself hold it, so that a purge cannot take it meanwhile.
create function require_record() returns trigger
language plpgsql security definer set search_path = pg_catalog, public
-- The plan is kept; it must stay right when the table has grown a thousandfold since it was made.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform from made m join public.record r on r.org_id = m.org_id and r.id = m.record_id
    where r.xmin <> pg_current_xact_id()::xid for key share of r;
  if exists (select from made m where not exists (
    select from public.record r where r.org_id = m.org_id and r.id = m.record_id))
  then raise exception 'the record is not there' using errcode = 'foreign_key_violation'; end if;
  return null;
end $$;
create trigger record_version_has_record after insert on record_version referencing new table as made
  for each statement execute function require_record();
create trigger record_part_has_record after insert on record_part referencing new table as made
  for each statement execute function require_record();

create or replace function drop_derived() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.record_key k using gone g where k.org_id = g.org_id and k.record_id = g.id;
  delete from public.record_search s using gone g where s.org_id = g.org_id and s.record_id = g.id;
  delete from public.record_version v using gone g where v.org_id = g.org_id and v.record_id = g.id;
  delete from public.record_part p using gone g where p.org_id = g.org_id and p.record_id = g.id;
  return null;
end $$;

-- A record is of the organisation that the policy asks for; of one that is not there nobody can be asking.
alter table record drop constraint record_org_id_fkey;
