-- The company is kept in the browser, with what stands under every letter and the colour of its pages.
alter table company
    add column footer  text not null default '',
    add column accent  text check (accent ~ '^#[0-9a-f]{6}$'),
    add column version integer not null default 0;
comment on column company.footer is 'what the law or the company wants below the addresses, such as its tax number';
comment on column company.accent is 'null for the house''s own colour';
