-- What one person wrote is found wherever it is: to be handed out, and to be erased.
create index article_customer_user on article (customer_user_id) where customer_user_id is not null;
