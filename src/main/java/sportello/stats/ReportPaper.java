package sportello.stats;

import sportello.identity.Viewer.AgentViewer;

/** Draws a report as somebody reads it: in that person's language, of the tickets that person may read. */
public interface ReportPaper {
    Sheet draw(Aspect by, Period period, AgentViewer viewer);

    /**
     * @param text the main figures and where the report is on line
     * @param file how the PDF is called
     */
    record Sheet(String title, String text, String file, byte[] pdf) {}
}
