-- Whoever asks is found by what the fields of the house's own say too.
create index customer_field_words on customer_field using gin (folded(text) gin_trgm_ops) where text is not null;
create index customer_field_option on customer_field (option_id) where option_id is not null;
create index customer_user_field_words on customer_user_field using gin (folded(text) gin_trgm_ops) where text is not null;
create index customer_user_field_option on customer_user_field (option_id) where option_id is not null;
