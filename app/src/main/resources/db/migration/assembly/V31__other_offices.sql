-- State offices that a member of the standing committee may not hold (OL 47(3)), as the clerk enters them.
create table other_office (
    id       uuid primary key,
    mandate  uuid not null references mandate,
    organ    text not null,                    -- ADMINISTRATIVE, SUPERVISORY, JUDICIAL, PROCURATORIAL
    title    text not null,
    gives_up boolean not null,                 -- has declared to resign from it if elected
    ended_at timestamptz
);
create index other_office_mandate on other_office (mandate);
