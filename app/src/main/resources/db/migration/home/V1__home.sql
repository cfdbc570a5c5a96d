-- One row: by how many seconds the platform's clock is shifted (0 outside the demo).
create table clock (
    one            boolean primary key default true check (one),
    offset_seconds bigint not null default 0
);
insert into clock default values;

-- Answers already given to a key, so that a repeated request gets the first answer back.
create table idempotency (
    caller      text        not null,
    key         text        not null check (length(key) between 1 and 200),
    request     bytea       not null,               -- SHA-256 of method, path and body
    status      int         not null,
    content     text        not null,
    media_type  text        not null,
    location    text        not null default '',    -- where a created thing is; empty if nowhere
    answered_at timestamptz not null default now(),
    primary key (caller, key)
);
create index idempotency_by_age on idempotency (answered_at);
