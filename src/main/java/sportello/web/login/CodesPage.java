package sportello.web.login;

import java.util.List;

/**
 * The codes on paper, which are shown this once.
 *
 * @param onward where to go when they are written down
 */
public record CodesPage(List<String> codes, String onward) {
    public CodesPage {
        codes = List.copyOf(codes);
    }
}
