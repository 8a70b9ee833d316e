-- The tax code of who asks (codice fiscale), by which a provider may say who somebody is.
alter table customer_user
    add column tax_code text not null default '' check (tax_code ~ '^([A-Z0-9]{16}|[0-9]{11})?$');
comment on column customer_user.tax_code is 'in capitals, without blanks; empty if nobody has said it';
create unique index customer_user_tax_code on customer_user (tax_code) where valid and tax_code <> '';
