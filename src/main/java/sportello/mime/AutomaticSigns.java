package sportello.mime;

import com.google.re2j.Pattern;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Looks in the head of a mail for what says that no person wrote it, or that none wants an automatic answer. */
final class AutomaticSigns {

    private static final Pattern ROBOT =
            Pattern.compile("(?i)(mailer-?daemon|postmaster|abuse|nobody|root|listserv|majordomo"
                    + "|(no|do[-_.]?not|non)[-_.]?(reply|rispondere).*|bounces?([-_.+].*)?|automat(ic|ico|ed))");
    private static final Pattern AWAY = Pattern.compile(
            "(?i)(out of( the)? office|automatic reply|auto(matic)?[- ]?(reply|response)|autoreply|risposta automatica"
                    + "|fuori sede|fuori ufficio|assenza dall.ufficio|automatische antwort|abwesenheits(notiz|benachrichtigung)"
                    + "|réponse automatique|absence du bureau|abwesend)\\b.*");
    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");
    private static final List<String> LIST =
            List.of("List-Id", "List-Unsubscribe", "List-Post", "Mailing-List", "X-Mailing-List", "List-Help");
    private static final List<String> LOOP = List.of("X-Loop", "X-OTRS-Loop", "X-No-Loop");
    private static final List<String> AWAY_FIELDS = List.of("X-Autoreply", "X-Autorespond", "X-Auto-Reply");

    private AutomaticSigns() {}

    static Set<AutomaticSign> of(Head head) {
        var signs = EnumSet.noneOf(AutomaticSign.class);
        if (isSubmitted(head)) signs.add(AutomaticSign.AUTO_SUBMITTED);
        if (LIST.stream().anyMatch(field -> head.first(field).isPresent())) signs.add(AutomaticSign.LIST);
        if (words(head, "Precedence").anyMatch(BULK::contains)) signs.add(AutomaticSign.BULK);
        if (LOOP.stream().anyMatch(field -> head.first(field).isPresent())) signs.add(AutomaticSign.LOOP);
        if (isNull(head)) signs.add(AutomaticSign.NULL_SENDER);
        if (suppresses(head)) signs.add(AutomaticSign.SUPPRESSED);
        if (isRobot(head)) signs.add(AutomaticSign.ROBOT);
        if (isAway(head)) signs.add(AutomaticSign.OUT_OF_OFFICE);
        return signs;
    }

    /** Reports of servers and of mail programs are, even if they do not say so. */
    private static boolean isSubmitted(Head head) {
        return words(head, "Auto-Submitted").anyMatch(word -> !word.equals("no"))
                || words(head, "Content-Type").anyMatch("multipart/report"::equals);
    }

    /** The first words of the fields of a name: what stands before a semicolon or a comment. */
    private static Stream<String> words(Head head, String field) {
        return head.all(field).stream()
                .map(value -> FieldValue.of(value).value())
                .filter(word -> !word.isEmpty());
    }

    static boolean isNull(Head head) {
        return head.first("Return-Path")
                .filter(path -> path.replace(" ", "").equals("<>"))
                .isPresent();
    }

    private static boolean suppresses(Head head) {
        return head.all("X-Auto-Response-Suppress").stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.contains("all") || value.contains("oof") || value.contains("autoreply"));
    }

    static boolean isRobot(Head head) {
        return AddressList.of(head.all("From")).stream()
                .map(MailAddress::address)
                .map(address -> address.substring(0, Math.max(0, address.lastIndexOf('@'))))
                .anyMatch(ROBOT::matches);
    }

    private static boolean isAway(Head head) {
        return AWAY_FIELDS.stream().anyMatch(field -> head.first(field).isPresent())
                || words(head, "Precedence").anyMatch("auto_reply"::equals)
                || AWAY.matches(CleanMail.line(head.text("Subject"), 200));
    }
}
