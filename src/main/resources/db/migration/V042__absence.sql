-- Who is away from when to when, both days included, and who stands in.
create table absence (
    agent_id      bigint primary key references agent,
    first_day     date not null,
    last_day      date not null,
    substitute_id bigint references agent,
    note          text not null default '' check (length(note) <= 200),
    check (last_day >= first_day),
    check (substitute_id <> agent_id)
);
