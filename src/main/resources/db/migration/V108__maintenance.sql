-- What is said to everybody while something is done to the house; at most one thing at a time.
create table maintenance (
    id      boolean     primary key default true check (id),
    text_it text        not null check (text_it <> ''),
    text_en text        not null check (text_en <> ''),
    since   timestamptz not null,
    until   timestamptz check (until > since),
    closed  boolean     not null
);
comment on column maintenance.closed is 'whether meanwhile only administrators may enter';
