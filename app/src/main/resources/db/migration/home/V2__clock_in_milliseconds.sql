-- A clock set to a deadline reads that very second, not up to a second later.
alter table clock rename column offset_seconds to offset_millis;
update clock set offset_millis = offset_millis * 1000;
