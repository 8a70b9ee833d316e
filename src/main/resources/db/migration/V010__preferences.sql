-- What an agent set up for the own eyes: columns, widgets, sizes. Nothing here decides what may be seen.
create table agent_preference (
    agent_id bigint not null references agent,
    name     text not null check (name <> ''),
    value    jsonb not null,
    primary key (agent_id, name)
);
