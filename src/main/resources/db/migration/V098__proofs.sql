-- What stands behind a mail that came in, looked at once, at its receipt.

create table article_signature (
    article_id bigint primary key references article on delete cascade,
    worth      text not null check (worth in ('valid', 'other_sender', 'expired', 'unknown_signer', 'weak', 'invalid')),
    name       text not null default '',
    address    text not null default '',
    until      timestamptz
);
comment on column article_signature.until is 'when the signer''s certificate ends; null where none could be read';

create table article_certified (
    article_id bigint primary key references article on delete cascade,
    kind       text not null check (kind in ('message', 'anomaly', 'accepted', 'not_accepted', 'taken', 'delivered',
                                             'uncertain', 'not_delivered', 'virus')),
    sender     text not null default '',
    provider   text not null default '',
    identifier text not null default '',
    at         timestamptz,
    refers_to  text,
    addresses  text[] not null default '{}',
    error      text not null default ''
);
comment on table article_certified is 'Italian certified mail: messages, and receipts on messages of ours';
comment on column article_certified.refers_to is 'the name of our mail, of a receipt';
create index article_certified_receipts on article_certified (refers_to) where refers_to is not null;
