-- In whose name a proposal is moved, if not in the members' own.
create table collective (
    filing uuid primary key references filing,
    mover  text not null,
    name   text not null
);
-- The examiners' opinions, then the chair's decision.
create table examination (
    filing   uuid not null references filing,
    place    int  not null,
    account  uuid not null,
    examiner text not null,
    outcome  text not null,
    reason   text not null,
    at       timestamptz not null,
    primary key (filing, place),
    unique (filing, account)
);
-- What a place decides for itself; a body without a row goes by what is usual.
create table place_rules (
    body          text primary key,
    months_before int     not null,
    examiners     int     not null,
    contact       boolean not null,
    lists         text    not null               -- names, separated by commas
);
-- What was said to an author, in the order in which it was said.
create table returned (
    filing       uuid not null references filing,
    place        int  not null,
    because      text,
    inadmissible text,
    reason       text not null,
    at           timestamptz not null,
    primary key (filing, place)
);
-- How an author of a suggestion is reached; for the author and who examines it, and no part of the text that is signed.
create table reached (
    filing  uuid primary key references filing,
    contact text not null
);
