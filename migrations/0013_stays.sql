-- Refuge stays: a part is of its stay's own case, who declared a conflict decides nothing, and how many places are taken.

-- ---------------------------------------------------------------- a part and its stay are of one case

-- A part is seen by those who see its case; were its stay of another, one audience would read of the other. Asked when the
-- transaction ends, of the part and of the stay: either may have been given another case.
create function check_stay_part() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (
    select 1 from public.link l
      join public.record part on part.org_id = l.org_id and part.id = l.from_id and part.type like 'refuge\_%'
     where l.org_id = new.org_id and l.field = 'stay' and l.until is null
       and (l.from_id = new.from_id or l.to_id = new.from_id)
       and public.owner_of(l.org_id, l.from_id) is distinct from public.owner_of(l.org_id, l.to_id))
  then raise exception 'stay: its parts are of its own case' using errcode = 'check_violation'; end if;
  return null;
end $$;
create constraint trigger stay_part_of_its_case after insert on link deferrable initially deferred for each row
  when (new.field = 'stay' and new.until is null) execute function check_stay_part();
create constraint trigger stay_case_of_its_parts after insert on link deferrable initially deferred for each row
  when (new.field = 'case' and new.belongs and new.until is null) execute function check_stay_part();

-- ---------------------------------------------------------------- selection

-- A voice begins with a declaration. A conflict that was declared stays declared, and no opinion is kept beside it.
create function check_stay_voice() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.values->>'opinion' is not null and new.values->>'conflict' is distinct from 'none' then
    raise exception 'selection: who declared a conflict gives no opinion' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and old.values->>'conflict' = 'declared' and new.values->>'conflict' is distinct from 'declared' then
    raise exception 'selection: a declared conflict stays declared' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and old.values->>'member' is distinct from new.values->>'member' then
    raise exception 'selection: a voice is of one member' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger stay_voice_checked before insert or update of values on record for each row
  when (new.type = 'refuge_voice') execute function check_stay_voice();

-- Whoever decides on a selection has declared to have no conflict in it, and so has one more who gave an opinion. Who
-- declared one does not end it in another way either. A declaration counts though it was put into the trash.
create function check_stay_selection() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  free int;
  own text;
begin
  select count(distinct v.values->>'member') filter (
           where v.values->>'conflict' = 'none' and v.values->>'opinion' is not null and v.deleted_at is null),
         -- `declared` comes before `none`.
         min(v.values->>'conflict') filter (where v.values->>'member' = public.current_account()::text)
    into free, own
    from public.link l join public.record v on v.org_id = l.org_id and v.id = l.from_id
   where l.org_id = new.org_id and l.to_id = new.id and l.field = 'stay' and l.until is null
     and v.type = 'refuge_voice' and v.merged_into is null;
  if own = 'declared' or ((new.values->>'stage' <> 'closed' or new.values->>'outcome' = 'not_selected')
                          and (own is distinct from 'none' or free < 2)) then
    raise exception 'selection: decided by members without a conflict' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger stay_selection_checked before update of values on record for each row
  when (new.type = 'refuge_stay' and (
    (old.values->>'stage' = 'selection' and new.values->>'stage' not in ('origin', 'needs', 'selection'))
    or (new.values->>'outcome' = 'not_selected' and old.values->>'outcome' is distinct from 'not_selected')))
  execute function check_stay_selection();

-- ---------------------------------------------------------------- places

-- How many places there are each night and how many are taken, by host; hosts that the reader does not see count
-- together, without a name. Who sees a stay is another matter: here are numbers alone. A night is that of the day on which
-- it begins; the day of leaving is not one.
create function refuge_nights(first date, last date)
returns table (host uuid, night date, places int, taken int)
language sql stable security definer set search_path = pg_catalog, public as $$
  with host as (
    select r.id, case when r.visibility <> 'restricted' or public.holds_grant(r.id) then r.id end as shown
      from public.record r
     where r.org_id = public.current_org() and public.may('read') and r.type = 'refuge_host'
       and r.deleted_at is null and r.merged_into is null),
  offered as (
    select host.shown, c.values->>'from' as begins, coalesce(c.values->>'until', '9999') as ends,
           (c.values->>'places')::numeric as n
      from host join public.link l on l.org_id = public.current_org() and l.to_id = host.id and l.field = 'host' and l.until is null
      join public.record c on c.org_id = l.org_id and c.id = l.from_id and c.type = 'refuge_capacity'
       and c.deleted_at is null and c.merged_into is null),
  used as (
    select host.shown, g.values->>'from' as begins,
           least(g.values->>'until', coalesce(s.values->>'left_on', s.values->>'closed_on', '9999')) as ends,
           (g.values->>'people')::numeric as n
      from host join public.link l on l.org_id = public.current_org() and l.to_id = host.id and l.field = 'host' and l.until is null
      join public.record g on g.org_id = l.org_id and g.id = l.from_id and g.type = 'refuge_lodging'
       and g.deleted_at is null and g.merged_into is null
      join public.link k on k.org_id = g.org_id and k.from_id = g.id and k.field = 'stay' and k.until is null
      join public.record s on s.org_id = k.org_id and s.id = k.to_id and s.deleted_at is null),
  nights as (
    select d::date as night, to_char(d, 'YYYY-MM-DD') as day
      from generate_series(first, least(last, first + 400), interval '1 day') d),
  shown as (select distinct host.shown from host)
  select shown.shown, nights.night,
         coalesce((select sum(o.n) from offered o where o.shown is not distinct from shown.shown
                    and o.begins <= nights.day and nights.day < o.ends), 0)::int,
         coalesce((select sum(u.n) from used u where u.shown is not distinct from shown.shown
                    and u.begins <= nights.day and nights.day < u.ends), 0)::int
    from shown cross join nights
   order by shown.shown nulls last, nights.night
$$;
grant execute on function refuge_nights to amparo_app;
