create table ${schema}.funnel (
  edition   uuid not null,
  stage     text collate "C" not null,
  place     integer not null,
  entered   integer not null,
  current   integer not null,
  moved_on  integer not null,
  primary key (edition, stage)
);

create table ${schema}.standing (
  application  uuid primary key,
  edition      uuid not null,
  stage        text collate "C" not null,
  shortlisted  boolean not null
);

create table ${schema}.participation (
  participation  uuid primary key,
  application    uuid not null
);
