-- A bulk that classifies can leave the type as it is, which is said by nothing; "no type" is 0 now.
update bulk
   set action = jsonb_set(action, '{wanted}', '0')
 where action ->> 'type' = 'type'
   and action -> 'wanted' = 'null';
