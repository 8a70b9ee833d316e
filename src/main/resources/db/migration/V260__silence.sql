-- What agents choose not to be told: a chapter of the procedure's table, or a rule of the house's own that leaves it to
-- them. Whoever has no row here is told everything.
alter table own_rule add column may_be_silenced boolean not null default false;

create table notification_silence (
    id          bigint generated always as identity primary key,
    agent_id    bigint not null references agent on delete cascade,
    chapter     text check (chapter in ('opened', 'hands', 'moved', 'waiting', 'published', 'noted', 'followed_up', 'closed',
                                        'deadlines')),
    own_rule_id bigint references own_rule on delete cascade,
    check (num_nonnulls(chapter, own_rule_id) = 1)
);
create unique index notification_silence_of_chapter on notification_silence (chapter, agent_id) where chapter is not null;
create unique index notification_silence_of_rule on notification_silence (own_rule_id, agent_id)
    where own_rule_id is not null;
create index notification_silence_of_agent on notification_silence (agent_id);

alter table notification
    drop constraint notification_skipped_check,
    add constraint notification_skipped_check
        check (skipped in ('actor', 'invalid', 'no_permission', 'told_already', 'no_address', 'written_to', 'away',
                           'machine', 'bounced', 'too_often', 'told_today', 'silenced'));
