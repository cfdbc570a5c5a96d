-- The yearly rounds of livelihood projects and what was asked for in their calls.
create table round (
    id     uuid primary key,
    body   text    not null,           -- the congress
    year   int     not null,           -- in which the projects are to be finished
    place  text    not null,           -- whose rules count
    opens  date    not null,           -- first day of the call
    closes date    not null,           -- last day of the call
    notice text    not null,
    demo   boolean not null,
    unique (body, year),
    check (closes >= opens)
);

create table wish (
    id       uuid primary key,
    round    uuid not null references round,
    number   int  not null,            -- within the round, from 1
    code     text not null unique,     -- SHA-256 of the receipt's code, hexadecimal
    channel  text not null check (channel in ('WEB', 'PHONE', 'LETTER', 'STATION', 'DEPARTMENT')),
    title    text not null,
    text     text not null,
    "where"  text not null default '',
    contact  text not null default '', -- never public
    received timestamptz not null,
    state    text not null default 'RECEIVED' check (state in ('RECEIVED', 'ACCEPTED', 'REFUSED')),
    reason   text not null default '',
    lead     uuid references wish,     -- stands together with this one
    demo     boolean not null,
    unique (round, number),
    check (lead is null or (lead <> id and state = 'ACCEPTED'))
);
create index wish_lead on wish (lead) where lead is not null;
create index wish_round_state on wish (round, state, number);
