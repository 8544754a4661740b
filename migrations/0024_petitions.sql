-- Petitions: who signed. Names and addresses lie sealed under the instance's key in tables of their own; what is left in
-- `signature` names nobody. The public side can put a signature in, confirm it and take it back, and read none.

-- ---------------------------------------------------------------- moments and wordings

-- The instant of a moment as records keep it: `2026-11-21T20:00[Europe/Madrid]`; null for anything else.
create function moment_at(kept text) returns timestamptz
language plpgsql stable set search_path = pg_catalog as $$
begin
  return (left(kept, 16)::timestamp at time zone substring(kept from '\[([A-Za-z0-9_+/-]+)\]$'));
exception when others then return null;
end $$;

-- When a petition closes: at its deadline, or when somebody closed it before. Null: no deadline was ever set.
create function petition_closes(held jsonb) returns timestamptz
language sql stable set search_path = pg_catalog, public as $$
  select least(public.moment_at(held->>'closes'), ((held->>'closed_on')::date)::timestamp at time zone 'utc')
$$;

-- What exactly is signed: heading and text of one language, as published. Null where there is no text in it.
create function petition_wording(data jsonb, lang text) returns bytea
language sql immutable set search_path = pg_catalog as $$
  select sha256(convert_to(coalesce(data->'heading'->>lang, '') || E'\n\n' || (data->'text'->>lang), 'UTF8'))
$$;

-- Whether the public may see a page now: what the policy of the public login says, for the functions below.
create function publication_stands(p public.publication) returns boolean
language sql stable set search_path = pg_catalog as $$
  select (p.last_day is null or p.last_day >= ((now() at time zone 'utc')::date)::text)
     and (p.not_before is null or p.not_before <= now()) and (p.not_after is null or p.not_after > now())
$$;

insert into public_kind (kind, record_type, keys) values
  ('petition', 'petition', '{kind, heading, text, country, states, opens, closes, target, outcome, addressees}'),
  -- The same letter behind a closed link, before it is anybody else's.
  ('sign_on_letter', 'petition', '{kind, heading, text, country, states, opens, closes, target, outcome, addressees}');
-- It goes through the door like everything that leaves, and no list, feed or page of the site finds it.
create policy closed_links on publication as restrictive for select to amparo_public using (kind <> 'sign_on_letter');

-- A keyed hash of an address, made one of this petition alone: it can be compared with no other petition's.
create function mark_within(address_mark bytea, petition uuid) returns bytea
language sql immutable set search_path = pg_catalog as $$ select sha256(address_mark || uuid_send(petition)) $$;
grant execute on function mark_within, moment_at, petition_closes, petition_wording to amparo_app;

-- ---------------------------------------------------------------- whom a petition is about
-- Whoever publishes may not see everyone whom it names: the database asks for all of them.

-- The people whom a petition names, by its own list, whoever sees them. Ids alone, for who sees the petition.
create function petition_people(petition uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select l.to_id from public.link l join public.record r on r.org_id = l.org_id and r.id = l.from_id
   where l.org_id = public.current_org() and l.from_id = petition and l.field = 'named' and l.until is null
     and r.type = 'petition' and public.may('read') and (r.visibility <> 'restricted' or public.holds_grant(r.id))
   order by l.to_id
$$;

-- Those at risk in the cases that it is about.
create function petition_at_risk(org uuid, petition uuid) returns setof uuid
language sql stable set search_path = pg_catalog, public as $$
  select distinct p.to_id from public.link c
    join public.record k on k.org_id = c.org_id and k.id = c.to_id and k.type = 'case'
         and k.deleted_at is null and k.merged_into is null
    join public.link p on p.org_id = c.org_id and p.from_id = c.to_id and p.field = 'people' and p.until is null
         and coalesce(p.attributes->>'role', 'at_risk') = 'at_risk'
   where c.org_id = org and c.from_id = petition and c.field = 'cases' and c.until is null
$$;

-- `silence`: of somebody at risk in a case of it silence was asked for, or nothing is decided. `unnamed`: a text (folded,
-- a space at both ends) has the whole name of one of them who is not on its list. Said of those too whom the asker does not see.
create function against_petition(petition uuid, folded text) returns text[]
language sql stable security definer set search_path = pg_catalog, public as $$
  select array_remove(array[
    case when exists (select 1 from public.petition_at_risk(r.org_id, r.id) a
                       where public.publicity_of(r.org_id, a) in ('quiet', 'unknown')) then 'silence' end,
    case when exists (
      select 1 from public.petition_at_risk(r.org_id, r.id) a
        join public.record who on who.org_id = r.org_id and who.id = a
        join public.record_search s on s.org_id = r.org_id and s.record_id = a and s.class = 'open' and s.part = ''
       where s.names <> '' and strpos(folded, ' ' || array_to_string((string_to_array(s.names, ' '))[
               1:cardinality(array_remove(regexp_split_to_array(btrim(who.values#>>'{name,full}'), '[[:space:].-]+'), ''))], ' ') || ' ') > 0
         and not exists (select 1 from public.link l where l.org_id = r.org_id and l.from_id = r.id and l.field = 'named'
                          and l.to_id = a and l.until is null)) then 'unnamed' end], null)
    from public.record r
   where r.org_id = public.current_org() and r.id = petition and r.type = 'petition'
     and public.may('read') and (r.visibility <> 'restricted' or public.holds_grant(r.id))
$$;
grant execute on function petition_people, against_petition to amparo_app;

create function check_petition() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    if not public.widens(old, new) then return new; end if;
  end if;
  if exists (select 1 from public.link l
              where l.org_id = new.org_id and l.from_id = new.record_id and l.field = 'named' and l.until is null
                and not exists (select 1 from jsonb_array_elements(new.named) n where (n->>'personId')::uuid = l.to_id))
  then raise exception 'publication: not what the record allows (somebody is named and not asked)' using errcode = 'check_violation'; end if;
  if exists (select 1 from public.petition_at_risk(new.org_id, new.record_id) a
              where public.publicity_of(new.org_id, a) in ('quiet', 'unknown'))
  then raise exception 'publication: not agreed (publicity_quiet)' using errcode = 'check_violation', hint = 'publicity_quiet'; end if;
  return new;
end $$;
create trigger publication_petition before insert or update on publication for each row
  when (new.kind in ('petition', 'sign_on_letter')) execute function check_petition();

-- ---------------------------------------------------------------- signatures

create table signature (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  petition_id uuid not null,
  -- Keyed hash of the address in its one form, different for each petition: one person, one signature. Drawn anew when
  -- the signature is taken back or made anonymous, so that nobody can find out whose it was.
  mark bytea not null check (length(mark) = 32),
  -- Keyed hash of the part after the @, to find floods by.
  domain_mark bytea check (length(domain_mark) = 32),
  signer text not null check (signer in ('person', 'organisation')),
  state text not null default 'confirmed' check (state in ('confirmed', 'invalidated', 'withdrawn')),
  country text check (country ~ '^[A-Z]{2}$'),
  -- A national of a state addressed, or somebody who lives there: a number and never a name.
  of_state boolean not null,
  language text not null check (language ~ '^[a-z]{2}$'),
  way text not null check (way in ('site', 'embed', 'link')),
  wording bytea not null check (length(wording) = 32),
  -- What the public sees of it: nothing but the number, initials, the whole name, or of an organisation also who signed.
  public_name text not null default 'none' check (public_name in ('none', 'initials', 'full', 'who')),
  -- Those words themselves: public from the moment of confirming.
  shown text check (length(shown) <= 400),
  -- Whether the name goes to the addressees.
  deliver boolean not null default false,
  wants_news boolean not null default false,
  confirmed_at timestamptz not null default now(),
  ended_at timestamptz,
  -- By which check it was found invalid.
  check_id uuid,
  anonymised_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, petition_id) references record on delete cascade,
  constraint signature_nobody_of_the_state check (not of_state or (public_name = 'none' and not deliver)),
  constraint signature_shown_as_agreed check ((shown is null) = (public_name = 'none' or state = 'withdrawn' or anonymised_at is not null))
);
create unique index signature_once on signature (org_id, petition_id, mark);
create index signature_counted on signature (org_id, petition_id, state) include (of_state, signer);
create index signature_shown on signature (org_id, petition_id, signer, shown, id) where shown is not null and state = 'confirmed';
create index signature_recent on signature (org_id, petition_id, confirmed_at desc, id);

-- The name, sealed under the instance's key. None is kept of those who count as a number.
create table signature_person (
  org_id uuid not null,
  signature_id uuid not null,
  sealed text not null check (length(sealed) <= 8000),
  primary key (org_id, signature_id),
  foreign key (org_id, signature_id) references signature on delete cascade
);

-- The address, sealed, of those who asked to be told of the outcome, and of nobody else.
create table signature_address (
  org_id uuid not null,
  signature_id uuid not null,
  sealed text not null check (length(sealed) <= 2000),
  told_at timestamptz,
  primary key (org_id, signature_id),
  foreign key (org_id, signature_id) references signature on delete cascade
);

-- What was put in and waits for its mail to be answered; afterwards, without content, the link by which it is taken back.
create table signature_offer (
  org_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  petition_id uuid not null,
  publication_id uuid not null,
  -- Drawn anew once nothing waits any more.
  mark bytea not null check (length(mark) = 32),
  domain_mark bytea,
  content jsonb,
  person text,
  address text,
  offered_at timestamptz not null default now(),
  expires_at timestamptz not null,
  signature_id uuid,
  withdrawn_at timestamptz,
  primary key (token_hash),
  foreign key (org_id, petition_id) references record on delete cascade,
  foreign key (org_id, signature_id) references signature on delete cascade
);
create index signature_offer_mark on signature_offer (org_id, petition_id, mark, offered_at);
create index signature_offer_signature on signature_offer (org_id, signature_id) where signature_id is not null;
create index signature_offer_expired on signature_offer (expires_at) where signature_id is null;

-- How often something was put in from one place. The key is a hash of the place under a key of the day.
create unlogged table signature_pace (
  mark bytea not null,
  span text not null,
  until timestamptz not null,
  count int not null,
  primary key (mark, span)
);

-- Links by which invited organisations and people sign a letter that nobody else sees.
create table sign_on_link (
  org_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  petition_id uuid not null,
  -- Under the instance's key, to be shown again.
  sealed text not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (token_hash),
  foreign key (org_id, petition_id) references record on delete cascade,
  foreign key (org_id, made_by) references account
);
create index sign_on_link_petition on sign_on_link (org_id, petition_id);
create unique index sign_on_link_one on sign_on_link (org_id, petition_id) where ended_at is null;

-- A search for signatures that are none: what it found is frozen, then invalidated, then, if it was wrong, undone.
create table signature_check (
  org_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  condition jsonb not null,
  state text not null default 'looking' check (state in ('looking', 'found', 'running', 'done', 'undoing', 'undone', 'left')),
  found int,
  changed int,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  run_by uuid,
  run_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, petition_id) references record on delete cascade,
  foreign key (org_id, made_by) references account
);
create index signature_check_petition on signature_check (org_id, petition_id, made_at desc);
create table signature_check_item (
  org_id uuid not null,
  check_id uuid not null,
  signature_id uuid not null,
  primary key (org_id, check_id, signature_id),
  foreign key (org_id, check_id) references signature_check on delete cascade,
  foreign key (org_id, signature_id) references signature on delete cascade
);
create index signature_check_item_signature on signature_check_item (org_id, signature_id);

-- What was handed over, as it was.
create table petition_delivery (
  org_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  addressee_id uuid,
  language text not null,
  counts jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size int not null,
  file_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, petition_id) references record on delete cascade,
  foreign key (org_id, addressee_id) references record on delete set null (addressee_id),
  foreign key (org_id, file_id) references file,
  foreign key (org_id, made_by) references account
);
create index petition_delivery_petition on petition_delivery (org_id, petition_id, made_at desc);
create index petition_delivery_file on petition_delivery (org_id, file_id);

-- ---------------------------------------------------------------- who may

do $$
declare t text;
begin
  foreach t in array array['signature', 'signature_person', 'signature_address', 'signature_offer', 'signature_pace',
    'sign_on_link', 'signature_check', 'signature_check_item', 'petition_delivery']
  loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;

-- Whoever sees the petition sees what names nobody.
create policy readers on signature for select to amparo_app
  using (org_id = (select current_org()) and (select may('read'))
         and exists (select 1 from record r where r.org_id = signature.org_id and r.id = signature.petition_id));
create policy checkers on signature for update to amparo_app
  using (org_id = (select current_org()) and (select may('write'))
         and exists (select 1 from record r where r.org_id = signature.org_id and r.id = signature.petition_id));
create policy readers on signature_person for select to amparo_app
  using (org_id = (select current_org()) and (select may('write')) and 'identity' = any((select readable_classes())::text[])
         and exists (select 1 from signature s where s.org_id = signature_person.org_id and s.id = signature_person.signature_id));
create policy tellers on signature_address for select to amparo_app
  using (org_id = (select current_org()) and (select may('publish'))
         and exists (select 1 from signature s where s.org_id = signature_address.org_id and s.id = signature_address.signature_id));
create policy tellers_note on signature_address for update to amparo_app
  using (org_id = (select current_org()) and (select may('publish')));
create policy readers on signature_offer for select to amparo_app
  using (org_id = (select current_org()) and (select may('read'))
         and exists (select 1 from record r where r.org_id = signature_offer.org_id and r.id = signature_offer.petition_id));
create policy publishers on sign_on_link to amparo_app
  using (org_id = (select current_org()) and (select may('publish'))
         and exists (select 1 from record r where r.org_id = sign_on_link.org_id and r.id = sign_on_link.petition_id))
  with check (org_id = (select current_org()) and (select may('publish')) and made_by = (select current_account())
         and exists (select 1 from record r where r.org_id = sign_on_link.org_id and r.id = sign_on_link.petition_id));
create policy checkers on signature_check to amparo_app
  using (org_id = (select current_org()) and (select may('write'))
         and exists (select 1 from record r where r.org_id = signature_check.org_id and r.id = signature_check.petition_id))
  with check (org_id = (select current_org()) and (select may('write')));
create policy checkers on signature_check_item to amparo_app
  using (org_id = (select current_org()) and (select may('write'))
         and exists (select 1 from signature_check c where c.org_id = signature_check_item.org_id and c.id = signature_check_item.check_id))
  with check (org_id = (select current_org()) and (select may('write')));
create policy readers on petition_delivery for select to amparo_app
  using (org_id = (select current_org()) and (select may('read'))
         and exists (select 1 from record r where r.org_id = petition_delivery.org_id and r.id = petition_delivery.petition_id));
create policy makers on petition_delivery for insert to amparo_app
  with check (org_id = (select current_org()) and (select may('export')) and made_by = (select current_account())
         and exists (select 1 from record r where r.org_id = petition_delivery.org_id and r.id = petition_delivery.petition_id
                      and r.type = 'petition' and r.deleted_at is null));

grant select, update (state, check_id, ended_at) on signature to amparo_app;
grant select on signature_person to amparo_app;
grant select, update (told_at) on signature_address to amparo_app;
-- Neither what was put in nor the link itself.
grant select (org_id, petition_id, offered_at, expires_at, signature_id, withdrawn_at) on signature_offer to amparo_app;
grant select, insert, update (ended_at) on sign_on_link to amparo_app;
grant select, insert, update (state, found, changed, run_by, run_at, undone_by, undone_at) on signature_check to amparo_app;
grant select, insert, delete on signature_check_item to amparo_app;
grant select, insert on petition_delivery to amparo_app;

-- Members invalidate and undo; only who signed takes a signature back, and nobody brings it back for them.
create function keep_signature() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if old.state = 'withdrawn' and new.state <> 'withdrawn' then
    raise exception 'signature: taken back' using errcode = 'restrict_violation';
  end if;
  if public.current_account() is not null and old.state is distinct from new.state
     and not (old.state = 'confirmed' and new.state = 'invalidated' and new.check_id is not null
              or old.state = 'invalidated' and new.state = 'confirmed' and new.check_id is null)
  then raise exception 'signature: not yours to change' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger signature_kept before update on signature for each row execute function keep_signature();

-- Whoever took their signature back is not made to have signed again by an older backup.
create function note_unsigning() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.tombstone (org_id, kind, subject) values (new.org_id, 'unsign', new.id);
  return null;
end $$;
create trigger signature_taken_back after update of state on signature for each row
  when (old.state <> 'withdrawn' and new.state = 'withdrawn') execute function note_unsigning();

create function replay_unsign(org uuid, gone uuid, stone uuid, happened timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from public.signature s where s.org_id = org and s.id = gone and s.state <> 'withdrawn')
  then return false; end if;
  perform public.unsign(org, gone, happened);
  return true;
end $$;

-- Leaves of a signature that there was one.
create function unsign(org uuid, gone uuid, happened timestamptz) returns void
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  delete from public.signature_person p where p.org_id = org and p.signature_id = gone;
  delete from public.signature_address a where a.org_id = org and a.signature_id = gone;
  update public.signature s
     set state = 'withdrawn', ended_at = happened, shown = null, public_name = 'none', deliver = false, wants_news = false,
         mark = sha256(gen_random_uuid()::text::bytea), domain_mark = null
   where s.org_id = org and s.id = gone and s.state <> 'withdrawn';
  update public.signature_offer o
     set content = null, person = null, address = null, domain_mark = null, withdrawn_at = happened,
         mark = sha256(gen_random_uuid()::text::bytea)
   where o.org_id = org and o.signature_id = gone;
end $$;

-- ---------------------------------------------------------------- mail that the public side may have sent
-- The words are here: whoever got hold of the public login could have these sent, and nothing else. A test compares
-- them with the templates of the program.

create table public_mail_template (
  name text not null,
  language text not null,
  subject text not null,
  body text not null check (position('{token}' in body) > 0),
  primary key (name, language)
);
alter table public_mail_template enable row level security;
insert into public_mail_template (name, language, subject, body) values
  ('petitions.confirm', 'en', 'Please confirm',
   E'Somebody, you we suppose, left this address on our site. To confirm, open this page and press the button:\n\n\x01/confirm/en/{token}\n\nIf it was not you, there is nothing to do: the address is forgotten after three days.\n\nTo take back what you confirmed, at any time:\n\n\x01/takeback/en/{token}'),
  ('petitions.confirm', 'es', 'Confirme, por favor',
   E'Alguien, suponemos que usted, dejó esta dirección en nuestro sitio. Para confirmar, abra esta página y presione el botón:\n\n\x01/confirm/es/{token}\n\nSi no fue usted, no tiene que hacer nada: la dirección se olvida a los tres días.\n\nPara retirar lo que confirmó, en cualquier momento:\n\n\x01/takeback/es/{token}'),
  ('petitions.confirm', 'ca', 'Confirmeu, si us plau',
   E'Algú, suposem que vós, ha deixat aquesta adreça al nostre lloc web. Per confirmar, obriu aquesta pàgina i premeu el botó:\n\n\x01/confirm/ca/{token}\n\nSi no heu estat vós, no cal que feu res: l’adreça s’oblida al cap de tres dies.\n\nPer retirar el que heu confirmat, en qualsevol moment:\n\n\x01/takeback/ca/{token}');

-- Asks for one of those mails. Not granted: for the functions below. Where it is not to be sent, the row is there all the
-- same, so that it takes as long.
create function queue_public_mail(org uuid, by uuid, template_name text, lang text, token text, address text, hours int, sent boolean)
returns void
language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  t public.public_mail_template;
  mail_id uuid := gen_random_uuid();
begin
  select * into t from public.public_mail_template x where x.name = template_name and x.language = lang;
  if not found or token !~ '^[A-Za-z0-9_-]{43}$' then
    raise exception 'mail: no such mail' using errcode = 'check_violation';
  end if;
  insert into public.mail (org_id, id, reference, template, language, subject, body, state, created_by, expires_at)
  values (org, mail_id, replace(gen_random_uuid()::text, '-', ''), t.name, lang, t.subject,
          case when sent then replace(t.body, '{token}', token) else '' end,
          case when sent then 'waiting' else 'suppressed' end, by, now() + make_interval(hours => hours));
  if sent then
    insert into public.mail_address (org_id, id, address) values (org, mail_id, address);
    perform pg_notify('amparo_mail', '');
  end if;
end $$;

-- ---------------------------------------------------------------- the public side: put in, confirm, take back

-- One more from this place: false when there were too many. Two windows.
create function pace_signature(place bytea, burst int, daily int) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  in_burst int;
  in_day int;
begin
  insert into public.signature_pace as p (mark, span, until, count) values (place, 'burst', now() + interval '5 minutes', 1)
  on conflict (mark, span) do update
     set count = case when p.until < now() then 1 else p.count + 1 end,
         until = case when p.until < now() then now() + interval '5 minutes' else p.until end
  returning count into in_burst;
  insert into public.signature_pace as p (mark, span, until, count) values (place, 'day', now() + interval '1 day', 1)
  on conflict (mark, span) do update
     set count = case when p.until < now() then 1 else p.count + 1 end,
         until = case when p.until < now() then now() + interval '1 day' else p.until end
  returning count into in_day;
  return in_burst <= burst and in_day <= daily;
end $$;

-- Puts a signature in, and asks for the mail that confirms it. The answer says nothing of the address: `taken`; `paced`
-- (too many from one place); `closed`; null where there is no such petition. `letter` is the hash of a closed link.
-- What somebody of a state addressed gives of their name is dropped here, whatever asks.
create function offer_signature(publication uuid, letter bytea, place bytea, token text, address text, address_mark bytea,
                                of_domain bytea, given jsonb, sealed_person text, sealed_address text)
returns text
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  p public.publication;
  r public.record;
  lang text := given->>'language';
  of_state boolean;
  wording bytea;
  country text := nullif(given->>'country', '');
  pub text := given->>'public_name';
  tries int;
begin
  select * into p from public.publication x where x.id = publication and (
    x.kind = 'petition' and letter is null and x.data#>>'{kind,0,code}' = 'public'
    or x.kind = 'sign_on_letter' and exists (
      select 1 from public.sign_on_link l
       where l.org_id = x.org_id and l.petition_id = x.record_id and l.token_hash = letter and l.ended_at is null));
  if not found or not public.publication_stands(p) then return null; end if;
  select * into r from public.record x where x.org_id = p.org_id and x.id = p.record_id;
  wording := public.petition_wording(p.data, given->>'text_language');
  if wording is null or now() < coalesce((p.data#>>'{opens,at}')::timestamptz, '-infinity')
     or now() >= (p.data#>>'{closes,at}')::timestamptz or p.data#>>'{closes,at}' is null
     or now() >= public.petition_closes(r.values) or public.petition_closes(r.values) is null
  then return 'closed'; end if;
  -- Over Tor, and where a proxy tells nothing, all come from one place.
  if not public.pace_signature(coalesce(place, sha256('nowhere')), case when place is null then 120 else 20 end,
                               case when place is null then 5000 else 200 end)
  then return 'paced'; end if;
  address_mark := public.mark_within(address_mark, p.record_id);
  of_domain := public.mark_within(of_domain, p.record_id);
  of_state := coalesce((given->>'of_state')::boolean, false)
    or exists (select 1 from jsonb_array_elements(coalesce(p.data->'states', '[]')) s where s->>'code' = country);
  select count(*) into tries from public.signature_offer o
   where o.org_id = p.org_id and o.petition_id = p.record_id and o.mark = address_mark
     and o.offered_at > now() - interval '1 day';
  insert into public.signature_offer (org_id, token_hash, petition_id, publication_id, mark, domain_mark, content, person,
                                      address, expires_at)
  values (p.org_id, sha256(convert_to(token, 'UTF8')), p.record_id, p.id, address_mark, of_domain,
          jsonb_build_object('signer', given->>'signer', 'country', country, 'of_state', of_state, 'language', lang,
            'way', given->>'way', 'wording', encode(wording, 'hex'),
            'public_name', case when of_state then 'none' else pub end,
            'shown', case when of_state or pub = 'none' then null else left(given->>'shown', 400) end,
            'deliver', not of_state and coalesce((given->>'deliver')::boolean, false),
            'wants_news', sealed_address is not null),
          case when not of_state then sealed_person end, sealed_address,
          now() + case when tries < 3 then interval '72 hours' else interval '0' end);
  perform public.queue_public_mail(p.org_id, p.published_by, 'petitions.confirm', lang, token, address, 72, tries < 3);
  return 'taken';
end $$;

-- Confirms what a link belongs to: true, every time anew; false when there is no such link, it is too old, what it
-- confirmed was taken back, or the petition is public no more.
create function confirm_signature(token text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  o public.signature_offer;
  p public.publication;
  signed uuid;
begin
  select * into o from public.signature_offer x where x.token_hash = sha256(convert_to(token, 'UTF8')) for update;
  if not found or o.withdrawn_at is not null then return false; end if;
  if o.signature_id is not null then return true; end if;
  select * into p from public.publication x where x.org_id = o.org_id and x.id = o.publication_id;
  if not found or not public.publication_stands(p) or o.content is null or o.expires_at <= now() then return false; end if;
  insert into public.signature as s (org_id, petition_id, mark, domain_mark, signer, country, of_state, language, way,
                                     wording, public_name, shown, deliver, wants_news)
  values (o.org_id, o.petition_id, o.mark, o.domain_mark, o.content->>'signer', o.content->>'country',
          (o.content->>'of_state')::boolean, o.content->>'language', o.content->>'way', decode(o.content->>'wording', 'hex'),
          o.content->>'public_name', o.content->>'shown', (o.content->>'deliver')::boolean,
          (o.content->>'wants_news')::boolean)
  on conflict (org_id, petition_id, mark) do update
     set domain_mark = excluded.domain_mark, signer = excluded.signer, country = excluded.country,
         of_state = excluded.of_state, language = excluded.language, wording = excluded.wording,
         public_name = excluded.public_name, shown = excluded.shown, deliver = excluded.deliver,
         wants_news = excluded.wants_news
  returning s.id into signed;
  delete from public.signature_person x where x.org_id = o.org_id and x.signature_id = signed;
  delete from public.signature_address x where x.org_id = o.org_id and x.signature_id = signed;
  if o.person is not null then
    insert into public.signature_person (org_id, signature_id, sealed) values (o.org_id, signed, o.person);
  end if;
  if o.address is not null then
    insert into public.signature_address (org_id, signature_id, sealed) values (o.org_id, signed, o.address);
  end if;
  update public.signature_offer x
     set signature_id = signed, content = null, person = null, address = null, domain_mark = null
   where x.token_hash = o.token_hash;
  return true;
end $$;

-- Takes back what a link belongs to, confirmed or not: true, every time anew; false when there is no such link.
create function withdraw_signature(token text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare o public.signature_offer;
begin
  select * into o from public.signature_offer x where x.token_hash = sha256(convert_to(token, 'UTF8')) for update;
  if not found then return false; end if;
  if o.withdrawn_at is not null then return true; end if;
  if o.signature_id is not null then
    perform public.unsign(o.org_id, o.signature_id, now());
  else
    update public.signature_offer x
       set content = null, person = null, address = null, domain_mark = null, withdrawn_at = now()
     where x.token_hash = o.token_hash;
  end if;
  return true;
end $$;

-- Where a link leads back to: the public petition, where there is one.
create function place_of_offer(token text)
returns table (org_slug text, petition_slug text, name jsonb, heading jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select g.slug, case when p.kind = 'petition' then p.slug end, g.name, p.data->'heading'
    from public.signature_offer o
    join public.org g on g.id = o.org_id
    left join public.publication p on p.org_id = o.org_id and p.id = o.publication_id and public.publication_stands(p)
   where o.token_hash = sha256(convert_to(token, 'UTF8'))
$$;

-- ---------------------------------------------------------------- the public side: numbers, and the names that were given for it

-- Whether one can sign now: `before`, `open`, `closed`; no row where it is not public.
create function petition_stage(publication uuid) returns table (stage text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select case
           when now() < (p.data#>>'{opens,at}')::timestamptz then 'before'
           when now() < least((p.data#>>'{closes,at}')::timestamptz, public.petition_closes(r.values)) and p.data ? 'closes'
                and p.data ? 'text' then 'open'
           else 'closed' end
    from public.publication p
    join public.record r on r.org_id = p.org_id and r.id = p.record_id
   where p.id = publication and p.kind in ('petition', 'sign_on_letter') and public.publication_stands(p)
$$;

create function petition_numbers(publication uuid)
returns table (signatures bigint, organisations bigint, names bigint, stage text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select n.signatures, n.organisations, n.names, g.stage
    from public.petition_stage(publication) g
    join public.publication p on p.id = publication
    cross join lateral (
      select count(*) as signatures, count(*) filter (where s.signer = 'organisation') as organisations,
             count(*) filter (where s.shown is not null) as names
        from public.signature s where s.org_id = p.org_id and s.petition_id = p.record_id and s.state = 'confirmed') n
$$;

-- The names that signers gave for the public, in alphabetical order, after one of them.
create function petition_names(publication uuid, of_signer text, after text, after_id uuid, most int)
returns table (shown text, id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.shown, s.id from public.publication p
    join public.signature s on s.org_id = p.org_id and s.petition_id = p.record_id
   where p.id = publication and p.kind in ('petition', 'sign_on_letter') and public.publication_stands(p)
     and s.state = 'confirmed' and s.shown is not null and s.signer = of_signer
     and (after is null or (s.shown, s.id) > (after, after_id))
   order by s.shown, s.id limit least(most, 1000)
$$;

-- The letter behind a closed link.
create function open_letter(letter bytea)
returns table (id uuid, org_id uuid, org_slug text, org_name jsonb, languages text[], data jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.org_id, g.slug, g.name, g.languages, p.data
    from public.sign_on_link l
    join public.publication p on p.org_id = l.org_id and p.record_id = l.petition_id and p.kind = 'sign_on_letter'
    join public.org g on g.id = l.org_id
   where l.token_hash = letter and l.ended_at is null and public.publication_stands(p)
$$;

grant execute on function offer_signature, confirm_signature, withdraw_signature, place_of_offer, petition_stage,
  petition_numbers, petition_names, open_letter to amparo_public;

-- ---------------------------------------------------------------- keeping no longer than needed

-- What has had its time, at a moment: the one question that both the preview and the run ask.
--   offers: what nobody confirmed in three days. addresses: ninety days after closing. names: twenty-four months after.
create function signatures_due(org uuid, at timestamptz)
returns table (petition_id uuid, what text, subject uuid, closes timestamptz)
language sql stable set search_path = pg_catalog, public as $$
  select a.petition_id, 'addresses', a.id, a.closes from (
      select s.petition_id, s.id, public.petition_closes(r.values) as closes
        from public.signature_address d
        join public.signature s on s.org_id = d.org_id and s.id = d.signature_id
        join public.record r on r.org_id = s.org_id and r.id = s.petition_id
       where d.org_id = org) a
   where a.closes + interval '90 days' <= at
  union all
  select n.petition_id, 'names', n.id, n.closes from (
      select s.petition_id, s.id, public.petition_closes(r.values) as closes
        from public.signature s join public.record r on r.org_id = s.org_id and r.id = s.petition_id
       where s.org_id = org and s.anonymised_at is null) n
   where n.closes + interval '24 months' <= at
$$;

-- The same, counted, for those who look after the petition.
create function signatures_due_count(at timestamptz)
returns table (petition_id uuid, what text, many bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select d.petition_id, d.what, count(*) from public.signatures_due(public.current_org(), at) d
   where public.may('read') group by 1, 2
$$;
grant execute on function signatures_due_count to amparo_app;

-- Once a day, for the owner: what has had its time goes.
create function forget_signatures(at timestamptz) returns table (org_id uuid, petition_id uuid, what text, many bigint)
language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  o uuid;
  d record;
begin
  delete from public.signature_pace where until < at;
  delete from public.signature_offer f where f.signature_id is null and f.expires_at <= at;
  for o in select g.id from public.org g loop
    for d in select x.petition_id as petition, x.what as kind, array_agg(x.subject) as ids
               from public.signatures_due(o, at) x group by 1, 2 order by 2 loop
      if d.kind = 'addresses' then
        delete from public.signature_address a where a.org_id = o and a.signature_id = any(d.ids);
      else
        delete from public.signature_person p where p.org_id = o and p.signature_id = any(d.ids);
        delete from public.signature_address a where a.org_id = o and a.signature_id = any(d.ids);
        delete from public.signature_offer f where f.org_id = o and f.signature_id = any(d.ids);
        update public.signature s
           set mark = sha256(gen_random_uuid()::text::bytea), domain_mark = null, shown = null, public_name = 'none',
               deliver = false, wants_news = false, confirmed_at = date_trunc('month', s.confirmed_at, 'UTC'),
               ended_at = date_trunc('month', s.ended_at, 'UTC'), anonymised_at = at
         where s.org_id = o and s.id = any(d.ids);
        -- The packs hold the names that were handed over.
        update public.file f set data_key = null from public.petition_delivery y
         where f.org_id = o and y.org_id = o and y.petition_id = d.petition and f.id = y.file_id and f.data_key is not null;
      end if;
      insert into public.ledger (org_id, act, subject, detail)
      values (o, 'signatures.forget', d.petition, jsonb_build_object('what', d.kind, 'count', cardinality(d.ids)));
      org_id := o; petition_id := d.petition; what := d.kind; many := cardinality(d.ids);
      return next;
    end loop;
  end loop;
end $$;
