-- The book of what administrators change.
create table audit_line (
    no       bigint      primary key check (no > 0),
    at       timestamptz not null,
    agent_id bigint      references agent,
    author   text        not null,
    address  text        not null,
    topic    text        not null check (topic ~ '^[a-z_]+$'),
    thing    text        not null,
    name     text        not null,
    act      text        not null check (act in ('made', 'changed', 'removed')),
    changes  json        not null,
    hash     bytea       not null
);
comment on column audit_line.author is 'as the person was called then; empty for a stranger at the door and for the house itself';
comment on column audit_line.address is 'from which the person came; empty for the house itself';
comment on column audit_line.thing is 'by what its own table knows it';
comment on column audit_line.changes is 'per field what stood there and what stands there now; secrets are masked';
comment on column audit_line.hash is 'SHA-256 over the previous line''s hash and this line; one append-only chain';

create trigger audit_line_append_only before update or delete on audit_line
    for each row execute function refuse_change();
create trigger audit_line_no_truncate before truncate on audit_line
    for each statement execute function refuse_change();
