-- Why a job failed the last time: the scheduler only counts.
create table job_failure (
    task_name     text        not null,
    task_instance text        not null,
    at            timestamptz not null,
    error         text        not null,
    primary key (task_name, task_instance)
);
