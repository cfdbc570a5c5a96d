-- What kind of session it is: a file sessionkinds/<kind>.yml.
alter table session add column kind text not null default 'cn-city-congress';
alter table session add column template text;      -- the session it was copied from
