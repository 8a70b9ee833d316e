-- Where a mail of ours came back from, until somebody says that it reaches again.
create table bounced_address (
    address text primary key check (address = lower(address)),
    words   text not null,
    at      timestamptz not null
);
