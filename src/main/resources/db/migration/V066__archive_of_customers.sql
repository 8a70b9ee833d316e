-- V066__archive_of_customers.sql
-- What is over is read without the archive, and the archive by itself.
drop index ticket_customer_over;
drop index ticket_customer_user_over;
create index ticket_customer_over on ticket (customer_id, coalesce(closed_at, changed_at) desc, number desc)
    where state_type in ('closed', 'merged') and archived_at is null;
create index ticket_customer_user_over on ticket (customer_user_id, coalesce(closed_at, changed_at) desc, number desc)
    where state_type in ('closed', 'merged') and archived_at is null;
create index ticket_customer_archived on ticket (customer_id, coalesce(closed_at, changed_at) desc, number desc)
    where state_type in ('closed', 'merged') and archived_at is not null;
create index ticket_customer_user_archived on ticket (customer_user_id, coalesce(closed_at, changed_at) desc, number desc)
    where state_type in ('closed', 'merged') and archived_at is not null;
