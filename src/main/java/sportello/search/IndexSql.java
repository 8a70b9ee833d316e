package sportello.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class IndexSql {
    private final JdbcClient db;

    IndexSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * Some articles that got their entries.
     *
     * @param last the highest id among them
     */
    record Batch(int articles, long last) {}

    /** Gives entries to the next articles that have none. */
    Batch indexAfter(long article, int most) {
        return db.sql("""
                with missing as materialized (
                    select a.id
                      from article a
                      left join search_document d on d.article_id = a.id
                     where a.id > :article
                       and a.event is null
                       and d.article_id is null
                     order by a.id
                     limit :most)
                select count(id) as articles, coalesce(max(id), 0) as last, search_index(array_agg(id)) as written
                  from missing
                """)
                .param("article", article)
                .param("most", most)
                .query((row, number) -> new Batch(row.getInt("articles"), row.getLong("last")))
                .single();
    }
}
