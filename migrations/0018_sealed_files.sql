-- Sealed files: the file's own key is wrapped by a data key that the vault keeps (`sealed_key.key_id` is the file's id),
-- and not by the instance key. Erasing the file leaves a tombstone of that id, which takes the wrapped keys away too.

alter table file add column sealed boolean not null default false;

-- What is attached as sealed is sealed, and nothing else is: no path keeps a sealed file under the instance key, or
-- shows a sealed one as of another class.
create function attached_as_kept() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (new.class = 'sealed') is distinct from
     (select f.sealed from public.file f where f.org_id = new.org_id and f.id = new.file_id) then
    raise exception 'files: sealed and class do not agree' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger attachment_as_kept before insert or update of class, file_id on attachment
  for each row execute function attached_as_kept();

create function stays_sealed() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception 'files: what is sealed stays so' using errcode = 'check_violation';
end $$;
create trigger file_stays_sealed before update of sealed on file
  for each row when (old.sealed <> new.sealed) execute function stays_sealed();

-- Nothing is said of it in clear, and nothing of it is searched. Its size is a power of two: the content is filled up.
alter table attachment add constraint attachment_sealed_silent check (class <> 'sealed' or caption is null);
alter table record_search add constraint record_search_unsealed check (class <> 'sealed');
alter table file add constraint file_sealed_size
  check (not sealed or data_key is null or (size > 0 and size & (size - 1) = 0));
