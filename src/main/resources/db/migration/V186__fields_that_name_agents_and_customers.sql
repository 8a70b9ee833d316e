-- Fields of the house's own that name an agent or an organisation.
alter table ticket_field
    add column named_agent_id bigint references agent,
    add column named_customer_id bigint references customer,
    drop constraint ticket_field_check,
    add constraint ticket_field_check
        check (num_nonnulls(text, number, day, moment, yes, option_id, named_agent_id, named_customer_id) = 1);
create index ticket_field_agent on ticket_field (named_agent_id) where named_agent_id is not null;
create index ticket_field_customer on ticket_field (named_customer_id) where named_customer_id is not null;

alter table customer_field
    add column named_agent_id bigint references agent,
    add column named_customer_id bigint references customer,
    drop constraint customer_field_check,
    add constraint customer_field_check
        check (num_nonnulls(text, number, day, moment, yes, option_id, named_agent_id, named_customer_id) = 1);

alter table customer_user_field
    add column named_agent_id bigint references agent,
    add column named_customer_id bigint references customer,
    drop constraint customer_user_field_check,
    add constraint customer_user_field_check
        check (num_nonnulls(text, number, day, moment, yes, option_id, named_agent_id, named_customer_id) = 1);
