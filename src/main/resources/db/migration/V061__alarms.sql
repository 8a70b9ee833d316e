-- When the administrators were last told of something that may come in crowds.
create table alarm_sent (
    kind text primary key,
    at   timestamptz not null
);
