-- In which language and zone the house speaks to whoever has chosen none.
alter table company
    add column language  text not null default 'it' check (language in ('it', 'en')),
    add column time_zone text;
comment on column company.time_zone is 'null for the one that the operator set';
