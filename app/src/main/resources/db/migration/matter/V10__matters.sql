-- Days that differ from the week, and the years of which all such days are known.
create table holiday (
    day    date primary key,
    kind   text not null check (kind in ('OFF', 'WORK')),
    name   text not null,
    source text not null
);
create table holiday_year (
    year   int primary key,
    source text not null,
    at     timestamptz not null,
    by     text not null
);

-- The last number given in a series; a number is never given twice.
create table series (
    name text primary key,
    last int not null check (last > 0)
);

create table matter (
    id        uuid primary key,
    procedure text not null,
    place     text not null,
    subject   text not null,
    series    text not null,
    number    int,
    title     text not null,
    state     text not null,
    version   int not null,
    opened_at timestamptz not null,
    since     timestamptz not null,             -- in this state
    demo      boolean not null,
    unique (series, number)
);
create unique index matter_subject on matter (subject) where subject <> '';

create table party (
    matter  uuid not null references matter,
    actor   text not null,
    holder  text not null,                      -- person:… or body:…
    name    text not null,
    since   timestamptz not null,
    until   timestamptz,
    ordinal int generated always as identity primary key
);
create index party_matter on party (matter);
create unique index party_once on party (matter, actor, holder) where until is null;

create table step (
    matter     uuid not null references matter,
    number     int not null,
    at         timestamptz not null,
    actor      text not null,
    role       text not null,
    transition text not null,
    was        text not null,
    became     text not null,
    reason     text not null,
    ground     text not null,
    documents  text not null,                   -- name=value, one a line
    primary key (matter, number)
);

create table deadline (
    id        uuid primary key,
    matter    uuid not null references matter,
    limit_id  text not null,
    actor     text not null,
    kind      text not null check (kind in ('DUTY', 'RIGHT')),
    starts    date not null,
    period    text not null,
    ground    text not null,
    due       date,                             -- null while a holiday table is missing
    longest   text,
    extended  boolean not null default false,
    ordinal   bigint generated always as identity,
    ending    text check (ending in ('MET', 'MET_LATE', 'RESTARTED', 'DROPPED')),
    ended_at  timestamptz,
    near_at   timestamptz,
    missed_at timestamptz,
    check ((ending is null) = (ended_at is null))
);
create index deadline_matter on deadline (matter, ordinal);
create index deadline_open on deadline (due) where ending is null;
create unique index deadline_once on deadline (matter, limit_id) where ending is null;

create table recomputation (
    id      uuid primary key,
    at      timestamptz not null,
    by      text not null,
    cause   text not null,
    looked  int not null,
    changed int not null,
    unknown int not null
);

create table deadline_change (
    ordinal       bigint generated always as identity primary key,
    deadline      uuid not null references deadline,
    at            timestamptz not null,
    by            text not null,
    cause         text not null check (cause in ('EXTENDED', 'START_MOVED', 'HOLIDAYS')),
    recomputation uuid references recomputation,
    starts        date not null,
    period        text not null,
    due_before    date,
    due_after     date,
    reason        text not null
);
create index deadline_change_deadline on deadline_change (deadline, ordinal);
create index deadline_change_recomputation on deadline_change (recomputation, ordinal);

create table task (
    id      uuid primary key,
    matter  uuid not null references matter,
    actor   text not null,
    holder  text not null,
    since   timestamptz not null,
    done_at timestamptz
);
create index task_open on task (holder) where done_at is null;
create index task_matter on task (matter) where done_at is null;

create table letter (
    id        uuid primary key,
    matter    uuid not null references matter,
    at        timestamptz not null,
    by        text not null,
    direction text not null check (direction in ('IN', 'OUT')),
    way       text not null check (way in ('LETTER', 'VISIT', 'MEETING', 'PHONE', 'ONLINE')),
    held_on   date not null,
    with_whom text not null,
    subject   text not null,
    text      text not null,
    ordinal   bigint generated always as identity
);
create index letter_matter on letter (matter, ordinal);

create table link (
    id            uuid primary key,
    type          text not null check (type in ('MERGED', 'CONVERTED', 'DUPLICATE', 'RELATED', 'FOLLOW_UP')),
    from_matter   uuid not null references matter,
    to_matter     uuid not null references matter check (to_matter <> from_matter),
    at            timestamptz not null,
    by            text not null,
    reason        text not null,
    undone_at     timestamptz,
    undone_by     text,
    undone_reason text,
    ordinal       bigint generated always as identity
);
create index link_from on link (from_matter);
create index link_to on link (to_matter);
create unique index link_once on link (type, from_matter, to_matter) where undone_at is null;

-- History only grows.
create function never_changes() returns trigger language plpgsql as $$
begin
    raise exception '% only grows', tg_table_name;
end $$;
create trigger step_only_grows before update or delete on step for each row execute function never_changes();
create trigger letter_only_grows before update or delete on letter for each row execute function never_changes();
create trigger deadline_change_only_grows before update or delete on deadline_change
    for each row execute function never_changes();
create trigger matter_stays before delete on matter for each row execute function never_changes();
create trigger deadline_stays before delete on deadline for each row execute function never_changes();
create trigger link_stays before delete on link for each row execute function never_changes();
