-- What the house answers by itself is an answer and says so; it goes out under no sender, so that nothing comes back.
alter table letter
    add column auto_replied boolean not null default false,
    add constraint letter_auto_replied_check check (auto_submitted or not auto_replied);
comment on column letter.auto_replied is 'whether no person wrote it and it answers a mail';
