-- Elections that another module held: where their ballots came from, empty for those that were uploaded.
alter table election add column source text not null default '';
drop index election_content;
create unique index election_content on election (sha256) where not withdrawn and source = '';
