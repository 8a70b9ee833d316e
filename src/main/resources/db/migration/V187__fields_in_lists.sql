-- Fields of tickets can be further columns of lists.
alter table field_screen
    drop constraint field_screen_screen_check,
    add constraint field_screen_screen_check
        check (screen in ('opening', 'portal_opening', 'ticket', 'closing', 'list', 'portal_ticket', 'customer',
                          'customer_beside', 'customer_user', 'customer_user_beside'));
