-- How the chosen projects are carried out: the published plan, what is done, contracts, decisions that change the plan.
-- Money is in the ledger: a book for each project.
create table delivery (
    id          uuid     primary key,
    round       uuid     not null references round,
    number      int      not null,              -- within the round
    title       text     not null,
    chosen      text     not null,              -- the announcement of the ballot's result
    organ       text     not null,              -- which carries it out
    goal        text     not null,
    goal_amount bigint   not null check (goal_amount > 0),
    goal_unit   text     not null,
    deadline    date     not null,
    safeguards  text     not null,
    book        uuid     not null,              -- of the ledger
    state       text     not null default 'PLANNED'
                check (state in ('PLANNED', 'UNDER_WAY', 'SUSPENDED', 'TERMINATED', 'DONE', 'ACCEPTED')),
    accepted    text     not null default '',   -- the document of the acceptance
    aftercare   text     not null default '',   -- who looks after what was built
    demo        boolean  not null,
    unique (round, number)
);

create table source (
    delivery uuid   not null references delivery,
    number   int    not null,
    name     text   not null,
    amount   bigint not null check (amount > 0),
    primary key (delivery, number)
);

create table milestone (
    delivery uuid     not null references delivery,
    number   int      not null,
    name     text     not null,
    weight   smallint not null check (weight between 1 and 100),
    planned  date     not null,
    done     date,
    note     text     not null default '',
    primary key (delivery, number)
);

create table contract (
    delivery   uuid not null references delivery,
    number     int  not null,
    name       text not null,
    contractor text not null,
    document   text not null,
    account    uuid not null,                   -- of the ledger: what was paid; its cap is the contract's sum
    primary key (delivery, number)
);

create table decision (
    delivery uuid        not null references delivery,
    number   int         not null,
    question uuid        not null,              -- decided by the standing committee
    kind     text        not null check (kind in ('CHANGE', 'SUSPEND', 'RESUME', 'TERMINATE')),
    text     text        not null,
    day      date        not null,
    primary key (delivery, number),
    unique (delivery, question)
);
