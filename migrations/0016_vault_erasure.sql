-- A sealed value that was erased stays erased whichever backup is restored: replaying the tombstone of a key takes the
-- key away again. (Apart from 0004, because tombstones are made in 0005.)

create function erase_sealed_again() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.sealed_key k where k.org_id = new.org_id and k.key_id = new.subject;
  return null;
end $$;
create trigger tombstone_erases_key after insert on tombstone
  for each row when (new.kind = 'erase') execute function erase_sealed_again();
