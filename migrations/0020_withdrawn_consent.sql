-- A consent that was withdrawn stays withdrawn, whatever backup is restored.

create function note_withdrawn_consent() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.tombstone (org_id, kind, subject) values (new.org_id, 'unconsent', new.id);
  return null;
end $$;
create trigger record_consent_withdrawn after update of values on record for each row
  when (new.type = 'consent' and new.values->>'withdrawn_on' is not null
        and old.values->>'withdrawn_on' is distinct from new.values->>'withdrawn_on')
  execute function note_withdrawn_consent();

-- The words in which it was withdrawn lay in the database alone; the day and that it was are enough for nothing to leave.
-- Written as a version of its own, so that the record's history tells; what hangs on the consent goes by its own triggers.
create function replay_unconsent(org uuid, consent uuid, stone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
declare r public.record;
begin
  update public.record x
     set values = x.values || jsonb_build_object('withdrawn_on', (happened at time zone 'utc')::date::text),
         version = x.version + 1, updated_at = now()
   where x.org_id = org and x.id = consent and x.type = 'consent' and x.values->>'withdrawn_on' is null
  returning * into r;
  if not found then return false; end if;
  insert into public.record_version (org_id, record_id, version, class, operation, values, visibility, changed_by, reason)
  select org, consent, r.version, 'open', 'update', r.values, r.visibility, v.changed_by, 'restored'
    from public.record_version v where v.org_id = org and v.record_id = consent and v.class = 'open'
   order by v.version desc limit 1;
  return true;
end $$;
