-- The deputies' ballot of a round, through the assembly; the first ballot stands for all that follow from it.
create table ballot (
    round    uuid primary key references round,
    election uuid not null unique              -- of the assembly
);

alter table project
    drop constraint project_state_check,
    add constraint project_state_check check (state in ('CANDIDATE', 'SCREENED', 'DROPPED', 'LISTED', 'DELIBERATED',
        'CHOSEN', 'NOT_CHOSEN', 'TIED'));

-- The session whose presidium referred the list, where it decided on the platform.
alter table list_step add session text;

-- The project that the deputies chose; none where the choice was made before the platform.
alter table delivery add project uuid unique references project;
