-- The book of acts: append-only, one hash chain (canonical form: core chain).
create table act (
    number   bigint      primary key,
    at       timestamptz not null,
    actor    text        not null,
    role     text        not null,
    verb     text        not null,
    subject  text        not null,
    ground   text        not null,
    facts    text        not null,     -- JSON object of strings
    previous char(64)    not null,
    hash     char(64)    not null
);
create index act_subject on act (subject, number desc);
create index act_verb on act (verb text_pattern_ops, number desc);

-- One row: the end of the chain. Locking it orders the writers.
create table head (
    one    boolean  primary key default true check (one),
    number bigint   not null,
    hash   char(64) not null
);
insert into head (number, hash) values (0, repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the record is append-only';
end $$;
create trigger act_append_only before update or delete or truncate on act
    for each statement execute function refuse_change();
