-- What another service gives to the deputies to deliberate stands among the items under its own subject.
alter table congress.deliberated
    add column subject text not null default '',  -- e.g. livelihood-project:…; empty for the session's own items
    add column sort    text not null default '',  -- what it is one of, as its list is called
    add check ((subject = '') = (sort = ''));
create unique index deliberated_subject on congress.deliberated (session, subject) where subject <> '';
create index deliberated_by_subject on congress.deliberated (subject) where subject <> '';

-- A deputy sends the own words in writing.
alter table congress.note_version drop constraint note_version_way_check;
alter table congress.note_version
    add constraint note_version_way_check check (way in ('TYPED', 'CORRECTED_BY_SPEAKER', 'WITHDRAWN', 'SENT_BY_SPEAKER'));
