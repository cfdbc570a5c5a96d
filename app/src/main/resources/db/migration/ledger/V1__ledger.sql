-- Books of what is owed and owned. Nothing here is ever changed or removed: a balance is what the last leg left, a limit
-- what was decided last, a mistake is reversed. The greatest amount is 2^53 - 1, which every reader of JSON keeps exactly.
create table book (
    id        uuid        primary key,
    subject   text        not null unique,     -- what it is kept for, kind:id
    body      text        not null,            -- whose treasurer keeps it
    name      text        not null,
    unit      text        not null,            -- e.g. CNY
    decimals  smallint    not null check (decimals between 0 and 6),
    demo      boolean     not null,
    opened_at timestamptz not null,
    opened_by text        not null
);
create index book_body on book (body);

create table account (
    id        uuid        primary key,
    book      uuid        not null references book,
    code      text        not null,
    name      text        not null,
    kind      text        not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
    opened_at timestamptz not null,
    opened_by text        not null,
    unique (book, code),
    unique (id, book)
);

-- How far an account's balance may go, in its own direction; the newest row holds.
create table limits (
    ordinal    bigint      generated always as identity primary key,
    account    uuid        not null references account,
    floor      bigint,
    cap        bigint,
    document   text        not null,           -- what decided it
    decided_at timestamptz not null,
    decided_by text        not null,
    check (floor <= cap)
);
create index limits_account on limits (account, ordinal desc);

create table posting (
    id        uuid        primary key,
    book      uuid        not null references book,
    number    bigint      not null check (number > 0),
    day       date        not null,
    text      text        not null,
    document  text        not null,            -- what it rests on
    key       text        not null,            -- the client's; the same key is the same posting
    legs      smallint    not null check (legs >= 2),
    digest    char(64)    not null,            -- of its content
    reverses  uuid        unique references posting,
    posted_at timestamptz not null,
    posted_by text        not null,
    unique (book, number),
    unique (book, key),
    unique (id, book, number)
);

create table leg (
    posting uuid     not null,
    book    uuid     not null,
    number  bigint   not null,
    line    smallint not null,
    account uuid     not null,
    amount  bigint   not null check (amount <> 0 and amount between -9007199254740991 and 9007199254740991),
    balance bigint   not null                  -- what it left: debits less credits
            check (balance between -9007199254740991 and 9007199254740991),
    primary key (posting, line),
    unique (account, number),
    foreign key (posting, book, number) references posting (id, book, number),
    foreign key (account, book) references account (id, book)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;
create trigger book_append_only before update or delete or truncate on book
    for each statement execute function refuse_change();
create trigger account_append_only before update or delete or truncate on account
    for each statement execute function refuse_change();
create trigger limits_append_only before update or delete or truncate on limits
    for each statement execute function refuse_change();
create trigger posting_append_only before update or delete or truncate on posting
    for each statement execute function refuse_change();
create trigger leg_append_only before update or delete or truncate on leg
    for each statement execute function refuse_change();

-- At the end of every transaction: a posting has as many legs as it says, two or more, and their sum is zero.
create function check_sum(which uuid) returns void language plpgsql as $$
declare
    posting ledger.posting;
    legs    bigint;
    total   numeric;
begin
    select * into posting from ledger.posting p where p.id = which;
    select count(*), coalesce(sum(l.amount), 0) into legs, total from ledger.leg l where l.posting = which;
    if legs <> posting.legs or total <> 0 then
        raise exception 'posting % does not balance: % legs of %, sum %', posting.number, legs, posting.legs, total;
    end if;
end $$;

create function posting_balances() returns trigger language plpgsql as $$
begin
    perform ledger.check_sum(new.id);
    return null;
end $$;
create constraint trigger posting_balances after insert on posting deferrable initially deferred
    for each row execute function posting_balances();

-- And every leg continues the balance that the leg before it left, as the leg after it continues its own.
create function leg_continues() returns trigger language plpgsql as $$
declare
    before numeric;
    after  numeric;
begin
    perform ledger.check_sum(new.posting);
    select coalesce((select l.balance from ledger.leg l where l.account = new.account and l.number < new.number
                      order by l.number desc limit 1), 0) into before;
    select coalesce((select l.balance - l.amount from ledger.leg l where l.account = new.account and l.number > new.number
                      order by l.number limit 1), new.balance) into after;
    if new.balance <> before + new.amount or new.balance <> after then
        raise exception 'account % of posting % does not continue its balance', new.account, new.number;
    end if;
    return null;
end $$;
create constraint trigger leg_continues after insert on leg deferrable initially deferred
    for each row execute function leg_continues();
