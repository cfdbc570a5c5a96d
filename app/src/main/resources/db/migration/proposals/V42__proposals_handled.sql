-- Proposals of a CPPCC committee are handled like suggestions. A mover that seals its proposals seals its judgement too;
-- a clerk enters it, whose name this is. Empty: the author judged.
alter table feedback add column entered text not null default '';

-- How a key item was supervised (督办), each time; by the chair or the committee that was named.
create table supervision (
    filing  uuid not null references filing,
    held_on date not null,
    person  text not null,
    text    text not null,
    at      timestamptz not null,
    ordinal bigint generated always as identity primary key
);
create index supervision_filing on supervision (filing);
create trigger supervision_only_grows before update or delete on supervision
    for each row execute function never_changes();
