-- What became of each backup that this database was asked for; one that was made again from a backup does not know that one.
create table backup (
    id       bigint generated always as identity primary key,
    began_at timestamptz not null,
    ended_at timestamptz not null,
    file     text        not null,
    size     bigint      not null check (size >= 0),
    problem  text        not null,
    check (problem = '' or size = 0)
);
