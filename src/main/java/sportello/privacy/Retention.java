package sportello.privacy;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.mail.OurCompany;
import sportello.ticket.Emptying;
import sportello.ticket.TicketNumber;

/**
 * Empties closed tickets when the rule of their queue says so: words, files, raw mails and people outside the desk go, all
 * else stays. What is under a legal hold is passed over and counted.
 */
@Component
public class Retention {
    private static final int AT_ONCE = 50;
    private static final int NIGHTS = 60;

    private final RetentionSql sql;
    private final Emptying emptying;
    private final Remains remains;
    private final MessageSource messages;
    private final OurCompany company;
    private final Book book;
    private final Clock clock;

    Retention(
            RetentionSql sql,
            Emptying emptying,
            Remains remains,
            MessageSource messages,
            OurCompany company,
            Book book,
            Clock clock) {
        this.sql = sql;
        this.emptying = emptying;
        this.remains = remains;
        this.messages = messages;
        this.company = company;
        this.book = book;
        this.clock = clock;
    }

    /**
     * What would become of a rule tonight.
     *
     * @param goes how many tickets would be emptied
     * @param held how many a hold keeps
     */
    public record Tonight(long rule, int goes, int held) {}

    /**
     * What became of a rule in a night.
     *
     * @param queue empty for all
     */
    public record Night(long rule, LocalDate day, String queue, int emptied, int held) {}

    /** A night as the book tells of it. */
    private record Written(String night, int emptied, int held) {}

    /** Only of rules that would find something. */
    public List<Tonight> tonight() {
        return sql.counts(clock.instant());
    }

    /** The first that would be emptied tonight. */
    public List<TicketNumber> first(int most) {
        return sql.first(clock.instant(), most);
    }

    /** The latest first. */
    public List<Night> nights() {
        return sql.nights(NIGHTS);
    }

    /** Some that are due; how many, 0 if there are no more. What is done stays done, whatever becomes of the next. */
    @Transactional
    public int some() {
        var now = clock.instant();
        var due = sql.take(now, AT_ONCE);
        if (due.isEmpty()) return 0;
        var sentence = word("emptied.text");
        var nobody = word("emptied.name");
        var emptied = emptying.empty(due.stream().map(RetentionSql.Due::ticket).toList(), sentence, nobody);
        remains.empty(emptied, sentence, nobody);
        due.stream()
                .collect(groupingBy(RetentionSql.Due::rule, counting()))
                .forEach((rule, many) -> sql.emptied(rule, day(now), Math.toIntExact(many)));
        return due.size();
    }

    /** The night is over: what was kept by holds is counted, and the book is told. */
    @Transactional
    public void report() {
        var now = clock.instant();
        var today = day(now);
        for (var left : sql.counts(now)) if (left.held() > 0) sql.held(left.rule(), today, left.held());
        for (var night : sql.nights(NIGHTS))
            if (night.day().equals(today))
                book.write(
                        Topic.RETENTION,
                        night.rule(),
                        night.queue().isEmpty() ? "*" : night.queue(),
                        null,
                        new Written(today.toString(), night.emptied(), night.held()));
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, company.zone());
    }

    /** Stored, so in the language of the house. */
    private String word(String key) {
        return messages.getMessage(key, null, company.house().language().locale());
    }
}
