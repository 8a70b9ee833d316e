-- What customers' pages read, and what keeps a form that is sent twice from counting twice.

create index ticket_customer_under_way on ticket (customer_id, created_at desc, number desc) include (queue_id)
    where state_type in ('new', 'open', 'pending_reminder', 'pending_auto');
create index ticket_customer_user_under_way on ticket (customer_user_id, created_at desc, number desc) include (queue_id)
    where state_type in ('new', 'open', 'pending_reminder', 'pending_auto');
create index ticket_customer_over on ticket (customer_id, coalesce(closed_at, changed_at) desc, number desc)
    where state_type in ('closed', 'merged');
create index ticket_customer_user_over on ticket (customer_user_id, coalesce(closed_at, changed_at) desc, number desc)
    where state_type in ('closed', 'merged');

create table submission (
    customer_user_id bigint not null references customer_user,
    key              uuid not null,
    number           text not null references ticket (number) deferrable initially deferred,
    primary key (customer_user_id, key)
);
comment on column submission.key is 'the form, with what it said';
