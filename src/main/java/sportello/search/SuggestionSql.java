package sportello.search;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Sight;

@Component
class SuggestionSql {
    /** Fewer signs have no index to look them up in: then only the few queues and customers are asked. */
    private static final int SHORTEST_FOR_TICKETS = 3;

    private final JdbcClient db;

    SuggestionSql(JdbcClient db) {
        this.db = db;
    }

    List<Suggestion> of(List<String> words, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        var parameters = new HashMap<>(sight.parameters());
        for (var i = 0; i < words.size(); i++) parameters.put("word" + i, "%" + Wanted.escaped(words.get(i)) + "%");
        var longEnough = words.stream().anyMatch(word -> word.length() >= SHORTEST_FOR_TICKETS);
        return db.sql("""
                (select 'TICKET' as kind, t.number as key, t.title as label, t.number as detail
                   from ticket t
                  where %1$s
                    and t.state_type <> 'removed'
                    and (t.number like :word0 or %2$s)
                    and %5$s
                  order by t.created_at desc, t.id desc
                  limit 4)
                union all
                (select 'QUEUE', t.queue_id::text, t.name, ''
                   from (select id as queue_id, name from queue where valid) t
                  where %1$s
                    and %3$s
                  order by t.name
                  limit 2)
                union all
                (select 'CUSTOMER', c.name, c.name, c.city
                   from customer c
                  where %4$s
                    and exists (select 1 from ticket t where t.customer_id = c.id and %1$s)
                  order by c.name, c.id
                  limit 2)
                """.formatted(
                                sight.condition(),
                                all(words, "t.title"),
                                all(words, "t.name"),
                                all(words, "c.name || ' ' || c.code"),
                                longEnough))
                .params(parameters)
                .query((row, number) -> new Suggestion(
                        Suggestion.Kind.valueOf(row.getString("kind")),
                        row.getString("key"),
                        row.getString("label"),
                        row.getString("detail")))
                .list();
    }

    private static String all(List<String> words, String text) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> "folded(%s) like folded(:word%d)".formatted(text, i))
                .collect(Collectors.joining(" and "));
    }
}
