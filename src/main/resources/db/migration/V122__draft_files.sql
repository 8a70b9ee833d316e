-- The files of what is begun and not sent yet.
create table draft_file (
    id         bigint generated always as identity primary key,
    agent_id   bigint not null references agent,
    draft_id   bigint references draft on delete set null,
    name       text not null check (length(name) between 1 and 255),
    media_type text not null,
    size       bigint not null check (size >= 0),
    hash       bytea not null references blob,
    kept_at    timestamptz not null
);
comment on column draft_file.draft_id is 'null when the draft was sent or is not wanted any more: the file is swept';
create index draft_file_draft on draft_file (draft_id);
create index draft_file_forgotten on draft_file (kept_at) where draft_id is null;

-- Before bytes are forgotten, whoever could refer to them is asked.
create index draft_file_hash on draft_file (hash);
create index attachment_hash on attachment (hash);
create index letter_attachment_hash on letter_attachment (hash);
create index answer_template_file_hash on answer_template_file (hash);
create index printout_hash on printout (hash);
