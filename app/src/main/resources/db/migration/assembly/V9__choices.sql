-- Choices by ranked ballots.
create table choice (
    id          uuid primary key,
    sitting     text not null references sitting,
    title_zh    text not null,
    title_en    text not null,
    method      text not null,
    seats       int  not null check (seats >= 1),
    options     text[] not null,
    state       text not null,
    listed_at   timestamptz not null,
    due         int,
    opened_at   timestamptz,
    closed_at   timestamptz,
    declared_at timestamptz,
    tie_chosen  text[] not null default '{}',
    tie_reason  text not null default ''
);
create index choice_sitting on choice (sitting, listed_at);

-- While the vote runs the ranking stands under a pseudonym; key and rows go when it closes.
create table choice_key (
    choice uuid primary key references choice,
    key    bytea not null
);
create table choice_press (
    choice  uuid  not null references choice,
    voter   bytea not null,
    ranking int[] not null,                          -- places in options, from 1
    primary key (choice, voter)
);
create table choice_participation (
    choice  uuid not null references choice,
    mandate uuid not null references mandate,
    primary key (choice, mandate)
);
-- The papers of a closed vote, in random order, without voter and time.
create table choice_paper (
    choice  uuid not null references choice,
    place   int  not null,
    ranking int[] not null,
    primary key (choice, place)
);
