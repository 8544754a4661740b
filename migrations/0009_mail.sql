-- Mail that goes out: queued in the transaction of what asks for it, sent by the postman. An address is personal data: it
-- is kept only while the mail waits, in a table of its own that nobody but the postman may read; then a keyed hash alone.

create table mail (
  org_id uuid not null references org,
  id uuid not null,
  -- In the Message-ID: by it a delivery report is known to be about a mail of ours. Drawn, never counted.
  reference text not null unique check (reference ~ '^[0-9a-f]{32}$'),
  template text not null,
  language text not null,
  -- The list that it was sent to, for unsubscribing; null: a mail to one person about their own matter.
  list text,
  subject text not null,
  -- Emptied together with the address.
  body text not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'failed', 'bounced', 'suppressed', 'expired')),
  attempts int not null default 0,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  next_at timestamptz not null default now(),
  expires_at timestamptz not null,
  taken_at timestamptz,
  ended_at timestamptz,
  -- What the other server said, as a code: 250, 451, 5.1.1, or why it was not reached. Never its words.
  answer text,
  -- Keyed hash of the address, once the postman has seen it.
  mark bytea,
  primary key (org_id, id),
  foreign key (org_id, created_by) references account
);
create index mail_due on mail (next_at) where state in ('waiting', 'sending');
create index mail_taken on mail (taken_at) where taken_at is not null;
create index mail_recent on mail (org_id, created_at desc);

create table mail_address (
  org_id uuid not null,
  id uuid not null,
  address text not null check (address !~ '[[:cntrl:][:space:]]'),
  primary key (org_id, id),
  foreign key (org_id, id) references mail on delete cascade
);

-- Who gets no more mail: of one list, or ('') of none, because the address is dead or its owner complained.
create table mail_suppression (
  org_id uuid not null references org,
  mark bytea not null,
  list text not null default '',
  cause text not null check (cause in ('bounce', 'complaint', 'unsubscribe')),
  at timestamptz not null default now(),
  primary key (org_id, mark, list)
);

-- What a mail's end takes with it, whatever ends it.
create function empty_mail() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  new.body := '';
  delete from public.mail_address a where a.org_id = new.org_id and a.id = new.id;
  return new;
end $$;
create trigger mail_ends before update of state on mail for each row
  when (new.state not in ('waiting', 'sending')) execute function empty_mail();

-- Up to `most` mails that are due, of every organisation, but never more within a minute than `per_minute`; each is the
-- taker's for ten minutes. Those past their time end first. One taker at a time, so that the rate is kept.
create function take_mail(most int, per_minute int)
returns table (org_id uuid, id uuid, reference text, list text, subject text, body text, language text, attempts int, address text)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare room int;
begin
  perform pg_advisory_xact_lock(hashtext('amparo.mail'));
  update public.mail m set state = 'expired', ended_at = now()
   where m.state in ('waiting', 'sending') and m.expires_at < now();
  select least(most, per_minute - count(*)) into room from public.mail m where m.taken_at > now() - interval '1 minute';
  if room <= 0 then return; end if;
  return query
    with due as (
      select w.org_id, w.id from public.mail w
       where (w.state = 'waiting' and w.next_at <= now())
          or (w.state = 'sending' and w.taken_at < now() - interval '10 minutes')
       order by w.next_at limit room for update skip locked),
    taken as (
      update public.mail m set state = 'sending', taken_at = now(), attempts = m.attempts + 1
        from due d where m.org_id = d.org_id and m.id = d.id
      returning m.*)
    select t.org_id, t.id, t.reference, t.list, t.subject, t.body, t.language, t.attempts, a.address
      from taken t join public.mail_address a on a.org_id = t.org_id and a.id = t.id;
end $$;

-- How an attempt went, told by the one who took it (`attempt`): a later taker's word is not overwritten.
create function settle_mail(org uuid, mail_id uuid, attempt int, how text, said text, again interval, address_mark bytea)
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.mail m
     set state = how, answer = said, mark = coalesce(address_mark, m.mark),
         next_at = now() + coalesce(again, interval '0'),
         ended_at = case when how = 'waiting' then null else now() end
   where m.org_id = org and m.id = mail_id and m.state = 'sending' and m.attempts = attempt;
  return found;
end $$;

create function mail_suppressed(org uuid, address_mark bytea, of_list text) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.mail_suppression s
   where s.org_id = org and s.mark = address_mark and (s.list = '' or s.list = of_list))
$$;

-- Repeating it changes nothing. The proof that the caller may is a token or a delivery report, checked before.
create function suppress_mail(org uuid, address_mark bytea, of_list text, why text) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into public.mail_suppression (org_id, mark, list, cause) values (org, address_mark, coalesce(of_list, ''), why)
  on conflict do nothing
$$;

alter table mail enable row level security;
alter table mail_address enable row level security;
alter table mail_suppression enable row level security;
-- Queued by whoever does what the mail tells of, in their own name.
create policy queued on mail for insert to amparo_app
  with check (org_id = (select current_org()) and created_by = (select current_account()) and state = 'waiting' and attempts = 0);
create policy overseen on mail for select to amparo_app
  using (org_id = (select current_org()) and (select may('administer')));
create policy queued on mail_address for insert to amparo_app with check (org_id = (select current_org()));
create policy overseen on mail_suppression to amparo_app
  using (org_id = (select current_org()) and (select may('administer')));

grant insert on mail, mail_address to amparo_app;
grant select (org_id, id, template, language, list, subject, state, attempts, created_at, created_by, next_at, expires_at,
  ended_at, answer) on mail to amparo_app;
grant select, delete on mail_suppression to amparo_app;
revoke all on function empty_mail, take_mail, settle_mail, mail_suppressed, suppress_mail from public;
grant execute on function take_mail, settle_mail, mail_suppressed, suppress_mail to amparo_app;
