-- Fields of the house's own of articles: asked where people of the desk write, shown beside what they wrote.
alter table field
    drop constraint field_subject_check,
    add constraint field_subject_check check (subject in ('ticket', 'article', 'customer', 'customer_user'));
alter table field_screen
    drop constraint field_screen_screen_check,
    add constraint field_screen_screen_check
        check (screen in ('opening', 'portal_opening', 'ticket', 'closing', 'list', 'portal_ticket', 'note', 'answer',
                          'call', 'article', 'portal_article', 'customer', 'customer_beside', 'customer_user',
                          'customer_user_beside'));

-- An article can say whatever a ticket can.
create table article_field (like ticket_field including all);
alter table article_field rename column ticket_id to article_id;
alter table article_field
    add foreign key (article_id) references article on delete cascade,
    add foreign key (field_id) references field,
    add foreign key (named_agent_id) references agent,
    add foreign key (named_customer_id) references customer,
    add foreign key (field_id, option_id) references field_option (field_id, id);
