-- The house's own words instead of those that we deliver. These stay where they are: they can be had again, and we can mend
-- them without touching what the house wrote.
create table notification_letter (
    name     text    not null,
    language text    not null,
    subject  text    not null check (subject <> ''),
    body     text    not null check (body <> ''),
    version  integer not null default 1,
    primary key (name, language),
    foreign key (name, language) references notification_template
);
