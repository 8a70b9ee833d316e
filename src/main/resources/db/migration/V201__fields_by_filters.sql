-- Filters fill in fields of the house's own, too.
alter table mail_filter_setting
    drop constraint mail_filter_setting_name_check,
    add constraint mail_filter_setting_name_check
        check (name in ('queue', 'priority', 'state', 'owner', 'responsible', 'title', 'ignore', 'silent', 'type', 'service',
                        'pending', 'lock')
               or name ~ '^field-[A-Za-z][A-Za-z0-9_]{0,39}$');
