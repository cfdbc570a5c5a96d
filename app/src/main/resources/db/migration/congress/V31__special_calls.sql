-- Who wants a special session, and for what: a decision of the standing committee, or deputies with their signatures.
create table special_call (
    id         uuid primary key,
    body       text not null,
    moved_by   text not null,                  -- STANDING_COMMITTEE, DEPUTIES
    title      text not null,
    content    text not null,
    state      text not null,                  -- OPEN, MADE, WITHDRAWN
    reference  text not null,                  -- of the standing committee's decision
    created_at timestamptz not null,
    made_at    timestamptz,
    due        int,                            -- all deputies when it was handed in, and how many had to sign
    required   int,
    session    text unique references session, -- the session that was called by it
    demo       boolean not null
);
create index special_call_body on special_call (body, created_at desc);
create table special_call_signer (
    call    uuid not null references special_call,
    mandate uuid not null,
    place   int  not null,                     -- 1 = leads
    at      timestamptz not null,
    withdrawn timestamptz,
    primary key (call, mandate)
);
