-- Titles are looked for in ticket_quick, which holds them too: no new ticket need write them down twice.
drop index ticket_title_sought;
