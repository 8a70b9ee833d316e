-- Who is on a ticket's page right now. What lives for seconds need not survive a crash.
create unlogged table presence (
    ticket_id bigint not null references ticket on delete cascade,
    agent_id  bigint not null references agent on delete cascade,
    kind      text not null check (kind in ('looking', 'writing')),
    until     timestamptz not null,
    primary key (ticket_id, agent_id)
);
