-- Projects made from wishes or entered by departments, and how they become the list that deputies deliberate.
create table project (
    id     uuid primary key,
    round  uuid   not null references round,
    number int    not null,            -- within the round, from 1
    title  text   not null,
    goal   text   not null,            -- in measurable units
    organ  text   not null,            -- who would lead
    fen    bigint not null check (fen >= 0), -- estimated money
    state  text   not null default 'CANDIDATE'
           check (state in ('CANDIDATE', 'SCREENED', 'DROPPED', 'LISTED', 'DELIBERATED')),
    reason text   not null default '', -- why it was dropped
    demo   boolean not null,
    unique (round, number)
);

create table project_wish (
    project uuid not null references project,
    wish    uuid not null references wish,
    primary key (project, wish)
);

-- What the screening found, criterion by criterion.
create table project_check (
    project   uuid not null references project,
    criterion text not null,
    met       boolean not null,
    note      text not null default '',
    primary key (project, criterion)
);

-- What moved the whole list: the government's executive meeting, the standing committee, the referral to the deputies.
create table list_step (
    round  uuid not null references round,
    step   text not null check (step in ('LIST', 'HEAR', 'DELIBERATE')),
    day    date not null,
    record text not null,              -- number of the record or name of the meeting
    primary key (round, step)
);
