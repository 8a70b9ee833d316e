-- V065__suppliers.sql
-- An authorised supplier works in given queues and sees nothing else (S8): neither the whole register nor all colleagues.
alter table agent add column supplier boolean not null default false;
comment on column agent.supplier is 'knows only the customers, people and colleagues of the queues that the agent reads';
