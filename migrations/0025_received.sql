-- What an organisation looks up in the catalogue is kept in the book of its procedures: beside rules (`check`), any fact
-- of a mechanism (`fact`), what its compiler asked to verify (`verify`), where a State stands towards a body or a treaty
-- (`state`). As all of the book: seen by its own organisation, written by who administers, never changed or taken away.
alter table procedure_book drop constraint procedure_book_kind_check;
alter table procedure_book add constraint procedure_book_kind_check
  check (kind in ('procedure', 'check', 'day', 'calendar', 'margin', 'fact', 'verify', 'state'));

-- The reply of a State's office is cleared by another person than who drafted it, exactly as it stands, and only what was
-- cleared is sent. The program asks the same; this holds whatever the program does.
create function reply_needs_two() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v jsonb := new.values;
  before jsonb := case when tg_op = 'UPDATE' then old.values else '{}'::jsonb end;
  state text := coalesce(new.values->>'state', 'received');
begin
  if state in ('cleared', 'sent') and (
    coalesce(v->>'cleared_by', '') = '' or coalesce(v->>'reply_by', '') = '' or v->>'cleared_by' = v->>'reply_by'
    or coalesce(v->>'cleared_digest', '') = '' or v->>'cleared_digest' <> coalesce(v->>'reply_digest', ''))
  then raise exception 'received: a reply is cleared by a second person, as it stands' using errcode = 'check_violation'; end if;
  -- Who clears is who acts.
  if tg_op = 'UPDATE' and coalesce(v->>'cleared_by', '') <> '' and v->>'cleared_by' is distinct from before->>'cleared_by'
     and v->>'cleared_by' is distinct from public.current_account()::text
  then raise exception 'received: one clears in one''s own name' using errcode = 'check_violation'; end if;
  if state = 'sent' and coalesce(v->>'sent_at', '') = ''
  then raise exception 'received: sent when' using errcode = 'check_violation'; end if;
  -- What was sent stays what it was.
  if before->>'state' = 'sent' and (state <> 'sent' or v->>'sent_at' is distinct from before->>'sent_at'
     or v->>'reply_digest' is distinct from before->>'reply_digest' or v->>'cleared_by' is distinct from before->>'cleared_by')
  then raise exception 'received: what was sent is not changed' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger reply_needs_two before insert or update of values on record
  for each row when (new.type = 'communication_received') execute function reply_needs_two();
