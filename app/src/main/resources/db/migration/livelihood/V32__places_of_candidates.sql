-- Where a candidate would be, if at one place; in degrees.
alter table project
    add latitude  numeric(8, 6) check (latitude between -90 and 90),
    add longitude numeric(9, 6) check (longitude between -180 and 180),
    add check ((latitude is null) = (longitude is null));
