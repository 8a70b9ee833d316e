-- Letters about a queue's tickets come from the queue's own address, where it or one above it has one.
alter table queue add column sender_name text not null default '';
comment on column queue.sender_name is 'beside the address it writes from; empty for that of the company';
alter table letter
    add column sender_name    text not null default '',
    add column sender_address text;
comment on column letter.sender_address is 'from which it comes; null for that of the company';
