-- Whether somebody who may has said that the person asks for the customers that stand there. Until then the portal shows the
-- own requests alone. Whoever was known before is believed, as until now.
alter table customer_user add column confirmed boolean not null default true;
