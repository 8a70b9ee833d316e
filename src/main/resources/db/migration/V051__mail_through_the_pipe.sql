-- Whether whoever sorts has heard of an arrival: not yet, if a program beside the desk brought it.

alter table arrival add column announced boolean not null default true;
create index arrival_unannounced on arrival (id) where not announced;
