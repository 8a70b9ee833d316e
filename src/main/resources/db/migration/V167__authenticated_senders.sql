-- Whether the servers that a mailbox names vouch for the sender of a mail (RFC 8601), looked at once, at its receipt.
alter table mailbox add column gateways text[] not null default '{}';
comment on column mailbox.gateways is 'the servers whose word on senders counts, as they call themselves, in small letters; none where nobody is asked';

create table article_authentication (
    article_id    bigint primary key references article on delete cascade,
    authenticated boolean not null,
    server        text not null default '',
    dmarc         text not null default '',
    spf           text not null default '',
    dkim          text not null default ''
);
comment on column article_authentication.server is 'who says so; empty where none of the mailbox''s servers said anything';
