-- As people search: neither capitals nor accents matter. With the dictionary named, unaccent always answers the same.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

create function folded(text) returns text language sql immutable strict parallel safe
    return lower(unaccent('unaccent'::regdictionary, $1));
