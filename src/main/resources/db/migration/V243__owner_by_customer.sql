alter table customer add column owner_id bigint references agent;
comment on column customer.owner_id is 'who deals with its new tickets where neither a rule nor a filter says otherwise';
