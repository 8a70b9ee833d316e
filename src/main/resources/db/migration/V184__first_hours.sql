-- Working hours are a first step of a desk that is founded from now on.
alter table first_step
    drop constraint first_step_step_check,
    add constraint first_step_step_check check (step in ('company', 'relay', 'mailboxes', 'queues', 'hours'));
