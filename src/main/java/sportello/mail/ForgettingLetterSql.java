package sportello.mail;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Redaction;
import sportello.storage.Hash;

/** Letters without somebody's names and words. */
@Component
class ForgettingLetterSql {
    private static final String TO_THE_PERSON = "lower(to_address) = any(:addresses)";

    private final JdbcClient db;

    ForgettingLetterSql(JdbcClient db) {
        this.db = db;
    }

    /** Also where only the answer of a server names the person; the names of mails tell whose server made them. */
    void redact(Redaction names, Collection<LetterId> around) {
        db.sql("""
                update letter
                   set to_name = regexp_replace(to_name, :words, :standIn, 'gi'),
                       addressees = regexp_replace(addressees::text, :words, :standIn, 'gi')::json,
                       origin = regexp_replace(origin::text, :words, :standIn, 'gi')::json,
                       subject = regexp_replace(subject, :words, :standIn, 'gi'),
                       text_body = regexp_replace(text_body, :words, :standIn, 'gi'),
                       html_body = case when html_body ~* :words or text_body ~* :words then '' else html_body end,
                       answer = regexp_replace(answer, :words, :standIn, 'gi'),
                       in_reply_to = null,
                       reference_ids = ''
                 where id = any(:around)
                """)
                .param("words", names.expression())
                .param("standIn", names.standIn())
                .param("around", values(around))
                .update();
    }

    /** Answers the files that went with them, whoever else may need their bytes. */
    Set<Hash> clear(Set<String> addresses, Collection<LetterId> about, String standIn, String sentence) {
        var files = db
                .sql("""
                delete from letter_attachment
                 where letter_id in (select id from letter where id = any(:about) or %s)
                returning hash
                """.formatted(TO_THE_PERSON))
                .param("about", values(about))
                .param("addresses", addresses.toArray(String[]::new))
                .query((row, no) -> Hash.of(row.getBytes("hash")))
                .list()
                .stream()
                .collect(toSet());
        db.sql("""
                update letter
                   set subject = :sentence, text_body = :sentence, html_body = '', origin = null, addressees = null,
                       in_reply_to = null, reference_ids = ''
                 where id = any(:about)
                    or %s
                """.formatted(TO_THE_PERSON))
                .param("about", values(about))
                .param("addresses", addresses.toArray(String[]::new))
                .param("sentence", sentence)
                .update();
        db.sql("""
                update letter
                   set to_name = :standIn, to_address = 'erased@erased.invalid', answer = '', sealed_body = null,
                       state = case state when 'waiting' then 'recalled' else state end
                 where %s
                """.formatted(TO_THE_PERSON))
                .param("addresses", addresses.toArray(String[]::new))
                .param("standIn", standIn)
                .update();
        return files;
    }

    void unaddress(Collection<LetterId> letters, String nobody) {
        db.sql("""
                update letter
                   set to_name = :nobody, to_address = 'erased@erased.invalid', answer = '',
                       state = case state when 'waiting' then 'recalled' else state end
                 where id = any(:letters)
                """).param("letters", values(letters)).param("nobody", nobody).update();
    }

    void unmark(Set<String> addresses) {
        db.sql("delete from bounced_address where address = any(:addresses)")
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }

    private static Long[] values(Collection<LetterId> ids) {
        return ids.stream().map(LetterId::value).toArray(Long[]::new);
    }
}
