-- A decided schedule is changed by the presidium: what the secretariat drafts, the question by which it was put.
create table schedule_proposal (
    session    text not null references session,
    number     int  not null,                   -- from 1
    at         timestamptz not null,
    made_by    text not null,
    reason     text not null,
    base       int  not null,                   -- changes of the schedule when it was drafted
    question   uuid,
    result     text check (result in ('ADOPTED', 'REJECTED')),
    decided_at timestamptz,
    primary key (session, number),
    check (result is null or question is not null)
);

create table schedule_proposal_item (
    session  text not null,
    number   int  not null,
    place    int  not null,
    at       timestamptz not null,
    title_zh text not null,
    title_en text not null,
    room     text not null,
    until    timestamptz,
    who      text not null default '',
    primary key (session, number, place),
    foreign key (session, number) references schedule_proposal
);

alter table schedule_change add column question uuid; -- the presidium's; empty where standing chairs adjusted
