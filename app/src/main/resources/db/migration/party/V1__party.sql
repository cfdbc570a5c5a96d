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
    password      text,                       -- bcrypt
    totp          bytea,                      -- AES-GCM under the key in the home folder
    totp_step     bigint not null default 0   -- the last step used: no code counts twice
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
    created_at timestamptz not null,
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

-- Passkeys, as Spring Security's JDBC repositories expect them.
create table user_entities (
    id           varchar(1000) not null primary key,
    name         varchar(100)  not null,
    display_name varchar(200)
);
create table user_credentials (
    credential_id                varchar(1000) not null primary key,
    user_entity_user_id          varchar(1000) not null,
    public_key                   bytea         not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean       not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean       not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp,
    last_used                    timestamp,
    label                        varchar(1000) not null
);
