-- How long something took that an agent wrote down.
alter table article add column minutes integer check (minutes > 0);

-- What stands under what agents write to others: the queue's own, or else the house's, which has no queue.
create table signature (
    queue_id bigint unique nulls not distinct references queue,
    body     text not null
);
insert into signature (queue_id, body) values (null, E'Cordiali saluti\n{{agent.name}}');
