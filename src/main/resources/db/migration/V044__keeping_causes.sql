-- V044__keeping_causes.sql
-- Administrators keep the list of causes (S71): who corrected it in between is noticed, and uses are counted.
alter table failure_cause add column version integer not null default 0;
create index ascertainment_cause on ascertainment (cause_id);
