-- Groups lie in groups. Where a directory is kept already, only those that name the person themselves go on to count, until an
-- administrator decides otherwise: more people may enter thereby.
alter table ldap_server add column nested boolean not null default false;
alter table ldap_server alter column nested drop default;
comment on column ldap_server.nested is 'whether a person is also in the groups in which the own groups lie';
