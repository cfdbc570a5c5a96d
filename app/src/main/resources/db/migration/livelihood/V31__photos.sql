-- Pictures of projects, as they were redrawn: no metadata of the file that came is in them.
create table photo (
    delivery  uuid        not null references delivery,
    number    int         not null,
    stage     text        not null check (stage in ('BEFORE', 'DURING', 'AFTER')),
    alt       text        not null,
    taken     timestamp,                           -- by the clock of the camera
    latitude  numeric(8, 6),
    longitude numeric(9, 6),
    width     int         not null,
    height    int         not null,
    sha256    char(64)    not null,                -- of the large picture
    large     bytea,                               -- JPEG; null once it is taken back
    small     bytea,
    added     timestamptz not null,
    withdrawn timestamptz,
    reason    text        not null default '',
    primary key (delivery, number),
    check ((latitude is null) = (longitude is null)),
    check ((withdrawn is null) = (large is not null) and (withdrawn is null) = (small is not null)),
    check ((withdrawn is null) = (reason = ''))
);
alter table photo alter column large set storage external, alter column small set storage external;
