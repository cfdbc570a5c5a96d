-- The plenary that heard of a decision, where it was held on the platform.
alter table decision_report add sitting text not null default '';
