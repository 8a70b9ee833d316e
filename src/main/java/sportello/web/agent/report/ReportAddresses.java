package sportello.web.agent.report;

import sportello.stats.Aspect;
import sportello.stats.Period;

/** The addresses of one report: as a page, as a file, as a document. */
record ReportAddresses(Aspect by, Period period) {

    String page() {
        return "/reports" + query(by.key());
    }

    String file(String format) {
        return "/reports/export" + query(by.key()) + "&format=" + format;
    }

    String failures(String format) {
        return "/reports/export" + query(ReportController.FAILURES) + "&format=" + format;
    }

    String document() {
        return "/reports/print" + query(by.key());
    }

    private String query(String told) {
        return "?by=" + told + "&from=" + period.first() + "&to=" + period.last();
    }
}
