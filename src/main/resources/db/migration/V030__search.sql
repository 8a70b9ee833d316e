-- Full text, without a second server: words as they are written, and their Italian and English stems.

create text search configuration search_words (copy = simple);
alter text search configuration search_words
    alter mapping for word, numword with unaccent, simple;
create text search configuration search_italian (copy = italian);
alter text search configuration search_italian
    alter mapping for word, numword with unaccent, italian_stem;
create text search configuration search_english (copy = english);
alter text search configuration search_english
    alter mapping for word, numword with unaccent, english_stem;

-- The parser would take guasto.Il for a host, a-b for one word and <c> for a tag: only words are looked for.
create function search_clean(words text) returns text
    language sql immutable strict parallel safe
return regexp_replace(words, '[-._/@:+~&<>=#%]+', ' ', 'g');

-- Phrases need the places of the words as written; the stems need none.
create function search_vector(words text) returns tsvector
    language plpgsql immutable strict parallel safe as $$
declare
    clean text := search_clean(words);
begin
    return to_tsvector('search_words', clean)
        || strip(to_tsvector('search_italian', clean) || to_tsvector('search_english', clean));
end $$;

-- A word finds its other forms. What every text has, such as "di" or "the", is asked of none.
create function search_word(word text) returns tsquery
    language sql immutable strict parallel safe
return case
           when numnode(plainto_tsquery('search_italian', search_clean(word))) = 0
               or numnode(plainto_tsquery('search_english', search_clean(word))) = 0 then ''::tsquery
           else phraseto_tsquery('search_words', search_clean(word))
               || plainto_tsquery('search_italian', search_clean(word))
               || plainto_tsquery('search_english', search_clean(word))
       end;

create function search_phrase(phrase text) returns tsquery
    language sql immutable strict parallel safe
return phraseto_tsquery('search_words', search_clean(phrase));

-- Of letters and digits only, so that nothing in it can be an operator.
create function search_prefix(beginning text) returns tsquery
    language sql immutable strict parallel safe
return to_tsquery('search_words', beginning || ':*');

create table search_document (
    article_id bigint primary key references article on delete cascade,
    ticket_id  bigint not null references ticket,
    visible    boolean not null,
    vector     tsvector not null
);
comment on table search_document is
    'what can be found of each article that a person wrote, with the title of its ticket and the names of its files';
-- What was found is asked for its ticket only: the words stay out of these pages.
alter table search_document set (toast_tuple_target = 128);
create index search_document_words on search_document using gin (vector);
create index search_document_ticket on search_document (ticket_id);

-- Of an enormous text the beginning is searched; a vector holds a megabyte, and no mail may fail because of it.
create function search_index(articles bigint[]) returns bigint
    language sql
begin atomic
    with written as (
        insert into search_document (article_id, ticket_id, visible, vector)
        select a.id, a.ticket_id, a.visible,
               search_vector(concat_ws(e'\n', t.title, a.subject, left(a.text_body, 60000), files.names))
          from article a
          join ticket t on t.id = a.ticket_id
         cross join lateral (select string_agg(f.name, ' ') as names from attachment f where f.article_id = a.id) files
         where a.id = any(articles)
           and a.event is null
        on conflict (article_id) do update
            set ticket_id = excluded.ticket_id, visible = excluded.visible, vector = excluded.vector
        returning 1)
    select count(*) from written;
end;

-- By trigger, so that whoever writes an article, an importer as well as a use case, cannot forget it.
create function search_index_article() returns trigger language plpgsql as $$
begin
    perform search_index(array[new.id]);
    return null;
end $$;
create trigger search_article after insert or update of ticket_id, visible, subject, text_body on article
    for each row when (new.event is null) execute function search_index_article();

create function search_index_attachment() returns trigger language plpgsql as $$
begin
    update search_document set vector = vector || search_vector(new.name) where article_id = new.article_id;
    return null;
end $$;
create trigger search_attachment after insert on attachment
    for each row execute function search_index_attachment();

create function search_index_title() returns trigger language plpgsql as $$
begin
    perform search_index(array(select a.id from article a where a.ticket_id = new.id));
    return null;
end $$;
create trigger search_title after update of title on ticket
    for each row when (old.title is distinct from new.title) execute function search_index_title();

-- What is typed into the box on top: a piece of a number or of a title.
create index ticket_quick on ticket using gin (folded(title) gin_trgm_ops, number gin_trgm_ops);
create index attachment_name on attachment using gin (folded(name) gin_trgm_ops);

-- What was found in its surroundings, between the signs STX and ETX, which no text has.
create function search_marked(headline text) returns text
    language sql immutable strict parallel safe
return case when strpos(headline, e'\x02') > 0 then headline end;

create function search_headline(words text, wanted tsquery, options text) returns text
    language sql immutable strict parallel safe
return coalesce(
    search_marked(ts_headline('search_italian', words, wanted, e'StartSel=\x02, StopSel=\x03, ' || options)),
    search_marked(ts_headline('search_english', words, wanted, e'StartSel=\x02, StopSel=\x03, ' || options)),
    ts_headline('search_words', words, wanted, e'StartSel=\x02, StopSel=\x03, ' || options));
