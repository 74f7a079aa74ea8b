create table ${schema}.reviewers (
  reviewer       uuid primary key,
  edition        uuid not null,
  person         uuid not null,
  standing       text collate "C" not null,
  capacity       integer not null,
  taken          integer not null,
  remaining      integer not null,
  version        bigint not null,
  last_position  bigint not null
);

create index on ${schema}.reviewers (edition, standing);
create index on ${schema}.reviewers (person);

create table ${schema}.conflicts (
  reviewer       uuid not null,
  startup        uuid not null,
  kind           text collate "C" not null,
  source         text collate "C" not null,
  edition        uuid not null,
  person         uuid not null,
  standing       text collate "C" not null,
  ended_on       date,
  active_until   date,
  last_position  bigint not null,
  primary key (reviewer, startup, kind, source)
);

create index on ${schema}.conflicts (edition, startup);
create index on ${schema}.conflicts (person);
