-- What auditors search the log by. Every index is paid for by every append, so there is one for time alone, which costs
-- next to nothing because events come in the order of time. By stream there is the unique key, by edition the heads;
-- a search by actor, command or correlation reads the log, which takes a second for half a million events.
create index event_by_time on log.event using brin (recorded_at) with (autosummarize = on);
