package sportello.search;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sportello.agent.AgentId;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Sight;
import sportello.ticket.Where;

/**
 * Criteria as a condition on {@code ticket t}, together with what exists for the viewer; text and parameters grow
 * together. Several can stand in one statement, each under its own prefix. There are three ways to the words, because the
 * planner does not know what it costs to read them: a few tickets looked up before, ticket by ticket, or all in one go.
 */
final class Wanted {
    private static final String NOTHING = "null::tsquery";

    /** The offset keeps the planner from making one great join of it. */
    private static final String ITS_DOCUMENTS = """
            (select 1
               from search_document d
              where d.ticket_id = t.id
                and d.vector @@ (%s)
             offset 0)""";

    private static final String ALL_DOCUMENTS = """
            (with said as materialized (
                 select d.ticket_id
                   from search_document d
                  where d.vector @@ (%s))
             select ticket_id
               from said)""";

    private static final String ASKER = """
            (t.customer_id in (select c.id
                                 from customer c
                                where folded(c.name || ' ' || c.code) like folded(%1$s))
             or t.customer_user_id in (select u.id
                                         from customer_user u
                                        where folded(u.first_name || ' ' || u.last_name || ' ' || u.email)
                                              like folded(%1$s)))""";

    private static final String FILE = """
            t.id in (select a.ticket_id
                       from attachment f
                       join article a on a.id = f.article_id
                      where folded(f.name) like folded(%s))""";

    private final AgentViewer viewer;
    private final String prefix;
    private final List<Term> terms;
    private Where where;

    private Wanted(Criteria criteria, AgentViewer viewer, String prefix) {
        this.viewer = viewer;
        this.prefix = prefix;
        this.terms = criteria.text().wanted();
        this.where = Where.of(Sight.of(viewer));
        if (!criteria.asksForState()) and("t.state_type <> 'removed'");
        criteria.conditions().forEach(this::and);
    }

    static Wanted of(Criteria criteria, AgentViewer viewer, String prefix) {
        return new Wanted(criteria, viewer, prefix);
    }

    boolean hasWords() {
        return !terms.isEmpty();
    }

    /** The words are in these tickets and no others. */
    Where among(List<Long> tickets) {
        return where.and("t.id = any(:%stickets)".formatted(prefix))
                .with(prefix + "tickets", tickets.toArray(Long[]::new));
    }

    /** The words are looked for in one ticket after the other, for as long as somebody asks for more. */
    Where oneByOne() {
        return terms.isEmpty() ? where : where.and("exists " + ITS_DOCUMENTS.formatted(words()));
    }

    /** The words are looked up at once, wherever they are. */
    Where inOneGo() {
        return terms.isEmpty() ? where : where.and("t.id in " + ALL_DOCUMENTS.formatted(words()));
    }

    /** What the words alone ask for. */
    Map<String, Object> parameters() {
        return where.parameters();
    }

    /** What is looked for in the texts, as a {@code tsquery} over the same parameters; nothing where there is nothing. */
    String words() {
        return terms.isEmpty() ? NOTHING : query(terms, "wanted", " && ");
    }

    /** Any of it, to be marked wherever it stands. */
    String marks() {
        var asked = terms.stream().map(Term::loosely).toList();
        return terms.isEmpty() ? NOTHING : query(asked, "wanted", " || ");
    }

    private void and(Condition condition) {
        switch (condition) {
            case Condition.Says(var text) -> says(text);
            case Condition.NumberHas(var digits) -> like("t.number like %s", "number", digits);
            case Condition.In(var queue) -> and("t.queue_id = %s", "queue", queue.value());
            case Condition.At(var stage) -> and(stage.condition());
            case Condition.Is(var state) -> and(state.column() + " = %s", "state", state.row());
            case Condition.Has(var priority) -> and("t.priority = %s", "priority", priority.level());
            case Condition.Said(var list, var choice) -> and(list.said("%s"), list.key(), choice);
            case Condition.Fills(var key, var typed) ->
                where = FieldCondition.of(key, typed, viewer).on(where, prefix);
            case Condition.Owner(var whom) -> agent("t.owner_id", "owner", whom);
            case Condition.Responsible(var whom) -> agent("t.responsible_id", "responsible", whom);
            case Condition.Asker(var like) -> like(ASKER, "asker", like);
            case Condition.FileName(var like) -> like(FILE, "file", like);
            case Condition.CreatedFrom(var day) -> and("t.created_at >= %s", "createdFrom", start(day));
            case Condition.CreatedTo(var day) -> and("t.created_at < %s", "createdTo", start(day.plusDays(1)));
            case Condition.ClosedFrom(var day) -> and("t.closed_at >= %s", "closedFrom", start(day));
            case Condition.ClosedTo(var day) -> and("t.closed_at < %s", "closedTo", start(day.plusDays(1)));
        }
    }

    private void says(SearchText text) {
        parameters(text.wanted(), "wanted");
        parameters(text.excluded(), "excluded");
        if (!text.excluded().isEmpty())
            and("not exists " + ITS_DOCUMENTS.formatted(query(text.excluded(), "excluded", " || ")));
    }

    private String query(List<Term> asked, String name, String joint) {
        return IntStream.range(0, asked.size())
                .mapToObj(i -> "%s(:%s%s%d)".formatted(asked.get(i).kind().function(), prefix, name, i))
                .collect(Collectors.joining(joint));
    }

    private void parameters(List<Term> asked, String name) {
        for (var i = 0; i < asked.size(); i++)
            where = where.with(prefix + name + i, asked.get(i).text());
    }

    private void agent(String column, String name, Whom whom) {
        switch (whom) {
            case Whom.Nobody() -> and(column + " is null");
            case Whom.Me() -> is(column, name, viewer.id());
            case Whom.This(var agent) -> is(column, name, agent);
        }
    }

    private void is(String column, String name, AgentId agent) {
        and(column + " = %s", name, agent.value());
    }

    private void like(String condition, String name, String piece) {
        and(condition, name, "%" + escaped(piece) + "%");
    }

    /** A percent sign that somebody types is a percent sign. */
    static String escaped(String piece) {
        return piece.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(viewer.zone()).toInstant());
    }

    private void and(String condition) {
        where = where.and(condition);
    }

    private void and(String condition, String name, Object value) {
        where = where.and(condition.formatted(":" + prefix + name)).with(prefix + name, value);
    }
}
