-- The way of a motion of dismissal after its filing: presidium, defence, vote of the whole body.
create table dismissal (
    filing     uuid primary key references filing,
    office     text not null,
    way        text not null,                  -- VOTE, INVESTIGATE
    state      text not null,
    presidium  uuid not null unique,           -- the question of the presidium
    vote       uuid unique,                    -- the question of the plenary
    approval   text                            -- of the level above, a chief procurator's
);
-- What the person concerned said, or that the right was not used.
create table defence (
    filing  uuid not null references filing,
    number  int  not null,
    form    text not null,                     -- PRESIDIUM, PLENARY, WRITTEN, NOT_USED
    sitting text,
    content text not null,
    at      timestamptz not null,
    paper   uuid,                              -- as printed for the deputies
    primary key (filing, number)
);
