-- A directory (LDAP, Active Directory) whose people are agents here.

create table ldap_server (
    one        boolean primary key default true check (one),
    active     boolean not null,
    host       text not null check (host <> ''),
    port       integer not null check (port between 1 and 65535),
    encryption text not null check (encryption in ('TLS', 'STARTTLS', 'NONE')),
    own_ca     text not null default '',
    bind_dn    text not null default '',
    -- encrypted: see docs/settings.md
    secret     bytea,
    base       text not null,
    filter     text not null,
    login      text not null,
    first_name text not null,
    last_name  text not null,
    email      text not null,
    groups     text not null,
    check ((bind_dn = '') = (secret is null))
);

create table ldap_role (
    role_id    bigint primary key references role on delete cascade,
    group_name text not null check (group_name <> '')
);
comment on table ldap_role is 'members of the group hold the role; who is in no such group does not enter';

create table ldap_agent (
    agent_id bigint primary key references agent on delete cascade
);
comment on table ldap_agent is 'agents whose password and roles the directory knows: they have no password here';
