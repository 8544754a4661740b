-- Risk: what is current and what is due. Nothing here has a number, and nothing puts one person before
-- another.

-- ---------------------------------------------------------------- what there is to do

-- The assessment of somebody in a case that counts now waits for its review (`review`), or says that there is a clear and
-- present danger (`danger`). One that was made anew since has no row: what is current is said here and nowhere else.
alter table work_item drop constraint work_item_kind_check;
alter table work_item add constraint work_item_kind_check check (kind in ('task', 'answer', 'sign', 'review', 'danger'));

-- A line of a protection plan is a task like any other.
create function keep_line() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v jsonb := new.values;
begin
  if new.deleted_at is not null or new.merged_into is not null or coalesce(v->>'state', 'open') <> 'open' then
    delete from public.work_item w where w.org_id = new.org_id and w.record_id = new.id;
    return null;
  end if;
  insert into public.work_item as w (org_id, record_id, kind, owner_id, team_id, safe, visibility)
  values (new.org_id, new.id, 'task', public.work_id(v->>'owner'), public.work_id(v->>'team'),
          public.work_day(v->>'safe'), new.visibility)
  on conflict (org_id, record_id) do update
    set owner_id = excluded.owner_id, team_id = excluded.team_id, safe = excluded.safe, visibility = excluded.visibility;
  return null;
end $$;
create trigger record_begins_line after insert on record for each row
  when (new.type = 'protection_line') execute function keep_line();
create trigger record_changes_line after update of values, visibility, deleted_at, merged_into on record for each row
  when (new.type = 'protection_line') execute function keep_line();

-- Of each person of a case, and of all of them together, the assessment of the latest day; of one day, the last written.
create function keep_reviews(org uuid, of_case uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if of_case is null then return; end if;
  delete from public.work_item w using public.link l
   where l.org_id = org and l.to_id = of_case and l.belongs and l.until is null
     and w.org_id = l.org_id and w.record_id = l.from_id and w.kind in ('review', 'danger');
  insert into public.work_item (org_id, record_id, kind, owner_id, team_id, safe, visibility)
  select org, a.id, case a.danger when 'yes' then 'danger' else 'review' end,
         -- Of a case that is closed nobody waits for anything; the row says only which assessment is current.
         case when c.values->>'stage' is distinct from 'closed' then coalesce(public.work_id(c.values->>'assigned_to'), a.led_by) end,
         case when c.values->>'stage' is distinct from 'closed' then public.work_id(c.values->>'team') end,
         a.review_on, a.visibility
    from public.record c
    cross join lateral (
      select distinct on (p.to_id) r.id, r.visibility, r.values->>'danger' as danger,
             public.work_id(r.values->>'by') as led_by, public.work_day(r.values->>'review_on') as review_on
        from public.link l
        join public.record r on r.org_id = l.org_id and r.id = l.from_id
        left join public.link p on p.org_id = r.org_id and p.from_id = r.id and p.field = 'person' and p.until is null
       where l.org_id = c.org_id and l.to_id = c.id and l.belongs and l.until is null
         and r.type = 'risk_assessment' and r.deleted_at is null and r.merged_into is null
       order by p.to_id, r.values->>'on' desc, r.id desc) a
   where c.org_id = org and c.id = of_case;
end $$;

create function assessment_changes() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.deleted_at is not null or new.merged_into is not null then
    delete from public.work_item w where w.org_id = new.org_id and w.record_id = new.id;
  end if;
  perform public.keep_reviews(new.org_id, public.owner_of(new.org_id, new.id));
  return null;
end $$;
create trigger record_changes_review after update of values, visibility, deleted_at, merged_into on record for each row
  when (new.type = 'risk_assessment') execute function assessment_changes();

-- To which case it belongs and whose risk it is are relations, written after the record itself.
create function assessment_moves() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select 1 from public.record r where r.org_id = new.org_id and r.id = new.from_id and r.type = 'risk_assessment') then
    if new.belongs then
      perform public.keep_reviews(new.org_id, new.to_id);
      if new.until is not null then
        delete from public.work_item w where w.org_id = new.org_id and w.record_id = new.from_id;
      end if;
    end if;
    perform public.keep_reviews(new.org_id, public.owner_of(new.org_id, new.from_id));
  end if;
  return null;
end $$;
create trigger link_risk_made after insert on link for each row
  when (new.until is null and (new.belongs or new.field = 'person')) execute function assessment_moves();
create trigger link_risk_moved after update of until on link for each row
  when ((new.belongs or new.field = 'person') and new.until is distinct from old.until) execute function assessment_moves();

-- Reviews follow the case: to who is assigned to it, to its team, and to nobody when it is closed.
create function case_moves_reviews() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.keep_reviews(new.org_id, new.id);
  return null;
end $$;
create trigger record_moves_reviews after update of values on record for each row
  when (new.type = 'case' and (old.values->>'assigned_to' is distinct from new.values->>'assigned_to'
        or old.values->>'team' is distinct from new.values->>'team' or old.values->>'stage' is distinct from new.values->>'stage'))
  execute function case_moves_reviews();

-- ---------------------------------------------------------------- never without its review

create function check_assessment() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if public.work_day(new.values->>'review_on') is null then
    raise exception 'risk: an assessment says when it is reviewed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger assessment_is_reviewed before insert or update of values on record for each row
  when (new.type = 'risk_assessment') execute function check_assessment();
