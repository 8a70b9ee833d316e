package sportello.search;

import static java.util.stream.Collectors.joining;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sportello.field.Option;
import sportello.field.Reader;
import sportello.field.Sought;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Where;

/**
 * What is looked for in one of the house's own fields of any subject, as a condition on {@code ticket t}. Which kind of field it is, the
 * stored value tells: each way of reading what was typed is held against the values of its kind.
 */
final class FieldCondition {
    private static final String MEANT =
            " where v.field_id = (select f.id from field f where lower(f.name) = lower(:%1$skey)) and (%2$s)";

    /** Of itself, of one of its articles, or of whoever asked for it; keys tell which. */
    private static final String SAYS = Stream.of(
                    "select v.ticket_id from ticket_field v",
                    "select a.ticket_id from article_field v join article a on a.id = v.article_id",
                    "select c.id from customer_field v join ticket c on c.customer_id = v.customer_id",
                    "select u.id from customer_user_field v join ticket u on u.customer_user_id = v.customer_user_id")
            .map(said -> said + MEANT)
            .collect(joining("\n union all ", "t.id in (", ")"));

    private static final String OPTION = """
            v.option_id in (select o.id
                              from field_option o
                              join field_option above on above.field_id = o.field_id
                                   and (o.id = above.id or starts_with(o.name, above.name || '%s'))
                             where above.id = :%%soption)""".formatted(Option.BELOW);

    private static final String NAMED = """
            v.named_agent_id in (select a.id
                                   from agent a
                                  where lower(a.login) = lower(:%sname)
                                     or folded(a.first_name || ' ' || a.last_name) like folded(:%slike))
             or v.named_customer_id in (select c.id
                                          from customer c
                                         where lower(c.code) = lower(:%sname)
                                            or folded(c.name) like folded(:%slike))""";

    private final String key;
    private final Sought sought;
    private final AgentViewer viewer;

    private FieldCondition(String key, Sought sought, AgentViewer viewer) {
        this.key = key;
        this.sought = sought;
        this.viewer = viewer;
    }

    static FieldCondition of(String key, String typed, AgentViewer viewer) {
        return new FieldCondition(key, Sought.of(typed, new Reader(viewer.language(), viewer.zone())), viewer);
    }

    /** @param prefix of the parameters of the whole search; behind it those of each field are told apart */
    Where on(Where where, String prefix) {
        var own = prefix + "field" + where.parameters().size();
        var ways = new ArrayList<String>();
        var more = where.with(own + "key", key).with(own + "like", "%" + Wanted.escaped(sought.words()) + "%");
        ways.add("v.text is not null and folded(v.text) like folded(:%slike)");
        ways.add(NAMED);
        more = more.with(own + "name", sought.key());
        var amount = sought.amount();
        if (amount != null) {
            ways.add("v.number = :%samount");
            more = more.with(own + "amount", amount);
        }
        var day = sought.day();
        if (day != null) {
            ways.addAll(List.of("v.day = :%sday", "v.moment >= :%sfrom and v.moment < :%suntil"));
            more = more.with(own + "day", day)
                    .with(own + "from", start(day))
                    .with(own + "until", start(day.plusDays(1)));
        }
        var yes = sought.yes();
        if (yes != null) {
            ways.add("v.yes = :%syes");
            more = more.with(own + "yes", yes);
        }
        var option = sought.option();
        if (option != null) {
            ways.add(OPTION);
            more = more.with(own + "option", option);
        }
        return more.and(SAYS.formatted(own, String.join(" or ", ways).replace("%s", own)));
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(viewer.zone()).toInstant());
    }
}
