package sportello.customer;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import sportello.field.Subject;

/**
 * By what customers and their people are found, as conditions over {@code :patterns}: by their own words, and by what
 * fields of the house's own say in words or choices. All patterns must be found, each in either. What the patterns find in
 * fields is looked up once, and not for each who is looked at.
 */
final class Findable {
    private static final String WORDS = "(select array_agg(folded(pattern)) from unnest(:patterns) pattern)::text[]";

    /** Whom which pattern finds. */
    private static final String HITS = """
            select v.%2$s, pattern
              from unnest(:patterns) pattern
              join %1$s v on folded(v.text) like folded(pattern)
             union all
            select v.%2$s, pattern
              from unnest(:patterns) pattern
              join field_option o on folded(o.name) like folded(pattern)
              join %1$s v on v.option_id = o.id
            """;

    private static final String CUSTOMER_WORDS = "c.words";
    private static final String CONTACT_WORDS = "u.words || ' ' || c.words";

    /** Of {@code customer c}. */
    static final String CUSTOMER = found(CUSTOMER_WORDS, Subject.CUSTOMER);

    /** Of {@code customer_user u}, who asks for {@code customer c}. */
    static final String CONTACT = found(CONTACT_WORDS, Subject.CUSTOMER_USER, Subject.CUSTOMER);

    /** Whether the own words are enough: who is called so comes before whom a field mentions. */
    static final String CUSTOMER_CALLED = called(CUSTOMER_WORDS);

    static final String CONTACT_CALLED = called(CONTACT_WORDS);

    private Findable() {}

    private static String found(String words, Subject... subjects) {
        return """
                (%2$s
                 or (%3$s)
                    and not exists (select 1
                                      from unnest(:patterns) pattern
                                     where %1$s not like folded(pattern)
                                       and not (%4$s)))
                """.formatted(
                        words, called(words), any(subjects, Findable::isHit), any(subjects, Findable::isHitByThis));
    }

    private static String called(String words) {
        return "(%s like all(%s))".formatted(words, WORDS);
    }

    private static String any(Subject[] subjects, Function<Subject, String> condition) {
        return List.of(subjects).stream().map(condition).collect(joining(" or "));
    }

    private static String isHit(Subject subject) {
        return "%s in (select %s from (%s) hit)".formatted(id(subject), subject.column(), hits(subject));
    }

    private static String isHitByThis(Subject subject) {
        return "(%s, pattern) in (%s)".formatted(id(subject), hits(subject));
    }

    private static String hits(Subject subject) {
        return HITS.formatted(subject.table(), subject.column());
    }

    private static String id(Subject subject) {
        return subject == Subject.CUSTOMER ? "c.id" : "u.id";
    }
}
