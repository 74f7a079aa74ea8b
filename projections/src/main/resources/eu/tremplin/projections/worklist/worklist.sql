create table ${schema}.worklist (
  application               uuid primary key,
  edition                   uuid not null,
  startup                   uuid not null,
  startup_name              text collate "C",
  contact_person            uuid not null,
  contact_ciphertext        text collate "C" not null,
  contact_email_person      uuid not null,
  contact_email_ciphertext  text collate "C" not null,
  submitted_at              timestamptz not null,
  stage                     text collate "C" not null,
  stage_since               timestamptz not null,
  next_step                 text collate "C" not null,
  reviews_assigned          integer not null,
  reviews_completed         integer not null,
  quorum_required           integer not null,
  score_total               numeric not null,
  mean_score                numeric,
  shortlist_rank            integer,
  version                   bigint not null,
  last_position             bigint not null
);

create index on ${schema}.worklist (edition, stage);
create index on ${schema}.worklist (startup);

create table ${schema}.edition (
  edition  uuid primary key,
  quorum   integer not null
);

create table ${schema}.startup (
  startup  uuid primary key,
  name     text collate "C" not null
);

create table ${schema}.review (
  application    uuid not null,
  reviewer       uuid not null,
  weighted_mean  numeric not null,
  primary key (application, reviewer)
);
