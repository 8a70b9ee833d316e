-- The configuration as it was: kept at night where it had changed, and before it was changed as a whole.
create table configuration_version (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    occasion  text not null check (occasion in ('night', 'import', 'return')),
    author    text not null,
    differing integer check (differing >= 0),
    document  bytea not null
);
comment on column configuration_version.author is 'who was about to change it; empty for the house itself';
comment on column configuration_version.differing is 'things that the version before told of otherwise; null for the first';
comment on column configuration_version.document is 'YAML, gzipped';
