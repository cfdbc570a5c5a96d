-- A ballot on projects: how they are determined. Persons stand on the paper where there is no preset.
alter table election
    add preset text check (preset in ('PLURALITY', 'MAJORITY_THEN_PLURALITY', 'EQUAL', 'RANK')),
    add base   text,                                   -- of what a majority is more than half
    add again  boolean,                                -- whether places that nobody fills are voted on again
    add check ((preset is null) = (base is null) and (preset is null) = (again is null));

-- What a project got on numbered papers.
alter table election_tally add points bigint not null default 0;
