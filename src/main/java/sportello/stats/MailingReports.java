package sportello.stats;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.identity.Viewers;
import sportello.mail.OurCompany;

/** Sends the reports that are due. What was missed while the house was down is sent once, of the last time that it missed. */
@Component
public class MailingReports {
    private final MailedReportSql sql;
    private final ReportLetters letters;
    private final Viewers viewers;
    private final OurCompany company;
    private final Clock clock;

    MailingReports(MailedReportSql sql, ReportLetters letters, Viewers viewers, OurCompany company, Clock clock) {
        this.sql = sql;
        this.letters = letters;
        this.viewers = viewers;
        this.company = company;
        this.clock = clock;
    }

    /** The numbers of those that are due. */
    List<Long> due() {
        return sql.due(clock.instant());
    }

    /** Its letters and its next time in one transaction, so that whoever comes second finds nothing due. */
    @Transactional
    public void mail(long id) {
        var now = clock.instant();
        sql.take(id, now).ifPresent(kept -> {
            var rhythm = kept.report().rhythm();
            var zone = company.house().zone();
            var day = rhythm.until(now, zone).toLocalDate();
            for (var agent : sql.readers(id))
                viewers.agent(agent).ifPresent(viewer -> letters.post(kept.report(), day, viewer));
            sql.sent(id, now, rhythm.after(now, zone).toInstant());
        });
    }
}
