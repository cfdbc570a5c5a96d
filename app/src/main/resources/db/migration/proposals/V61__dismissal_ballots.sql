-- The vote on a dismissal by papers: the ballot of the kernel, once begun; the newest one.
alter table dismissal add column ballot uuid unique;
