-- Persons, accounts, roles, sign-in.
create table person (
    id         uuid primary key,
    name       text not null check (length(name) between 1 and 200),
    sex        text,
    birth_year int,
    ethnicity  text,
    demo       boolean not null
);

create table account (
    id            uuid primary key,
    kind          text not null check (kind in ('STAFF', 'MEMBER', 'DEVICE')),
    login         text not null unique,
    name          text not null,
    person        uuid references person,
    demo          boolean not null,
    closed_at     timestamptz,
    password      text,                       -- {bcrypt}…
    first_until   timestamptz,                -- the password is a first one: to be replaced, good until then
    totp          bytea,                      -- AES-GCM under the key in the home folder
    totp_next     bytea,                      -- shown, not yet confirmed by a code
    totp_step     bigint not null default 0,  -- the last step used: no code counts twice
    unfinished    boolean not null default false  -- has not finished its first sign-in: its roles do not count yet
);
create index account_person on account (person);

create table role_held (
    account    uuid not null references account,
    role       text not null,
    scope      text not null,
    valid_from timestamptz not null,
    valid_to   timestamptz
);
create unique index role_held_once on role_held (account, role, scope) where valid_to is null;

create table session (
    token      bytea primary key,             -- SHA-256 of the token
    account    uuid not null references account,
    way        text not null,                 -- how it was opened: password, passkey, card, token
    created_at timestamptz not null,
    seen_at    timestamptz not null,          -- to the minute
    idle_until timestamptz,                   -- ends then if nothing comes before; null: only at its end
    expires_at timestamptz not null,
    ended_at   timestamptz
);
create index session_account on session (account);

-- What every node must forget about sessions: numbered under the epoch's row lock, read once a second.
create table session_epoch (
    number bigint not null
);
insert into session_epoch (number) values (0);
create table session_change (
    number  bigint not null,
    account uuid not null,
    at      timestamptz not null default now()
);
create index session_change_number on session_change (number);

create table hall_code (
    account    uuid primary key references account,
    code       bytea not null,                -- HMAC of the code under the key in the home folder
    expires_at timestamptz not null,
    tries      int not null default 0
);

create table passkey (
    id              bytea primary key,        -- the credential's id
    account         uuid not null references account,
    label           text not null check (length(label) between 1 and 60),
    public_key      bytea not null,           -- COSE
    attestation     bytea not null,
    signature_count bigint not null,
    transports      text not null,
    backup_eligible boolean not null,
    backup_state    boolean not null,
    created_at      timestamptz not null,
    used_at         timestamptz
);
create index passkey_account on passkey (account);

-- Challenges that were given out and not answered yet; each is answered once.
create table passkey_challenge (
    challenge  bytea primary key,
    account    uuid references account,       -- who registers a passkey; null: somebody signs in
    expires_at timestamptz not null
);
