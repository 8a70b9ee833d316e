-- A filter leads mails to the ticket that holds another house's number.
alter table mail_filter_setting
    drop constraint mail_filter_setting_name_check,
    add constraint mail_filter_setting_name_check
        check (name in ('queue', 'priority', 'state', 'owner', 'responsible', 'title', 'ignore', 'silent', 'type', 'service',
                        'pending', 'lock', 'leads-by')
               or name ~ '^field-[A-Za-z][A-Za-z0-9_]{0,39}$');
