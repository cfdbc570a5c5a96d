-- 日程: until when an item lasts and for whom it is; what the standing chairs adjusted after the decision.
alter table schedule_item add column until timestamptz;
alter table schedule_item add column who text not null default '';
alter table schedule_item add check (until is null or until > at);

create table schedule_change (
    session text not null references session,
    number  int  not null,                      -- from 1
    at      timestamptz not null,
    made_by text not null,
    reason  text not null,
    earlier text not null,                      -- the schedule before, an item a line: at, until, title zh, title en, room, who
    primary key (session, number)
);
