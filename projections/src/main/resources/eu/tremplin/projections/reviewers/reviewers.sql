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
