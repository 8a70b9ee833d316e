-- A queue is reached by several addresses; no address reaches two queues.
create table queue_address (
    queue_id bigint   not null references queue,
    position smallint not null,
    address  text     not null check (address <> ''),
    primary key (queue_id, position)
);
create unique index queue_address_once on queue_address (lower(address));
comment on column queue_address.position is 'the first is the one the queue writes from';

insert into queue_address (queue_id, position, address)
select distinct on (lower(email)) id, 1, email
  from queue
 where email <> ''
 order by lower(email), id;

alter table queue
    drop column email,
    add column version integer not null default 0;
