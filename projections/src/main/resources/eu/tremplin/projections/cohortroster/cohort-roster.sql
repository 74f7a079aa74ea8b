create table ${schema}.cohort_roster (
  application        uuid primary key,
  edition            uuid not null,
  cohort             uuid not null,
  startup            uuid not null,
  startup_name       text collate "C",
  state              text collate "C" not null,
  state_since        timestamptz not null,
  seat               integer,
  waitlist_rank      integer,
  offer_expires_at   timestamptz,
  promoted_for_seat  integer,
  participation      uuid,
  last_position      bigint not null
);

create index on ${schema}.cohort_roster (edition, state);
create index on ${schema}.cohort_roster (cohort, waitlist_rank);
create index on ${schema}.cohort_roster (startup);

create table ${schema}.cohort_seats (
  cohort         uuid not null,
  seat           integer not null,
  edition        uuid not null,
  state          text collate "C" not null,
  application    uuid,
  last_position  bigint not null,
  primary key (cohort, seat)
);

create index on ${schema}.cohort_seats (edition);

create table ${schema}.application (
  application  uuid primary key,
  edition      uuid not null,
  startup      uuid not null
);

create table ${schema}.participation (
  participation  uuid primary key,
  application    uuid not null
);

create table ${schema}.startup (
  startup  uuid primary key,
  name     text collate "C" not null
);
