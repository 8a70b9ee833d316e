-- When the house works: parts of the week, in minutes since Monday, less the days off.
create table working_hours (
    id               bigint generated always as identity primary key,
    name             text not null check (btrim(name) <> ''),
    zone             text not null,
    italian_holidays boolean not null,
    standard         boolean not null default false,
    valid            boolean not null default true,
    version          int not null default 0,
    check (valid or not standard)
);

create unique index on working_hours (lower(name));
create unique index on working_hours (standard) where standard;

create table working_span (
    hours_id bigint not null references working_hours,
    opens    int not null check (opens >= 0),
    closes   int not null check (closes > opens and closes <= 7 * 1440),
    primary key (hours_id, opens),
    check (opens / 1440 = (closes - 1) / 1440)
);

-- Without a year: on that day of every year.
create table day_off (
    hours_id bigint not null references working_hours,
    year     int check (year between 1 and 9999),
    month    int not null check (month between 1 and 12),
    day      int not null check (day between 1 and 31),
    unique nulls not distinct (hours_id, year, month, day)
);

alter table queue
    add column hours_id bigint references working_hours;

create index on queue (hours_id) where hours_id is not null;
