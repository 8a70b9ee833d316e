-- When a draft was sent or thrown away: what was still on its way to it does not begin it anew.
create table draft_end (
    agent_id   bigint not null references agent,
    ticket_id  bigint references ticket,
    kind       text not null,
    article_no integer not null,
    at         timestamptz not null,
    constraint draft_end_once unique nulls not distinct (agent_id, ticket_id, kind, article_no)
);
