-- Files that a version of the configuration names, or that came along with a document which somebody is looking at.
create table configuration_file (
    version_id bigint references configuration_version on delete cascade,
    hash       bytea not null references blob,
    kept_at    timestamptz not null
);
comment on column configuration_file.version_id is 'null for what came along: it is swept after a day';
create index configuration_file_version on configuration_file (version_id);
create index configuration_file_hash on configuration_file (hash);
