-- Halls: seats, who sits where at a sitting, voting units, gates and boards, observers and the public gallery.

create table hall (
    id                text primary key check (id ~ '^[a-z0-9-]{1,80}$'),
    body              text not null references body,
    name_zh           text not null,
    name_en           text not null,
    picture_height_cm int  not null check (picture_height_cm between 50 and 3000),
    farthest_seat_cm  int  not null check (farthest_seat_cm between 100 and 20000),
    demo              boolean not null
);
create index hall_body on hall (body);

create table hall_seat (
    hall   text not null references hall,
    code   text not null,                     -- 12-8 on the floor, R1-5 on the rostrum
    area   text not null check (area in ('ROSTRUM', 'FLOOR', 'OBSERVERS', 'GALLERY')),
    block  text not null,
    rank   int  not null check (rank > 0),    -- the row 排
    number int  not null check (number > 0),  -- the seat in its row 号
    x      int  not null,                     -- place in the picture, in seats from the left
    y      int  not null,                     -- and from the front
    primary key (hall, code),
    unique (hall, x, y)
);

-- Gates and boards. What a device said last is no act: it is overwritten every few seconds and proves nothing.
create table hall_device (
    hall         text not null references hall,
    kind         text not null check (kind in ('GATE', 'BOARD')),
    number       int  not null check (number between 1 and 99),
    name         text not null,
    account      uuid,
    last_seen    timestamptz,
    drift_millis bigint,                      -- the device's clock minus the platform's when it was last seen
    primary key (hall, kind, number)
);

create table sitting_hall (
    sitting       text primary key references sitting,
    hall          text not null references hall,
    sign_in_after timestamptz,                -- gates turn away before
    sign_in_until timestamptz,                -- and after: late comers are signed in by hand, with a reason
    check (sign_in_after is null or sign_in_until is null or sign_in_after < sign_in_until)
);

-- Observers 列席 and visitors in the public gallery 旁听. They are no members: no table that counts members knows them.
create table guest (
    id           uuid primary key,
    body         text not null references body,
    kind         text not null check (kind in ('OBSERVER', 'VISITOR')),
    name         text not null,
    organisation text not null,
    card         text not null unique,
    active       boolean not null default true,
    demo         boolean not null,
    entered_at   timestamptz not null
);
create index guest_body on guest (body, kind);

create table guest_attendance (
    sitting     text not null references sitting,
    event_id    text not null,
    at          timestamptz not null,
    guest       uuid not null references guest,
    direction   text not null check (direction in ('IN', 'OUT')),
    device      text not null,
    sequence    bigint not null,
    received_at timestamptz not null,
    arrival     bigint generated always as identity,
    effect      text not null check (effect in ('COUNTED', 'NO_EFFECT', 'REJECTED')),
    refusal     text,
    primary key (sitting, event_id),
    check ((effect = 'REJECTED') = (refusal is not null))
);
create index guest_attendance_order on guest_attendance (sitting, guest, at, sequence, arrival) where effect <> 'REJECTED';

create table seating (
    sitting text not null references sitting,
    seat    text not null,
    mandate uuid references mandate,
    guest   uuid references guest,
    primary key (sitting, seat),
    unique (sitting, mandate),
    unique (sitting, guest),
    check ((mandate is null) <> (guest is null))
);

-- The voting unit 表决器 at a seat, as it reported itself or as an operator found it.
create table voting_unit (
    hall     text not null,
    seat     text not null,
    state    text not null check (state in ('OK', 'FAULT', 'OFFLINE')),
    source   text not null check (source in ('HEARTBEAT', 'OPERATOR')),
    since    timestamptz not null,
    heard_at timestamptz not null,
    note     text not null,
    primary key (hall, seat),
    foreign key (hall, seat) references hall_seat
);

-- A question that is put again because the vote on the first one was voided.
create table question_again (
    question uuid primary key references question,
    first    uuid not null unique references question,
    because  text not null
);
