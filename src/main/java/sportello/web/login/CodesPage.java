package sportello.web.login;

import java.util.List;

/**
 * The codes on paper, which are shown this once.
 *
 * @param onward where to go when they are written down
 * @param withheld a form that waits there, encrypted; empty for none
 */
public record CodesPage(List<String> codes, String onward, String withheld) {
    public CodesPage {
        codes = List.copyOf(codes);
    }

    CodesPage(List<String> codes, String onward) {
        this(codes, onward, "");
    }
}
