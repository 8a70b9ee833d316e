-- Which tickets a rule is for; as delivered, for all.
alter table notification_rule
    add column least_priority smallint not null default 1 check (least_priority between 1 and 5),
    add column type_ids       bigint[] not null default '{}';
comment on column notification_rule.type_ids is 'empty for tickets of every type and of none';
