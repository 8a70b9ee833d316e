-- What only this house knows: by it the names of our mails are told from forged ones.
create table house_key (
    name text primary key,
    key  bytea not null check (length(key) >= 32)
);
