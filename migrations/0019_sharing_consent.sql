-- A record of somebody at risk is with another organisation only while they agreed that it be shared with partners. The
-- same question is asked when it is offered and whenever a consent changes, in the transaction that changed it.

-- The people at risk of whom a record tells: those of the case that it is, or belongs to; a person who is in a case is
-- their own. Of others nothing is asked here: nobody keeps consents for the perpetrators of an event.
create function at_risk_in(org uuid, one uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive above as (
    select one as id, 0 as depth
    union all
    select public.owner_of(org, above.id), depth + 1
      from above where depth < 3 and public.owner_of(org, above.id) is not null)
  select l.to_id
    from above
    join public.record c on c.org_id = org and c.id = above.id and c.type = 'case'
    join public.link l on l.org_id = org and l.from_id = c.id and l.field = 'people' and l.until is null
     and coalesce(l.attributes->>'role', 'at_risk') = 'at_risk'
  union
  select one where public.publicity_of(org, one) is not null
$$;

-- Whether everybody at risk in it agreed, today and on the last day, that it go to a partner.
create function sharing_agreed_of(org uuid, one uuid, final_day date) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(bool_and(exists (
    select 1 from unnest(array['protection', 'referral']) purpose
     cross join lateral public.consent_on(org, person, 'share_partners', purpose, 'bundle', public.today_utc()) c
     cross join lateral public.consent_on(org, person, 'share_partners', purpose, 'bundle', final_day) d
     where c.consent is not null and d.consent is not null)), true)
    from public.at_risk_in(org, one) person
$$;

-- The same of a record that the asker may see.
create function sharing_agreed(one uuid, final_day date) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((
    select public.sharing_agreed_of(r.org_id, r.id, final_day) from public.record r
     where r.org_id = public.current_org() and r.id = one and public.may('read')
       and (r.visibility <> 'restricted' or public.holds_grant(r.id))), false)
$$;
grant execute on function sharing_agreed to amparo_app;

create function last_day_of(share public.share) returns date
language sql stable set search_path = pg_catalog as $$
  select ((share.until - interval '1 second') at time zone 'utc')::date
$$;

create function check_sharing_agreed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not public.sharing_agreed_of(new.org_id, new.record_id, public.last_day_of(new)) then
    raise exception 'share: not agreed' using errcode = 'check_violation', hint = 'consent';
  end if;
  return new;
end $$;
create trigger share_is_agreed before insert on share for each row execute function check_sharing_agreed();

create function agreement_ends_shares() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare s record;
begin
  for s in
    select distinct sh.record_id from public.share sh
      join public.link p on p.org_id = new.org_id and p.from_id = new.id and p.field = 'person' and p.until is null
     where sh.org_id = new.org_id and sh.ended_at is null
       and p.to_id in (select public.at_risk_in(sh.org_id, sh.record_id))
       and not public.sharing_agreed_of(sh.org_id, sh.record_id, public.last_day_of(sh))
  loop
    perform public.end_shares(new.org_id, s.record_id, 'consent');
  end loop;
  return null;
end $$;
create trigger record_agreement_ends_shares after update on record for each row
  when (new.type = 'consent' and (old.values is distinct from new.values or old.deleted_at is distinct from new.deleted_at
        or old.merged_into is distinct from new.merged_into))
  execute function agreement_ends_shares();
