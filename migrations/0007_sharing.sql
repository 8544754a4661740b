-- Sharing between organisations of one instance: copies, never joins. A grant names one record, the fields, the purpose and
-- the end; once the other side accepts, a projection of just that stands there as rows of its own. It follows the record,
-- and goes when the grant ends for whatever reason.

insert into approval_kind (kind, asks, decides, needs_reason) values ('share', 'export', 'export', true);

create table share (
  org_id uuid not null references org,
  id uuid not null,
  record_id uuid not null,
  -- As it was typed: an organisation of that name may be here or not, and nobody is told which before it answers.
  to_slug text not null check (to_slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  to_org uuid references org,
  type text not null,
  -- The fields in scope as the giver defines them, each with its class: labels and options travel along.
  fields jsonb not null check (jsonb_typeof(fields) = 'array'
    and not jsonb_path_exists(fields, '$[*] ? (@.class == "sealed" || @.type == "reference")')),
  classes text[] not null check (classes <@ '{open,identity,health,location,legal}'),
  -- Whether all that the title is made of is in scope.
  titled boolean not null,
  -- How open the record was: it may become more so, not less.
  visibility text not null,
  purpose text not null check (length(btrim(purpose)) between 1 and 2000),
  until timestamptz not null,
  offered_by uuid not null,
  offered_at timestamptz not null default now(),
  answer text check (answer in ('accepted', 'declined')),
  answered_at timestamptz,
  ended_at timestamptz,
  end_cause text check (end_cause in ('until', 'revoked', 'returned', 'trashed', 'merged', 'restricted', 'quiet', 'consent', 'purged', 'restored')),
  primary key (org_id, id),
  foreign key (org_id, offered_by) references account,
  check ((answer is null) = (answered_at is null)),
  check ((ended_at is null) = (end_cause is null)),
  check (answer is distinct from 'accepted' or to_org is not null)
);
create index share_record on share (org_id, record_id);
create index share_id on share (id);
create index share_to on share (to_slug) where answer is null and ended_at is null;
create index share_until on share (until) where ended_at is null;

-- What another organisation gave: only what every reader of this one may see.
create table shared_record (
  org_id uuid not null references org,
  -- The share's.
  id uuid not null,
  from_slug text not null,
  from_name jsonb not null,
  type text not null,
  fields jsonb not null,
  title text not null,
  values jsonb not null,
  fictitious boolean not null,
  purpose text not null,
  until timestamptz not null,
  accepted_at timestamptz not null,
  -- When the record was last changed, as far as this copy goes.
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create table shared_part (
  org_id uuid not null,
  id uuid not null,
  class text not null check (class in ('identity', 'health', 'location', 'legal')),
  values jsonb not null,
  primary key (org_id, id, class),
  foreign key (org_id, id) references shared_record on delete cascade
);

alter table share enable row level security;
alter table shared_record enable row level security;
alter table shared_part enable row level security;
create policy holders on share for select to amparo_app
  using (org_id = (select current_org()) and (select may('read'))
         and exists (select 1 from record r where r.org_id = share.org_id and r.id = share.record_id));
-- At its end it is gone for every reader, whether or not it was cleared away yet.
create policy receivers on shared_record for select to amparo_app
  using (org_id = (select current_org()) and (select may('read')) and until > now());
create policy receivers on shared_part for select to amparo_app
  using (org_id = (select current_org()) and (select may('read')) and class = any((select readable_classes())::text[])
         and exists (select 1 from shared_record s where s.org_id = shared_part.org_id and s.id = shared_part.id));
grant select on share, shared_record, shared_part to amparo_app;

-- ---------------------------------------------------------------- the copy

-- The values of one class that are in scope, and no others.
create function shared_values(held jsonb, fields jsonb, wanted text) returns jsonb
language sql immutable set search_path = pg_catalog as $$
  select coalesce(jsonb_object_agg(v.key, v.value), '{}')
    from jsonb_each(held) v
    join jsonb_array_elements(fields) f on f->>'name' = v.key and coalesce(f->>'class', 'open') = wanted
$$;

-- Makes the copy what the record is now. A value whose class was changed since has left its row, and with it the copy.
create function refresh_share(s public.share) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare r public.record;
begin
  select * into r from public.record x where x.org_id = s.org_id and x.id = s.record_id;
  if not found or s.answer is distinct from 'accepted' or s.ended_at is not null then return; end if;
  insert into public.shared_record as c (org_id, id, from_slug, from_name, type, fields, title, values, fictitious, purpose,
                                         until, accepted_at, updated_at)
  select s.to_org, s.id, o.slug, o.name, s.type, s.fields, case when s.titled then r.title else '' end,
         public.shared_values(r.values, s.fields, 'open'), r.fictitious, s.purpose, s.until, s.answered_at, r.updated_at
    from public.org o where o.id = s.org_id
  on conflict (org_id, id) do update
    set title = excluded.title, values = excluded.values, fictitious = excluded.fictitious, updated_at = excluded.updated_at;
  delete from public.shared_part p where p.org_id = s.to_org and p.id = s.id;
  insert into public.shared_part (org_id, id, class, values)
  select s.to_org, s.id, p.class, public.shared_values(p.values, s.fields, p.class)
    from public.record_part p
   where p.org_id = s.org_id and p.record_id = s.record_id and p.class <> 'sealed' and p.class = any(s.classes)
     and public.shared_values(p.values, s.fields, p.class) <> '{}';
end $$;

-- Two ledgers are written in one transaction: one such at a time, and their ends locked in one order, or two
-- organisations could wait for each other. Always in this order: the record, the share, this.
create function lock_both(a uuid, b uuid) returns void
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtext('amparo.sharing'));
  perform 1 from public.publication_version v where v.org_id in (a, b) order by v.org_id for update;
  perform 1 from public.ledger_head h where h.org_id in (a, b) order by h.org_id for update;
end $$;

-- Ends a share: the copy is gone, and both ledgers say so. `org` is the one whose person asked, if one did.
create function finish_share(s public.share, cause text, org uuid) returns void
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  update public.share x set ended_at = now(), end_cause = cause
   where x.org_id = s.org_id and x.id = s.id and x.ended_at is null
  returning * into s;
  if not found then return; end if;
  if s.answer = 'accepted' then perform public.lock_both(s.org_id, s.to_org); end if;
  delete from public.shared_record c where c.org_id = s.to_org and c.id = s.id;
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (s.org_id, case when org = s.org_id then public.current_account() end, 'share.end', s.record_id,
          jsonb_build_object('share', s.id, 'to', s.to_slug, 'cause', cause));
  if s.answer = 'accepted' then
    insert into public.ledger (org_id, account_id, act, subject, detail)
    select s.to_org, case when org = s.to_org then public.current_account() end, 'share.end', s.id,
           jsonb_build_object('share', s.id, 'from', o.slug, 'cause', cause)
      from public.org o where o.id = s.org_id;
  end if;
end $$;

-- Ends every share of a record: for rules of other rooms (a person asks for silence, a consent is withdrawn).
create function end_shares(org uuid, record uuid, cause text) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  s public.share;
  n int := 0;
begin
  for s in select * from public.share x where x.org_id = org and x.record_id = record and x.ended_at is null loop
    perform public.finish_share(s, cause, public.current_org());
    n := n + 1;
  end loop;
  return n;
end $$;

create function narrowness(visibility text) returns int
language sql immutable set search_path = pg_catalog as $$
  select array_position('{public,internal,restricted}'::text[], visibility)
$$;

-- Trash, merging away and becoming less open than what was granted end a share, whatever path writes the record. Every
-- change holds the shares until it commits: none ends while its copy is being made anew.
create function narrow_shares() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare s public.share;
begin
  for s in select * from public.share x
            where x.org_id = new.org_id and x.record_id = new.id and x.ended_at is null for update loop
    if new.merged_into is not null then perform public.finish_share(s, 'merged', new.org_id);
    elsif new.deleted_at is not null then perform public.finish_share(s, 'trashed', new.org_id);
    elsif public.narrowness(new.visibility) > public.narrowness(s.visibility) then
      perform public.finish_share(s, 'restricted', new.org_id);
    end if;
  end loop;
  return null;
end $$;
create trigger record_narrows_shares after update on record for each row
  when (old.* is distinct from new.*) execute function narrow_shares();

-- The copy follows at the end of the transaction, when every class of the record has been written.
create function follow_record() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare s public.share;
begin
  for s in select * from public.share x where x.org_id = new.org_id and x.record_id = new.id
                                         and x.answer = 'accepted' and x.ended_at is null loop
    perform public.refresh_share(s);
  end loop;
  return null;
end $$;
create constraint trigger record_followed after update on record deferrable initially deferred
  for each row when (old.* is distinct from new.*) execute function follow_record();

-- And at once when a class is rewritten or taken out by itself.
create function follow_parts() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare s public.share;
begin
  for s in select x.* from public.share x
            where (x.org_id, x.record_id) in (select g.org_id, g.record_id from gone g)
              and x.answer = 'accepted' and x.ended_at is null for update loop
    perform public.refresh_share(s);
  end loop;
  return null;
end $$;
create trigger part_rewritten after update on record_part referencing old table as gone
  for each statement execute function follow_parts();
create trigger part_removed after delete on record_part referencing old table as gone
  for each statement execute function follow_parts();

-- A purged record leaves neither a copy nor what was said about sharing it.
create function drop_shares() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare s public.share;
begin
  for s in select x.* from gone g join public.share x on x.org_id = g.org_id and x.record_id = g.id
            where x.ended_at is null loop
    perform public.finish_share(s, 'purged', public.current_org());
  end loop;
  delete from public.share x using gone g where x.org_id = g.org_id and x.record_id = g.id;
  return null;
end $$;
create trigger record_drops_shares after delete on record referencing old table as gone
  for each statement execute function drop_shares();

-- ---------------------------------------------------------------- offering, answering, ending

create function share_digest(record uuid, to_slug text, fields jsonb, titled boolean, purpose text, until timestamptz)
returns bytea
language sql stable set search_path = pg_catalog as $$
  select sha256(convert_to('amparo share 1 ' || jsonb_build_array(record, to_slug, fields, titled, btrim(purpose),
    extract(epoch from until))::text, 'UTF8'))
$$;

create function share_classes(fields jsonb) returns text[]
language sql immutable set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct coalesce(f->>'class', 'open')), '{}') from jsonb_array_elements(fields) f
$$;

-- Whether what is offered needs a second person: a restricted record, or values of a protected class.
create function share_needs_approval(record uuid, fields jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.four_eyes(public.current_org()) and (
    not public.share_classes(fields) <@ '{open}'
    or exists (select 1 from public.record r
                where r.org_id = public.current_org() and r.id = record and r.visibility = 'restricted'))
$$;

-- Offers a record. Whoever offers may open it, reads every class in scope, and may take things out of the house.
create function offer_share(given uuid, record uuid, to_slug text, fields jsonb, titled boolean, purpose text,
                            until timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  org uuid := public.current_org();
  r public.record;
  scope text[] := public.share_classes(fields);
  approved uuid;
begin
  if not (public.may('export') and public.is_person()) then
    raise exception 'share: not yours to give' using errcode = 'insufficient_privilege';
  end if;
  -- Held until the end: it cannot become restricted while it is being offered.
  select * into r from public.record x where x.org_id = org and x.id = record for share;
  if not found or r.deleted_at is not null or r.merged_into is not null
     or (r.visibility = 'restricted' and not public.holds_grant(r.id)) then
    raise exception 'share: not there' using errcode = 'no_data_found';
  end if;
  if not scope <@ public.readable_classes() or 'sealed' = any(scope) or jsonb_array_length(fields) = 0 then
    raise exception 'share: a class that is not yours' using errcode = 'insufficient_privilege';
  end if;
  if until <= now() then raise exception 'share: it has to end later' using errcode = 'check_violation'; end if;
  if to_slug = (select o.slug from public.org o where o.id = org) then
    raise exception 'share: with oneself' using errcode = 'check_violation';
  end if;
  if public.share_needs_approval(record, fields) then
    approved := (public.find_approval(org, 'share', record,
      public.share_digest(record, to_slug, fields, titled, purpose, until))).id;
    if approved is null or not public.spend_approval(org, approved) then
      raise exception 'share: not approved by a second person' using errcode = 'insufficient_privilege';
    end if;
  end if;
  insert into public.share (org_id, id, record_id, to_slug, type, fields, classes, titled, visibility, purpose, until, offered_by)
  values (org, given, record, to_slug, r.type, fields, scope, titled, r.visibility, btrim(purpose), until,
          public.current_account());
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (org, public.current_account(), 'share.offer', record,
          jsonb_build_object('share', given, 'to', to_slug, 'until', until,
                             'fields', (select jsonb_agg(f->>'name') from jsonb_array_elements(fields) f)));
end $$;

-- What others offer the organisation of the person asking: who, what kind of record, which fields, what for, until when.
-- Nothing of the record itself.
create function offers_to_us()
returns table (id uuid, from_slug text, from_name jsonb, type text, fields jsonb, purpose text, until timestamptz,
               offered_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, o.slug, o.name, s.type, s.fields, s.purpose, s.until, s.offered_at
    from public.share s join public.org o on o.id = s.org_id
   where s.to_slug = (select me.slug from public.org me where me.id = public.current_org())
     and s.answer is null and s.ended_at is null and s.until > now() and public.may('write')
   order by s.offered_at
$$;

create function answer_share(given uuid, said text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  org uuid := public.current_org();
  s public.share;
  giver text;
begin
  if not (public.may('write') and public.is_person()) then
    raise exception 'share: not yours to answer' using errcode = 'insufficient_privilege';
  end if;
  select x.* into s from public.share x
   where x.id = given and x.to_slug = (select o.slug from public.org o where o.id = org);
  if not found then raise exception 'share: not there' using errcode = 'no_data_found'; end if;
  perform 1 from public.record r where r.org_id = s.org_id and r.id = s.record_id for share;
  update public.share x set answer = said, answered_at = now(), to_org = org
   where x.org_id = s.org_id and x.id = given and x.answer is null and x.ended_at is null and x.until > now()
  returning * into s;
  if not found then raise exception 'share: not there' using errcode = 'no_data_found'; end if;
  perform public.lock_both(s.org_id, org);
  if said = 'accepted' then perform public.refresh_share(s); end if;
  select o.slug into giver from public.org o where o.id = s.org_id;
  insert into public.ledger (org_id, account_id, act, subject, detail)
  values (org, public.current_account(), case said when 'accepted' then 'share.accept' else 'share.decline' end, given,
          jsonb_build_object('share', given, 'from', giver, 'until', s.until)),
         (s.org_id, null, case said when 'accepted' then 'share.accept' else 'share.decline' end, s.record_id,
          jsonb_build_object('share', given, 'to', s.to_slug, 'until', s.until));
end $$;

-- The giver ends it: whoever writes and may open the record.
create function revoke_share(given uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare s public.share;
begin
  select x.* into s from public.share x
   where x.org_id = public.current_org() and x.id = given and x.ended_at is null and public.may_share(x.record_id);
  if not found then raise exception 'share: not there' using errcode = 'no_data_found'; end if;
  perform public.finish_share(s, 'revoked', s.org_id);
end $$;

-- The receiver gives it back.
create function return_share(given uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare s public.share;
begin
  select x.* into s from public.share x
   where x.to_org = public.current_org() and x.id = given and x.answer = 'accepted' and x.ended_at is null
     and public.may('write');
  if not found then raise exception 'share: not there' using errcode = 'no_data_found'; end if;
  perform public.finish_share(s, 'returned', s.to_org);
end $$;

-- Clears away what has come to its end. For upkeep.
create function end_due_shares() returns int
language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  s public.share;
  n int := 0;
begin
  for s in select * from public.share x where x.until <= now() and x.ended_at is null loop
    perform public.finish_share(s, 'until', null);
    n := n + 1;
  end loop;
  return n;
end $$;

grant execute on function share_digest, share_classes, share_needs_approval, offer_share, offers_to_us, answer_share,
  revoke_share, return_share to amparo_app;

-- ---------------------------------------------------------------- what stays ended

create function note_unsharing() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.tombstone (org_id, kind, subject) values (new.org_id, 'unshare', new.id);
  return null;
end $$;
create trigger share_ended after update on share for each row
  when (old.ended_at is null and new.ended_at is not null) execute function note_unsharing();

create function replay_unshare(org uuid, gone uuid, stone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
declare s public.share;
begin
  select x.* into s from public.share x where x.org_id = org and x.id = gone and x.ended_at is null;
  if not found then return false; end if;
  perform public.finish_share(s, 'restored', null);
  return true;
end $$;
