package sportello.web.agent.search;

import java.util.List;

/** What may be meant by what is being typed. */
public record SuggestionsPage(List<Line> lines) {

    public SuggestionsPage {
        lines = List.copyOf(lines);
    }

    /** One of them, with the address to which it leads. */
    public record Line(String icon, String address, String label, String detail) {}
}
