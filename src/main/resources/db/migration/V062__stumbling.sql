-- How often it went wrong to fetch a mail, for reasons of its own, and what was said last.
create table mailbox_stumble (
    mailbox_id bigint not null references mailbox on delete cascade,
    epoch      integer not null,
    uid        text not null,
    tries      integer not null,
    words      text not null,
    primary key (mailbox_id, epoch, uid)
);
