-- What residents want of a round's candidates, asked before the list is fixed.
create table poll (
    round     uuid    primary key references round,
    opens     date    not null,
    closes    date    not null check (closes >= opens),
    fen       bigint  not null check (fen > 0),             -- the money frame
    most      int     not null check (most >= 0),           -- projects on a ballot; 0: as many as the frame pays
    districts text[]  not null,
    begun     boolean not null default false,               -- a ballot was put in: the terms stand
    closed    boolean not null default false,
    ballots   int     not null default 0,                   -- when it was closed
    rules     int     not null default 0,                   -- that were counted then
    election  text    not null default '',                  -- in module budgeting
    demo      boolean not null
);

create table poll_item (
    round    uuid   not null references poll,
    project  uuid   not null references project,
    fen      bigint not null,                               -- the estimate when the terms were set
    votes    int    not null default 0,                     -- the rest: what came out, once closed
    rank     int    not null default 0,
    chosen   text[] not null default '{}',
    primary key (round, project)
);

-- Nothing tells whose a ballot is, or when it was put in.
create table poll_ballot (
    id       uuid    primary key,
    round    uuid    not null references poll,
    code     text    not null unique,                       -- SHA-256 of the receipt's code, hexadecimal
    paper    boolean not null,
    district text    not null default '',
    age      text    not null default '',
    sex      text    not null default ''
);
create index poll_ballot_round on poll_ballot (round);

create table poll_mark (
    ballot  uuid not null references poll_ballot on delete cascade,
    project uuid not null references project,
    primary key (ballot, project)
);
