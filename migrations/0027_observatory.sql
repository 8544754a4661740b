-- The observatory: what organisations fetched about states, as dense tables. Every row says from which file, version and
-- row it came; nothing here is about a person. A polity is known by its code in `#catalogue/polities`.

-- A file that was read. A newer one of the same dataset and scope takes its place; what it held stays readable.
create table observatory_file (
  org_id uuid not null references org,
  id uuid not null,
  -- `undl-ga`, `voeten`, `vdem`, `upr-info`: the importer that read it, or a saved profile's own name.
  dataset text not null check (length(dataset) between 1 and 100),
  -- The part of the dataset that a newer file replaces: sessions, a year, one roll call. Empty: all of it.
  scope text not null default '' check (length(scope) <= 200),
  name text not null check (length(name) <= 500),
  size bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- What its publisher calls this edition.
  version text not null default '' check (length(version) <= 200),
  -- The last day or year that it speaks of: `2026-02-06`, `2024`.
  data_until text not null default '',
  rows int not null default 0,
  -- What was counted and noticed on reading: plain data of the importer.
  findings jsonb not null default '{}',
  -- The file itself, where it was uploaded.
  kept uuid,
  imported_at timestamptz not null default now(),
  imported_by uuid not null,
  superseded_by uuid,
  primary key (org_id, id),
  foreign key (org_id, imported_by) references account,
  foreign key (org_id, kept) references file,
  foreign key (org_id, superseded_by) references observatory_file
);
-- The same bytes are read once.
create unique index observatory_file_once on observatory_file (org_id, dataset, sha256);
create unique index observatory_file_current on observatory_file (org_id, dataset, scope) where superseded_by is null;

-- What a body decided, with how each state voted. `ballots` has one letter for each polity at its place: Y, N, A (abstained),
-- X (on the roll, cast none), and `.` for whoever is not in the source at all.
create table observatory_roll_call (
  org_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  -- Its number in the source: two files of one source know a roll call by it.
  key text not null check (length(key) between 1 and 200),
  -- `ga`, `sc`, `hrc`, `chr`, `oas-ga`, `oas-pc`, …
  body text not null check (body ~ '^[a-z]+(-[a-z]+)*$'),
  held_on date not null,
  session text not null default '',
  symbol text not null default '',
  kind text not null check (kind in ('resolution', 'decision', 'amendment', 'paragraph', 'draft', 'election', 'other')),
  -- How it was decided: `recorded`, `without_vote`, `not_recorded`, `withdrawn`, `vetoed`.
  decided text not null check (decided in ('recorded', 'without_vote', 'not_recorded', 'withdrawn', 'vetoed')),
  title text not null,
  agenda text not null default '',
  agenda_title text not null default '',
  topics text[] not null default '{}',
  -- Whatever else the source says of it: meeting, draft, sponsors, links, notes.
  details jsonb not null default '{}',
  ballots text,
  -- The row of the source for each polity; 0 where it has none.
  ballot_rows int[],
  -- By the names, and as the source states them: both are shown where they differ.
  yes int, no int, abstain int, silent int,
  said_yes int, said_no int, said_abstain int, said_silent int, said_total int,
  source_row int not null default 0,
  primary key (org_id, id),
  foreign key (org_id, file_id) references observatory_file on delete cascade,
  check ((ballots is null) = (ballot_rows is null)),
  check (ballots is null or ballots ~ '^[YNAX.]+$')
);
create unique index observatory_roll_call_key on observatory_roll_call (org_id, file_id, key);
create index observatory_roll_call_day on observatory_roll_call (org_id, file_id, held_on, id);
-- What a state voted on single countries: asked for on its page.
create index observatory_roll_call_item on observatory_roll_call (org_id, file_id) where body = 'hrc' and agenda = '4';
create index observatory_roll_call_situation on observatory_roll_call (org_id, file_id)
  where body = 'ga' and topics @> '{amparo:country-situation}';
create index observatory_roll_call_symbol on observatory_roll_call (org_id, symbol);
-- What each source holds of each body, without reading the ballots.
create index observatory_roll_call_body on observatory_roll_call (org_id, file_id, body) include (held_on, yes);

-- A measure of states: a number or a class, by year. It stays the same one from edition to edition.
create table observatory_series (
  org_id uuid not null references org,
  id uuid not null,
  dataset text not null,
  code text not null check (length(code) between 1 and 100),
  label jsonb not null,
  -- Who says so: labels carry their author.
  author text not null,
  description jsonb not null default '{}',
  unit text not null default '',
  scale text not null check (scale in ('number', 'order', 'class')),
  lowest double precision,
  highest double precision,
  better text not null default '' check (better in ('', 'higher', 'lower')),
  -- Of an order or a class: the words of each value, `{"0": {"en": "closed autocracy", …}}`.
  classes jsonb not null default '{}',
  primary key (org_id, id)
);
create unique index observatory_series_code on observatory_series (org_id, dataset, code);

create table observatory_value (
  org_id uuid not null,
  file_id uuid not null,
  series_id uuid not null,
  polity text not null,
  year int not null,
  value double precision,
  low double precision,
  high double precision,
  -- As the source writes it, where that is more than the number.
  said text,
  source_row int not null,
  primary key (org_id, file_id, series_id, polity, year),
  foreign key (org_id, file_id) references observatory_file on delete cascade,
  foreign key (org_id, series_id) references observatory_series on delete cascade
);
create index observatory_value_polity on observatory_value (org_id, polity, series_id, year);
create index observatory_value_year on observatory_value (org_id, series_id, year);
-- What a file says of a measure, so that a list of measures need not count their values.
create table observatory_series_file (
  org_id uuid not null,
  file_id uuid not null,
  series_id uuid not null,
  -- The column that it was read from, as the file names it.
  source_column text not null,
  values int not null,
  states int not null,
  first_year int not null,
  last_year int not null,
  primary key (org_id, file_id, series_id),
  foreign key (org_id, file_id) references observatory_file on delete cascade,
  foreign key (org_id, series_id) references observatory_series on delete cascade
);
create index observatory_series_file_series on observatory_series_file (org_id, series_id);

-- What a body or another state recommended to a state. `key` stays the same from edition to edition: what follows up on a
-- recommendation attaches to it.
create table observatory_recommendation (
  org_id uuid not null,
  file_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  mechanism text not null check (mechanism in ('upr', 'treaty_body', 'special_procedure', 'other')),
  -- The body, where it is not the review: `CRC`, `CAT`.
  body text not null default '',
  polity text not null,
  cycle int,
  session text not null default '',
  year int,
  number text not null default '',
  text text not null,
  language text not null default 'en',
  senders text[] not null default '{}',
  response text check (response in ('supported', 'noted', 'not_supported', 'pending')),
  response_said text not null default '',
  -- 1 to 5, where its compiler told it (McMahon).
  action int check (action between 1 and 5),
  issues text[] not null default '{}',
  groups text[] not null default '{}',
  goals text[] not null default '{}',
  symbol text not null default '',
  details jsonb not null default '{}',
  source_row int not null,
  primary key (org_id, file_id, key),
  foreign key (org_id, file_id) references observatory_file on delete cascade
);
create index observatory_recommendation_key on observatory_recommendation (org_id, key);
create index observatory_recommendation_polity on observatory_recommendation (org_id, polity, file_id);
-- Who recommended: a row for each sender, because under row-level security an array is found by reading everything.
create table observatory_sender (
  org_id uuid not null,
  file_id uuid not null,
  key text not null,
  sender text not null,
  primary key (org_id, file_id, key, sender),
  -- Not to the recommendation: its check, planned while the table was empty, reads all that was inserted since.
  foreign key (org_id, file_id) references observatory_file on delete cascade
);
create index observatory_sender_sender on observatory_sender (org_id, sender, file_id);

-- What a state did towards a treaty.
create table observatory_treaty_act (
  org_id uuid not null,
  file_id uuid not null,
  treaty text not null,
  polity text not null,
  act text not null check (act in ('signature', 'ratification', 'accession', 'succession', 'acceptance', 'confirmation', 'withdrawal', 'declaration', 'reservation', 'objection')),
  -- A day, or the year where no more is known; empty where the source tells no date.
  done_on text not null default '' check (done_on ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
  article text not null default '',
  text text not null default '',
  source_row int not null,
  foreign key (org_id, file_id) references observatory_file on delete cascade
);
create index observatory_treaty_act_polity on observatory_treaty_act (org_id, polity, treaty);
create index observatory_treaty_act_treaty on observatory_treaty_act (org_id, treaty, act);
create index observatory_treaty_act_file on observatory_treaty_act (org_id, file_id);

-- What a model of early warning learns from: a country in a year, its predictors as the source has them, and whether what is
-- warned of began in the years that followed.
create table observatory_country_year (
  org_id uuid not null,
  file_id uuid not null,
  -- As the source names it.
  country text not null check (length(country) between 1 and 200),
  polity text,
  year int not null,
  outcome smallint not null check (outcome in (0, 1)),
  predictors jsonb not null,
  source_row int not null,
  primary key (org_id, file_id, country, year),
  foreign key (org_id, file_id) references observatory_file on delete cascade
);
create index observatory_country_year_polity on observatory_country_year (org_id, file_id, polity, year);

-- A computation that was asked for and stays: ideal points, an early-warning refit.
create table observatory_run (
  org_id uuid not null references org,
  id uuid not null,
  kind text not null check (kind in ('ideal-points', 'early-warning')),
  -- From which files, with which choices; enough to run it again.
  files uuid[] not null,
  choices jsonb not null,
  -- What it says of itself: iterations, counts, version of the program.
  report jsonb not null default '{}',
  -- The work that fills it; null where it was filled at once.
  job uuid,
  made_at timestamptz not null default now(),
  made_by uuid not null,
  primary key (org_id, id),
  foreign key (org_id, made_by) references account
);
create table observatory_estimate (
  org_id uuid not null,
  run_id uuid not null,
  polity text not null,
  -- A session, or a year.
  period int not null,
  estimate double precision not null,
  low double precision,
  high double precision,
  n int,
  primary key (org_id, run_id, polity, period),
  foreign key (org_id, run_id) references observatory_run on delete cascade
);
-- The roll calls of a run as its model sees them: yes below the first cut, no above the second, on the line that the votes
-- of both periods share. What moved a state is computed from them.
create table observatory_run_item (
  org_id uuid not null,
  run_id uuid not null,
  roll_call_key text not null,
  period int not null,
  discrimination double precision not null,
  cut1 double precision not null,
  cut2 double precision not null,
  -- Which kinds of vote it saw: with two there is one cut.
  seen text not null check (seen in ('YAN', 'YA', 'YN', 'AN')),
  primary key (org_id, run_id, roll_call_key),
  foreign key (org_id, run_id) references observatory_run on delete cascade
);
create index observatory_run_item_period on observatory_run_item (org_id, run_id, period);
-- Roll calls on the same text in the same words, in different sessions, as a list of them says: the later and the first.
create table observatory_repeat (
  org_id uuid not null,
  file_id uuid not null,
  key text not null,
  first_key text not null,
  primary key (org_id, file_id, key),
  foreign key (org_id, file_id) references observatory_file on delete cascade
);

-- How an organisation reads a table of its own choosing: columns, separators, names; kept to be used on the next edition.
create table observatory_profile (
  org_id uuid not null references org,
  name text not null check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(name) <= 80),
  label text not null check (length(label) between 1 and 200),
  reading jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by uuid not null,
  primary key (org_id, name),
  foreign key (org_id, changed_by) references account
);

-- The planner's picture of the tables after files came in; as `freshen_statistics`, for these.
create function freshen_observatory() returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  analyze public.observatory_file, public.observatory_roll_call, public.observatory_series, public.observatory_value,
          public.observatory_recommendation, public.observatory_sender, public.observatory_treaty_act;
end $$;
grant execute on function freshen_observatory to amparo_app;

-- Facts about states are the organisation's own copy: every member reads them, who may write brings them in.
do $$
declare t text;
begin
  foreach t in array array['observatory_file', 'observatory_roll_call', 'observatory_series', 'observatory_value', 'observatory_series_file', 'observatory_recommendation', 'observatory_sender',
    'observatory_treaty_act', 'observatory_run', 'observatory_estimate', 'observatory_run_item', 'observatory_repeat', 'observatory_profile', 'observatory_country_year']
  loop
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy readers on %I for select to amparo_app
      using (org_id = (select current_org()) and (select may('read')))$p$, t);
    execute format($p$create policy makers on %I for insert to amparo_app
      with check (org_id = (select current_org()) and (select may('write')))$p$, t);
  end loop;
end $$;
create policy keepers on observatory_file for update to amparo_app
  using (org_id = (select current_org()) and (select may('write')))
  with check (org_id = (select current_org()) and (select may('write')));
create policy removers on observatory_file for delete to amparo_app
  using (org_id = (select current_org()) and (select may('administer')));
-- What is written down during a review is our own and provisional: it can be mended. What was read from a file cannot.
create policy keepers on observatory_recommendation for update to amparo_app
  using (org_id = (select current_org()) and (select may('write'))
    and exists (select from observatory_file f where f.org_id = observatory_recommendation.org_id
      and f.id = observatory_recommendation.file_id and f.dataset = 'upr-live'))
  with check (org_id = (select current_org()) and (select may('write')));
create policy removers on observatory_recommendation for delete to amparo_app
  using (org_id = (select current_org()) and (select may('write'))
    and exists (select from observatory_file f where f.org_id = observatory_recommendation.org_id
      and f.id = observatory_recommendation.file_id and f.dataset = 'upr-live'));
create policy removers on observatory_sender for delete to amparo_app
  using (org_id = (select current_org()) and (select may('write'))
    and exists (select from observatory_file f where f.org_id = observatory_sender.org_id
      and f.id = observatory_sender.file_id and f.dataset = 'upr-live'));
create policy keepers on observatory_series for update to amparo_app
  using (org_id = (select current_org()) and (select may('write')))
  with check (org_id = (select current_org()) and (select may('write')));
create policy keepers on observatory_run for update to amparo_app
  using (org_id = (select current_org()) and (select may('write')))
  with check (org_id = (select current_org()) and (select may('write')));
create policy removers on observatory_run for delete to amparo_app
  using (org_id = (select current_org()) and (select may('write')));
create policy keepers on observatory_profile for update to amparo_app
  using (org_id = (select current_org()) and (select may('write')))
  with check (org_id = (select current_org()) and (select may('write')));

grant select, insert, update (version, data_until, rows, findings, superseded_by, scope), delete on observatory_file to amparo_app;
grant select, insert, update (response, response_said), delete on observatory_recommendation to amparo_app;
grant delete on observatory_sender to amparo_app;
grant select, insert on observatory_roll_call, observatory_country_year, observatory_value, observatory_series_file, observatory_sender, observatory_treaty_act,
  observatory_estimate, observatory_run_item, observatory_repeat to amparo_app;
grant select, insert, update (label, author, description, unit, scale, lowest, highest, better, classes) on observatory_series to amparo_app;
grant select, insert, update (report, files, job), delete on observatory_run to amparo_app;
grant select, insert, update (label, reading, changed_at, changed_by) on observatory_profile to amparo_app;

-- A table that a person gave and has not yet said how to read: theirs alone, until it is read or left.
create table observatory_given_table (
  org_id uuid not null references org,
  file_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null default now(),
  primary key (org_id, file_id),
  foreign key (org_id, file_id) references file,
  foreign key (org_id, given_by) references account
);
alter table observatory_given_table enable row level security;
create policy givers on observatory_given_table to amparo_app
  using (org_id = (select current_org()) and given_by = (select current_account()) and (select may('write')))
  with check (org_id = (select current_org()) and given_by = (select current_account()) and (select may('write')));
grant select, insert, delete on observatory_given_table to amparo_app;
