-- How the house calls and marks its states and priorities; what is empty is said as we deliver it.
alter table ticket_state
    add column label_it    text not null default '' check (length(label_it) <= 60),
    add column label_en    text not null default '' check (length(label_en) <= 60),
    add column customer_it text not null default '' check (length(customer_it) <= 60),
    add column customer_en text not null default '' check (length(customer_en) <= 60),
    add column mark        text check (mark in ('grey', 'accent', 'green', 'ochre', 'violet', 'red', 'teal', 'pink')),
    add column version     integer not null default 0;
comment on column ticket_state.customer_it is 'how customers read it in the portal and in letters';

create table ticket_priority (
    id       smallint primary key check (id between 1 and 5),
    label_it text not null default '' check (length(label_it) <= 60),
    label_en text not null default '' check (length(label_en) <= 60),
    mark     text check (mark in ('grey', 'accent', 'green', 'ochre', 'violet', 'red', 'teal', 'pink')),
    version  integer not null default 0
);
insert into ticket_priority (id) values (1), (2), (3), (4), (5);
