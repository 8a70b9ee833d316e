-- Where a queue does not follow the house: whether this rule tells anybody of what happens in it.
create table notification_exception (
    queue_id bigint not null references queue,
    rule_id  bigint not null references notification_rule,
    told     boolean not null,
    primary key (queue_id, rule_id)
);

-- What the house wants instead of what we deliver; null for as delivered. So what is delivered can be had again.
alter table notification_rule add column house boolean;
