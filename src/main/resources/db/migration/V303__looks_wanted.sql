-- How often somebody did not want to wait for the next look into a mailbox; whoever reads it notices a new number.
alter table mailbox add column looks_wanted integer not null default 0;
