-- The questions by which a body decided about a filing.
create table decided_by (
    filing   uuid not null references filing,
    question uuid not null,
    primary key (filing, question)
);
