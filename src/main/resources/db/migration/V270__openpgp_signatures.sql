-- Signatures of OpenPGP are checked as those of S/MIME are.
alter table article_signature add column kind text not null default 'smime' check (kind in ('smime', 'openpgp'));
