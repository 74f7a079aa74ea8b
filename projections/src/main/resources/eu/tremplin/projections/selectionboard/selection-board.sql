create table ${schema}.selection_reviews (
  application     uuid not null,
  reviewer        uuid not null,
  edition         uuid not null,
  startup         uuid not null,
  weighted_mean   numeric not null,
  recommendation  text collate "C" not null,
  standing        text collate "C" not null,
  recorded_at     timestamptz not null,
  primary key (application, reviewer)
);

create index on ${schema}.selection_reviews (edition);
create index on ${schema}.selection_reviews (reviewer);

create table ${schema}.candidate (
  application        uuid primary key,
  edition            uuid not null,
  startup            uuid not null,
  startup_name       text collate "C",
  stage              text collate "C" not null,
  reviews_assigned   integer not null,
  reviews_completed  integer not null,
  score_total        numeric not null,
  square_total       numeric not null,
  mean_score         numeric,
  lowest_score       numeric,
  highest_score      numeric,
  spread             numeric,
  shortlist_rank     integer,
  version            bigint not null,
  last_position      bigint not null
);

create index on ${schema}.candidate (edition);

create table ${schema}.edition (
  edition  uuid primary key,
  seats    integer not null,
  quorum   integer not null
);

create table ${schema}.startup (
  startup  uuid primary key,
  name     text collate "C" not null
);

-- Rank and cut depend on every other application of the edition, so they are computed when somebody asks. Each window
-- is within one edition, which lets a question about one edition leave the others alone.
create view ${schema}.selection_board as
with judged as (
  select c.*, e.seats, e.quorum, e.quorum > 0 and c.reviews_completed >= e.quorum as quorate
    from ${schema}.candidate c
    join ${schema}.edition e on e.edition = c.edition
), sorted as (
  select *, quorate and stage <> 'WITHDRAWN' as in_order
    from judged
), ranked as (
  -- Counted to the end of the tie.
  select *, rank() over by_score as first, count(*) over by_score as last
    from sorted
  window by_score as (partition by edition, in_order order by mean_score desc)
)
select application, edition, startup, startup_name, stage, reviews_assigned, reviews_completed,
       quorum as quorum_required, quorate, mean_score, lowest_score, highest_score, spread,
       case when in_order then first end::integer as rank,
       case when in_order then last - first + 1 end::integer as tied,
       case when not in_order then null
            when last <= seats then 'ABOVE'
            when first <= seats then 'STRADDLING'
            else 'BELOW'
       end collate "C" as cut,
       shortlist_rank, version, last_position
  from ranked;
