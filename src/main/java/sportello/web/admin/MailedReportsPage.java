package sportello.web.admin;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import sportello.stats.KeptMailedReport;
import sportello.stats.Rhythm;
import sportello.web.Words;

/** The reports that are sent by mail, by their names. */
public record MailedReportsPage(List<KeptMailedReport> reports) {

    public MailedReportsPage {
        reports = List.copyOf(reports);
    }

    /** On which days, without the hour. */
    public static String day(Rhythm rhythm, Words words) {
        return switch (rhythm.every()) {
            case WEEK ->
                words.t("mailed_reports.on." + DayOfWeek.of(rhythm.day()).name().toLowerCase(Locale.ROOT));
            case MONTH -> words.t("mailed_reports.on.monthday", rhythm.day());
        };
    }

    public static String hour(int hour) {
        return hour + ":00";
    }
}
