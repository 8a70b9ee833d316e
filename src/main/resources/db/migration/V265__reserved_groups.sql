-- A reserved group: of the requests in its queues only those customers know who are named here, or people of theirs.
alter table permission_group add column reserved boolean not null default false;

create table customer_right (
    id               bigint generated always as identity primary key,
    group_id         bigint not null references permission_group on delete cascade,
    customer_id      bigint references customer on delete cascade,
    customer_user_id bigint references customer_user on delete cascade,
    writes           boolean not null,
    ours             boolean not null,
    check (num_nonnulls(customer_id, customer_user_id) = 1)
);
create unique index customer_right_of_customer on customer_right (customer_id, group_id) where customer_id is not null;
create unique index customer_right_of_person on customer_right (customer_user_id, group_id)
    where customer_user_id is not null;
create index customer_right_of_group on customer_right (group_id);
comment on column customer_right.customer_id is 'all people of whom it is confirmed that they ask for this customer';
comment on column customer_right.writes is 'whether they may open and answer there, or only read';
comment on column customer_right.ours is 'whether it reaches all requests of the customer, or only the own ones';
