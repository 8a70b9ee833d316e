-- What a mail that came in adds to the counter.

alter table article
    add column sender_address text not null default '',
    add column reply_to       text not null default '',
    add column unverified     boolean not null default false;
comment on column article.sender_address is 'of a mail that came in: its From, as far as it is an address';
comment on column article.reply_to is 'where its sender wants answers, if elsewhere';
comment on column article.unverified is 'by somebody who is nobody to this ticket, whatever the mail says';

-- Further addresses by which a person writes (F21).
create table customer_user_address (
    customer_user_id bigint not null references customer_user,
    address          text not null,
    primary key (customer_user_id, address)
);
create unique index customer_user_address_once on customer_user_address (lower(address));
create index queue_email on queue (lower(email)) where email <> '';

-- What becomes of a mail about a ticket that is closed, and of one by a stranger.
alter table queue
    add column on_closed   text not null default 'reopen' check (on_closed in ('reopen', 'new_ticket', 'reject')),
    add column on_stranger text not null default 'note' check (on_stranger in ('note', 'new_ticket'));
comment on column queue.email is 'by which it is reached';

create index article_recipient_address on article_recipient (lower(address)) where address <> '';
