-- Service congress: the session of a people's congress.
create table session (
    id              text primary key check (id ~ '^[a-z0-9-]{1,80}$'),
    body            text not null,
    number          int  not null,
    name_zh         text not null,
    name_en         text not null,
    short_zh        text not null,
    short_en        text not null,
    state           text not null,
    report_in       date not null,
    opening         date not null,
    place           text not null,
    demo            boolean not null,
    presidium       text,                       -- the presidium's body, once elected
    proposed_deadline timestamptz,              -- put to the presidium
    motion_deadline timestamptz                 -- decided by the presidium
);

-- When a state was entered.
create table step (
    session text not null references session,
    state   text not null,
    at      timestamptz not null,
    primary key (session, state, at)
);

-- Who is proposed for, and after the decision holds, an office of the session.
create table slate (
    session  text not null references session,
    office   text not null,
    grouping int  not null default 0,           -- executive chairs sit in groups, one a plenary
    place    int  not null,
    member   text not null,                     -- member number in the congress
    primary key (session, office, grouping, place),
    unique (session, office, grouping, member)
);

-- What was decided, by which question.
create table decision (
    session    text not null references session,
    what       text not null,
    question   uuid not null,
    result     text not null,
    decided_at timestamptz not null,
    primary key (session, what)
);

-- 报到: arrival at the residence, for the whole session; not the sign-in of a sitting.
create table arrival (
    session   text not null references session,
    member    text not null,
    at        timestamptz not null,
    documents boolean not null default true,    -- 会议材料 handed over
    card      boolean not null default true,    -- 代表证 handed over
    room      text not null default '',         -- at the residence 驻地; empty if none is needed
    primary key (session, member)
);

-- A roster file between its preview and its import, for an hour.
create table upload (
    id      uuid primary key,
    body    text not null,
    account text not null,
    at      timestamptz not null,
    content bytea not null
);

-- 日程: what is dealt with when; a draft until the presidium has decided it.
create table schedule_item (
    session  text not null references session,
    place    int  not null,                     -- order in the schedule, from 1
    at       timestamptz not null,
    title_zh text not null,
    title_en text not null,
    room     text not null,
    primary key (session, place)
);
