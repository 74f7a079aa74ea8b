-- The read models: which generations of rows there are of each, how far each has come, and who moves it on.

create schema projecting;

comment on schema projecting is 'How far each read model has come. Its rows are in schemas of their own.';

-- Rows are in the schema <read model>_v<number>. Whoever advances a generation names its epoch and its position, and
-- changes nothing where either has moved on. The space left free on each page keeps an advance from writing to an index.
create table projecting.generation (
  read_model     text collate "C" not null,
  number         integer not null check (number > 0),
  version        integer not null,
  role           text collate "C" not null check (role in ('LIVE', 'BUILDING', 'FORMER')),
  followed       boolean not null default true,
  position       bigint not null default 0 check (position >= 0),
  handled        bigint not null default 0 check (handled >= 0),
  stopped_at     bigint,
  stopped_cause  text,
  owner          uuid,
  epoch          bigint not null default 0,
  claimed_until  timestamptz,
  primary key (read_model, number),
  -- Deferrable, so that one statement can swap two of them.
  unique (read_model, role) deferrable,
  check ((stopped_at is null) = (stopped_cause is null)),
  check ((owner is null) = (claimed_until is null))
) with (fillfactor = 30);

comment on table projecting.generation is 'One making of a read model''s rows. The live one answers queries.';
comment on column projecting.generation.version is 'Version of the read model that its rows are made by.';
comment on column projecting.generation.followed is 'Whether the nodes move it on with the log; not while a rebuild fills it.';
comment on column projecting.generation.position is 'Its rows are the fold of every event up to here but those in projecting.parked.';
comment on column projecting.generation.handled is 'How many events its rows are the fold of.';
comment on column projecting.generation.stopped_at is 'Position of the event at which too many were parked; it waits there.';
comment on column projecting.generation.epoch is 'Raised by each claim and by each change of its rows that is not an advance.';

-- What a generation could not handle, and what came behind it in the same stream.
create table projecting.parked (
  read_model     text collate "C" not null,
  number         integer not null,
  position       bigint not null,
  sequence       uuid not null,
  type           text collate "C" not null,
  cause          text not null,
  attempts       integer not null check (attempts >= 0),
  parked_at      timestamptz not null default clock_timestamp(),
  last_tried_at  timestamptz,
  skipped        boolean not null default false,
  primary key (read_model, number, position),
  foreign key (read_model, number) references projecting.generation on delete cascade
);

comment on column projecting.parked.sequence is 'Its stream. Of one sequence only the first is tried; the others wait behind it.';
comment on column projecting.parked.attempts is 'How often it was tried; not at all where it only waits behind another.';
comment on column projecting.parked.skipped is 'Whether it counts as done by projecting.skipped; it is not in the rows all the same.';

-- What a generation has handled after it had been parked: its rows show these events only since a later position.
create table projecting.handled_late (
  read_model     text collate "C" not null,
  number         integer not null,
  position       bigint not null,
  type           text collate "C" not null,
  cause          text not null,
  shown_since    bigint not null,
  primary key (read_model, number, position),
  foreign key (read_model, number) references projecting.generation on delete cascade
);

comment on column projecting.handled_late.cause is 'Why it was parked, as last known.';

-- Decisions that an event is not to be in a read model, whichever generation. They are kept for ever.
create table projecting.skipped (
  read_model  text collate "C" not null,
  position    bigint not null,
  reason      text not null check (reason <> ''),
  skipped_by  text not null,
  skipped_at  timestamptz not null default clock_timestamp(),
  primary key (read_model, position)
);

-- The processes that move generations on, and which versions of which read models each knows: <read model> v<version>.
create table projecting.node (
  id       uuid primary key,
  follows  text[] not null,
  seen_at  timestamptz not null default clock_timestamp()
) with (fillfactor = 30);

create table projecting.rebuild (
  read_model         text collate "C" primary key,
  number             integer not null,
  version            integer not null,
  phase              text collate "C" not null,
  wish               text collate "C" not null default 'GO_ON',
  switches_by_itself boolean not null,
  folded             bigint not null default 0,
  target             bigint not null,
  events_per_second  double precision,
  later              text[] not null,
  differences        jsonb,
  note               text,
  started_by         text not null,
  started_at         timestamptz not null default clock_timestamp(),
  ended_at           timestamptz,
  owner              uuid,
  epoch              bigint not null default 0,
  claimed_until      timestamptz
) with (fillfactor = 50);

comment on table projecting.rebuild is 'The latest rebuild of each read model, which makes the generation of its number.';
comment on column projecting.rebuild.folded is 'How far it has come, though perhaps not for good; the generation''s position is.';
comment on column projecting.rebuild.later is 'Statements that lay the indexes, which wait until the tables are full.';

-- Replays of the log into tables that are dropped afterwards. The rows are kept: who asked for what, and what came of it.
create table projecting.replay (
  id                 bigint generated always as identity primary key,
  read_model         text collate "C" not null,
  version            integer not null,
  moment             text not null,
  target             bigint not null check (target > 0),
  phase              text collate "C" not null default 'WAITING',
  folded             bigint not null default 0,
  loaded             bigint not null default 0,
  events_per_second  double precision,
  result             jsonb,
  note               text,
  asked_by           text not null,
  asked_at           timestamptz not null default clock_timestamp(),
  ended_at           timestamptz,
  owner              uuid,
  epoch              bigint not null default 0,
  deaths             integer not null default 0,
  claimed_until      timestamptz
) with (fillfactor = 50);

create index on projecting.replay (read_model, id);
create index on projecting.replay (id) where ended_at is null;

comment on column projecting.replay.moment is 'Up to when, in the words of whoever asked; target is its position.';
comment on column projecting.replay.epoch is 'Raised by each claim and by a cancellation; the tables are in <read model>_replay_<id>_<epoch>.';
comment on column projecting.replay.folded is 'How far it has come, though perhaps not for good.';
comment on column projecting.replay.loaded is 'Up to where its rows are the fold of the log, made last together with them.';
comment on column projecting.replay.deaths is 'How many nodes have died over it.';
