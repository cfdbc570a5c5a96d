-- Who wants to be reminded, by which mail. An address counts once the code mailed to it was typed in.
create table preference (
    account      uuid primary key,
    address      text,                          -- confirmed
    asked        text,                          -- an address that is being confirmed
    code         bytea,                         -- SHA-256 of the code mailed to it
    code_until   timestamptz,
    code_tries   int not null default 0,
    tasks        boolean not null default true,
    near         boolean not null default true,
    missed       boolean not null default true,
    feed         bytea unique,                  -- SHA-256 of the key of one's calendar
    check ((asked is null) = (code is null) and (code is null) = (code_until is null))
);

-- Written with the event, in its transaction; sent afterwards.
create table outbox (
    key          text primary key,              -- what the mail is about, for whom: each once
    account      uuid not null,
    address      text not null,
    kind         text not null check (kind in ('CODE', 'TASK', 'NEAR', 'MISSED')),
    subject      text not null,
    body         text not null,                 -- emptied once a code was sent
    calendar     text not null,                 -- iCalendar, or empty
    created_at   timestamptz not null,
    next_at      timestamptz not null,          -- not to be tried before
    attempts     int not null default 0,
    sent_at      timestamptz,
    given_up_at  timestamptz,
    failure      text
);
create index outbox_waiting on outbox (next_at) where sent_at is null and given_up_at is null;
create index outbox_account on outbox (account, created_at);
