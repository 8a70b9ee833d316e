package sportello.postmaster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class MailFilterSql {
    static final String FILTERS = """
            select f.id, f.name, f.stop, f.follow_ups, f.valid, f.version,
                   (select coalesce(json_agg(json_build_object('part', c.part, 'header', c.header,
                                                               'pattern', c.pattern, 'negated', c.negated)
                                             order by c.position), '[]')
                      from mail_filter_condition c
                     where c.filter_id = f.id) as conditions,
                   (select coalesce(json_agg(json_build_object('name', s.name, 'value', s.value)
                                             order by s.position), '[]')
                      from mail_filter_setting s
                     where s.filter_id = f.id) as settings
              from mail_filter f
            """;

    private final JdbcClient db;

    MailFilterSql(JdbcClient db) {
        this.db = db;
    }

    private record StoredCondition(String part, String header, String pattern, boolean negated) {
        MailFilter.Condition condition() {
            return new MailFilter.Condition(MailFilter.Part.of(part), header, pattern, negated);
        }
    }

    /** The valid ones. */
    List<MailFilter> inOrder() {
        return db.sql(FILTERS + " where f.valid order by f.position, f.id")
                .query(MailFilterSql::filter)
                .list();
    }

    static MailFilter filter(ResultSet row, int number) throws SQLException {
        return new MailFilter(
                row.getString("name"),
                row.getBoolean("stop"),
                row.getBoolean("follow_ups"),
                conditions(row.getString("conditions")),
                settings(row.getString("settings")));
    }

    private static List<MailFilter.Condition> conditions(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<List<StoredCondition>>() {}).stream()
                .map(StoredCondition::condition)
                .toList();
    }

    private static List<MailFilter.Setting> settings(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<List<MailFilter.Setting>>() {});
    }
}
