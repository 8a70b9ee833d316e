-- What is out of use can no longer be chosen; tickets that have it keep it. States have known this from the beginning.
alter table ticket_priority
    add column valid boolean not null default true,
    add check (valid or id <> 3);
