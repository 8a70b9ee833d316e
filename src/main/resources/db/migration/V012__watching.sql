-- V012__watching.sql
-- Who keeps an eye on which ticket.
create table ticket_watch (
    agent_id  bigint not null references agent,
    ticket_id bigint not null references ticket,
    since     timestamptz not null,
    primary key (agent_id, ticket_id)
);
create index ticket_watch_ticket on ticket_watch (ticket_id);
