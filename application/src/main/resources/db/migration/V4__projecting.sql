-- How far each read model has come, and where its rows are: in the schema <name>_v<schema_number>.

create schema projecting;

comment on schema projecting is 'How far each read model has come. Its rows are in a schema of its own.';

create table projecting.read_model (
  name           text collate "C" primary key,
  schema_number  integer not null,
  version        integer not null,
  position       bigint not null check (position >= 0),
  stopped_at     bigint,
  stopped_cause  text,
  check ((stopped_at is null) = (stopped_cause is null))
);

comment on column projecting.read_model.version is 'Version of the read model that its rows were made by.';
comment on column projecting.read_model.position is 'Its rows are the fold of every event up to here.';
comment on column projecting.read_model.stopped_at is 'Position of the event it cannot handle; it waits there and skips nothing.';

create table projecting.rebuild (
  name           text collate "C" primary key references projecting.read_model,
  schema_number  integer not null,
  version        integer not null,
  position       bigint not null default 0,
  started_at     timestamptz not null default clock_timestamp(),
  started_by     text not null,
  failed_cause   text
);

comment on table projecting.rebuild is 'A read model that is being built beside the live one, or the last that failed to be.';
