-- That a mail came encrypted, and what became of opening it, once, at its receipt.
create table article_encryption (
    article_id bigint primary key references article on delete cascade,
    kind       text not null check (kind in ('smime', 'openpgp')),
    fate       text not null check (fate in ('opened', 'no_key', 'refused', 'unprotected', 'damaged')),
    algorithm  text not null default ''
);
comment on column article_encryption.algorithm is 'a name of ours; empty where it cannot be said';
