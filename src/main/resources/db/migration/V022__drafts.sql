-- What an agent has begun to write and not sent yet.
create table draft (
    agent_id   bigint not null references agent,
    ticket_id  bigint not null references ticket,
    kind       text not null check (kind in ('answer', 'forward', 'note', 'mail', 'call', 'closure')),
    article_no integer not null default 0 check (article_no >= 0),
    content    jsonb not null,
    saved_at   timestamptz not null,
    primary key (agent_id, ticket_id, kind, article_no)
);
comment on column draft.article_no is 'the article that it is about, 0 for none';
create index draft_ticket on draft (ticket_id);
