-- Filters can want more, and some of them of mails too that are added to a ticket.
alter table mail_filter_setting
    drop constraint mail_filter_setting_name_check,
    add constraint mail_filter_setting_name_check
        check (name in ('queue', 'priority', 'state', 'owner', 'responsible', 'title', 'ignore', 'silent', 'type',
                        'pending', 'lock'));
alter table mail_filter add column follow_ups boolean not null default false;
comment on column mail_filter.follow_ups is 'whether what it wants holds for mails too that are added to a ticket';
