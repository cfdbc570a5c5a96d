-- Requests for leave, in writing; the reason is about the person and is shown only to those who decide and to the member.
create table leave_request (
    id         uuid primary key,
    session    text not null references session,
    member     text not null,                   -- member number in the session's body
    sitting    text,                            -- one sitting; null: the whole session
    reason     text not null,
    asked_at   timestamptz not null,
    state      text not null check (state in ('PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    answer     text not null default '',
    decided_at timestamptz
);
create index leave_request_session on leave_request (session);
