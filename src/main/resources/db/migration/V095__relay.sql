-- The server that takes our mail, if administrators keep one.

create table relay (
    one        boolean primary key default true check (one),
    host       text not null check (host <> ''),
    port       integer not null check (port between 1 and 65535),
    encryption text not null check (encryption in ('TLS', 'STARTTLS', 'IF_OFFERED', 'NONE')),
    user_name  text not null default '',
    -- encrypted: see docs/settings.md
    secret     bytea,
    own_ca     text not null default '',
    check ((user_name = '') = (secret is null))
);
