-- The card of a project that is carried out: who answers for it, who helps, where, what is spent in which year, what may go
-- wrong, what its organ reports.
create table district (
    body    text not null,                       -- of which congress
    code    text not null,
    number  int  not null,                       -- order on lists
    name_zh text not null,
    name_en text not null,
    short   text not null,                       -- as it stands in the drawing
    tile    int[] not null check (cardinality(tile) = 4),            -- column, row, columns, rows
    box     numeric(9, 6)[] not null check (cardinality(box) = 4),   -- south, west, north, east
    primary key (body, code)
);

create table card (
    delivery uuid primary key references delivery,
    version  int  not null,                      -- grows with each change of what stands in this table and the next three
    office   text not null,
    person   text not null
);

create table assistant (
    delivery uuid not null references card,
    number   int  not null,
    organ    text not null,
    primary key (delivery, number)
);

create table site (
    delivery  uuid not null references card,
    number    int  not null,
    name      text not null,
    district  text not null default '',          -- empty: the congress has no drawing
    latitude  numeric(8, 6),
    longitude numeric(9, 6),
    primary key (delivery, number),
    check ((latitude is null) = (longitude is null))
);

create table yearly (
    delivery uuid   not null references card,
    number   int    not null,
    source   text   not null,
    year     int    not null,
    amount   bigint not null check (amount > 0), -- in fen
    primary key (delivery, number)
);

create table risk (
    delivery uuid not null references delivery,
    number   int  not null,
    risk     text not null,
    measure  text not null,
    found    date not null,
    closed   date,
    outcome  text not null default '',
    primary key (delivery, number),
    check ((closed is null) = (outcome = ''))
);

create table report (
    delivery uuid     not null references delivery,
    number   int      not null,
    day      date     not null,
    percent  smallint not null check (percent between 0 and 100),
    text     text     not null,
    primary key (delivery, number)
);
