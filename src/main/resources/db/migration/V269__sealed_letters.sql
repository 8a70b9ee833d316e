-- What leaves signed or encrypted: which senders sign, and what was promised to a letter when it was posted.
create table sealed_sender (
    address   text    primary key check (address = lower(address)),
    manner    text    not null check (manner in ('never', 'sign', 'encrypt')),
    automatic boolean not null default false,
    version   int     not null default 0
);
comment on column sealed_sender.manner is 'encrypt: signed, and encrypted to those whose key is known';
comment on column sealed_sender.automatic is 'whether what no person wrote is meant too';

alter table mail_key add column chain bytea[] not null default '{}';
comment on column mail_key.chain is 'of S/MIME: who vouches for the certificate, from below; goes with signatures';

alter table letter add column seal text;
alter table letter add constraint letter_seal
    check (seal ~ '^(smime|openpgp)_(signed|encrypted|signed_encrypted)$') not valid;
comment on column letter.seal is 'how it leaves, or it does not; null for in the clear and unsigned';
