-- Two more kinds of fields of the house's own: amounts of money, and choices that hang below each other.
alter table field
    drop constraint field_kind_check,
    add constraint field_kind_check
        check (kind in ('line', 'text', 'number', 'decimal', 'money', 'date', 'moment', 'choice', 'choices', 'tree',
                        'yes_no', 'link', 'agent', 'customer')),
    add column currency text check (currency ~ '^[A-Z]{3}$'),
    add column leaves boolean not null default false,
    add constraint field_money check ((kind = 'money') = (currency is not null));
comment on column field.leaves is 'of a tree: only what has nothing below it can be chosen';
