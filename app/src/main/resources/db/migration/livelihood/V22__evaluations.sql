-- What deputies say of what was delivered, and that its owner took it over.
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check
    check (state in ('PLANNED', 'UNDER_WAY', 'SUSPENDED', 'TERMINATED', 'DONE', 'ACCEPTED', 'EVALUATED', 'AFTERCARE'));

create table evaluation (
    delivery      uuid primary key references delivery,
    appraisal     uuid not null,                -- of the assembly
    item          int  not null,
    issued        int  not null,
    returned      int  not null,
    invalid       int  not null,
    satisfied     int  not null,
    basically     int  not null,
    not_satisfied int  not null,
    abstain       int  not null,
    day           date not null,
    unique (appraisal, item),
    check (satisfied + basically + not_satisfied + abstain = returned - invalid and returned <= issued)
);

create table handover (
    delivery uuid primary key references delivery,
    day      date not null,
    document text not null
);

-- What residents say, apart from that: no person is stored, of a slip only the digest of its code.
create table rating_period (
    round  uuid primary key references round,
    opened timestamptz not null,
    closed timestamptz
);

create table slip_batch (
    round  uuid not null references round,
    number int  not null,
    place  text not null,
    day    date not null,
    primary key (round, number)
);

create table slip (
    digest text primary key,
    round  uuid not null,
    batch  int  not null,
    foreign key (round, batch) references slip_batch
);
create index slip_of_batch on slip (round, batch);

create table rating (
    slip     text     not null references slip,
    delivery uuid     not null references delivery,
    stars    smallint not null check (stars between 1 and 5),
    primary key (slip, delivery)
);
create index rating_of_delivery on rating (delivery);
