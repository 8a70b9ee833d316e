package sportello.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Language;

/** The rules and their letters as administrators keep them. */
@Component
class KeptLetterSql {
    private final JdbcClient db;

    KeptLetterSql(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends nobody else changes rules or letters; telling goes on. */
    void keepAlone() {
        db.sql("lock table notification_letter in share row exclusive mode").update();
    }

    List<KeptRule> rules() {
        return db.sql("""
                select id, event, audience, template, coalesce(house, enabled) as told, enabled, least_priority, type_ids,
                       service_ids
                  from notification_rule
                 order by position, id
                """)
                .query((row, number) -> new KeptRule(
                        row.getLong("id"),
                        Occasion.of(row.getString("event")),
                        Audience.of(row.getString("audience")),
                        row.getString("template"),
                        row.getBoolean("told"),
                        row.getBoolean("enabled"),
                        row.getInt("least_priority"),
                        Set.of((Long[]) row.getArray("type_ids").getArray()),
                        Set.of((Long[]) row.getArray("service_ids").getArray())))
                .list();
    }

    /** These tell people, and no others. */
    void switchOn(Set<Long> on) {
        db.sql("update notification_rule set house = nullif(id = any(:on), enabled)")
                .param("on", on.toArray(Long[]::new))
                .update();
    }

    /** For tickets like these, and no others. */
    void narrow(long id, int leastPriority, Set<Long> types, Set<Long> services) {
        db.sql("""
                update notification_rule
                   set least_priority = :least, type_ids = :types, service_ids = :services
                 where id = :id
                """)
                .param("id", id)
                .param("least", leastPriority)
                .param("types", types.toArray(Long[]::new))
                .param("services", services.toArray(Long[]::new))
                .update();
    }

    /** The names of those that are the house's own. */
    Set<String> own() {
        return db.sql("select distinct name from notification_letter")
                .query((row, number) -> row.getString("name"))
                .set();
    }

    Optional<KeptLetter> find(String name) {
        var texts = new HashMap<Language, Wording>();
        var shipped = new HashMap<Language, Wording>();
        var version = new int[1];
        db.sql("""
                select t.language, t.subject, t.body, coalesce(l.subject, t.subject) as own_subject,
                       coalesce(l.body, t.body) as own_body, coalesce(l.version, 0) as version
                  from notification_template t
                  left join notification_letter l on l.name = t.name and l.language = t.language
                 where t.name = :name
                 order by t.language
                """).param("name", name).query(row -> {
            var language = Language.of(row.getString("language"));
            texts.put(language, new Wording(row.getString("own_subject"), row.getString("own_body")));
            shipped.put(language, new Wording(row.getString("subject"), row.getString("body")));
            version[0] = Math.max(version[0], row.getInt("version"));
        });
        if (texts.isEmpty()) return Optional.empty();
        var uses = rules().stream().filter(rule -> rule.letter().equals(name)).toList();
        return Optional.of(new KeptLetter(name, texts, shipped, uses, version[0]));
    }

    void write(String name, Map<Language, Wording> texts) {
        texts.forEach((language, wording) -> db.sql("""
                        insert into notification_letter (name, language, subject, body)
                        values (:name, :language, :subject, :body)
                            on conflict (name, language) do update
                           set subject = excluded.subject, body = excluded.body,
                               version = notification_letter.version + 1
                        """)
                .param("name", name)
                .param("language", language.code())
                .param("subject", wording.subject())
                .param("body", wording.body())
                .update());
    }

    void forget(String name) {
        db.sql("delete from notification_letter where name = :name")
                .param("name", name)
                .update();
    }
}
