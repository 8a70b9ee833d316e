-- For which services customers can ask by themselves; what is not among them the desk alone says of a ticket.
alter table service add column for_customers boolean not null default false;

-- A rule can ask for which service a request is.
alter table routing_condition
    drop constraint routing_condition_field_check,
    add constraint routing_condition_field_check
        check (field in ('channel', 'recipient', 'sender', 'customer', 'service', 'subject', 'body'));
