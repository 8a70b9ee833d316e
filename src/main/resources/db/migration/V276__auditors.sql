-- Roles of people who look after who comes in, such as oversight: who has one reads the log of access, and changes nothing there.

alter table role add column reads_access boolean not null default false;
comment on column role.reads_access is 'who has it may read the log of access, which otherwise only administrators may';
