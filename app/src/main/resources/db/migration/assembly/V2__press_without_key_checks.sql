-- A press names a question that the same transaction has locked and a mandate it has just read, and neither is ever
-- deleted: asking the database for both again at every press costs a tenth of the votes a second.
alter table press drop constraint press_question_fkey;
alter table participation drop constraint participation_question_fkey;
alter table participation drop constraint participation_mandate_fkey;
