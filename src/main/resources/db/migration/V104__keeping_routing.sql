-- Routing rules are kept in the browser. Their order is changed by one statement, which the unique position forbade.
alter table routing_rule drop constraint routing_rule_position_key;
alter table routing_rule add column version integer not null default 0;
