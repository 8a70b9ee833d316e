package sportello.web.agent.ticket;

import sportello.base.Html;

/** What stands in a form before anybody types: as plain text, and the same as HTML. */
record Quote(String text, String html) {
    /** Room to write in, above. */
    static final String BLANK = "<div><br></div><div><br></div>";

    static final Quote NONE = new Quote("", "");

    static Quote of(String text) {
        return text.isEmpty() ? NONE : new Quote(text, Html.ofText(text).markup());
    }

    /** Below room to write in. */
    static Quote signature(String text) {
        return text.isEmpty()
                ? NONE
                : new Quote("\n\n" + text, BLANK + Html.ofText(text).markup());
    }

    Quote and(Quote below) {
        return new Quote(text + below.text, html + below.html);
    }
}
