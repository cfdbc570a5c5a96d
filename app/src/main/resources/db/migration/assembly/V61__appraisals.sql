-- Appraisals: several items on one secret paper.
create table appraisal (
    id          uuid primary key,
    sitting     text not null references sitting,
    subject     text not null,
    title_zh    text not null,
    title_en    text not null,
    form        text not null check (form in ('ELECTRONIC', 'PAPER')),
    state       text not null check (state in ('LISTED', 'VOTING', 'CLOSED', 'DECLARED', 'WITHDRAWN')),
    attempt     int  not null default 1,
    listed_at   timestamptz not null,
    due         int,
    present     int,
    issued      int,
    opened_at   timestamptz,
    closed_at   timestamptz,
    declared_at timestamptz
);
create index appraisal_sitting on appraisal (sitting, listed_at);
create index appraisal_subject on appraisal (subject);

create table appraisal_item (
    appraisal uuid not null references appraisal,
    number    int  not null,
    title     text not null,
    subject   text not null,
    primary key (appraisal, number)
);

-- While the vote runs a paper stands under a pseudonym; key and rows go when it closes.
create table appraisal_key (
    appraisal uuid primary key references appraisal,
    key       bytea not null
);
create table appraisal_press (
    appraisal uuid  not null references appraisal,
    voter     bytea not null,
    grades    int[] not null,                        -- places in Grade, from 0, one an item
    primary key (appraisal, voter)
);
create table appraisal_participation (
    appraisal uuid not null references appraisal,
    mandate   uuid not null references mandate,
    primary key (appraisal, mandate)
);
-- The papers of a closed vote, in random order, without voter and time.
create table appraisal_paper (
    appraisal uuid not null references appraisal,
    place     int  not null,
    grades    int[] not null,
    primary key (appraisal, place)
);
-- What each of two tellers counted on paper: papers, then the four grades of each item.
create table appraisal_count (
    appraisal uuid not null references appraisal,
    teller    text not null,
    issued    int  not null,
    returned  int  not null,
    invalid   int  not null,
    tallies   int[] not null,
    primary key (appraisal, teller)
);
