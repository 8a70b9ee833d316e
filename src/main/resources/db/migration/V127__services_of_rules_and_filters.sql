-- For which services a rule is; as delivered, for all.
alter table notification_rule add column service_ids bigint[] not null default '{}';
comment on column notification_rule.service_ids is 'empty for tickets for every service and for none; those below count too';

-- A filter can say for which service a mail's ticket is.
alter table mail_filter_setting
    drop constraint mail_filter_setting_name_check,
    add constraint mail_filter_setting_name_check
        check (name in ('queue', 'priority', 'state', 'owner', 'responsible', 'title', 'ignore', 'silent', 'type', 'service',
                        'pending', 'lock'));
