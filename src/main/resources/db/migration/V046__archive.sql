-- V046__archive.sql
-- What is closed and done with can leave the lists; it stays where it is and is found by whoever looks for it.
alter table ticket add column archived_at timestamptz;
alter table ticket add constraint ticket_archived_check check (archived_at is null or state_type = 'closed');
create index ticket_archived on ticket (created_at desc, id desc) where archived_at is not null;
