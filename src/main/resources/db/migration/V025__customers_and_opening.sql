-- Finding and keeping the people who ask, and opening tickets for them at the desk.

alter table customer
    add column version integer not null default 0,
    add column words text generated always as (folded(name || ' ' || code || ' ' || city)) stored;
comment on column customer.words is 'by which it is found';
create index customer_name on customer (lower(name), id);

alter table customer_user
    add column version integer not null default 0,
    add column words text generated always as (folded(first_name || ' ' || last_name || ' ' || email || ' ' || login
                                                      || ' ' || phone || ' ' || replace(phone, ' ', ''))) stored;
comment on column customer_user.words is 'by which the person is found; the phone number with and without its spaces';
create index customer_user_further_customer_of on customer_user_further_customer (customer_id);

-- What keeps an agent's form that is sent twice from opening two tickets.
create table agent_submission (
    agent_id bigint not null references agent,
    key      uuid not null,
    number   text not null references ticket (number) deferrable initially deferred,
    primary key (agent_id, key)
);
comment on column agent_submission.key is 'the form, with what it said';
