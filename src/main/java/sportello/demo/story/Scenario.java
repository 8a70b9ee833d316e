package sportello.demo.story;

import java.util.List;
import java.util.Optional;
import sportello.base.Language;

/** A request as it might come any day, and how it may go on; the towns and people change. */
record Scenario(Entry entry) {

    String queue() {
        return entry.get("queue");
    }

    /** For which service it is, if the desk says so. */
    Optional<String> service() {
        return entry.find("service");
    }

    Language language() {
        return Language.of(entry.get("language", "it"));
    }

    List<String> titles() {
        return entry.all("title");
    }

    /** The kinds of buildings in which it can happen; empty where it does not matter. */
    List<String> places() {
        return entry.list("place");
    }

    int priority() {
        return Integer.parseInt(entry.get("priority", "3"));
    }

    /** Whether nobody lets it lie. */
    boolean isUrgent() {
        return priority() == 5;
    }

    /** How much faster than usual it is dealt with. */
    double pace() {
        return switch (priority()) {
            case 5 -> 5;
            case 4 -> 2;
            default -> 1;
        };
    }

    boolean isWithMarkup() {
        return entry.find("html").isPresent();
    }

    /** Whether nobody should have written it. */
    boolean isStray() {
        return entry.find("ends").isPresent();
    }

    boolean has(String kind) {
        return !entry.parts(kind).isEmpty();
    }

    boolean isFor(Clerk clerk) {
        return clerk.writesAbout(entry.list("by")) && !entry.list("never").contains(clerk.login());
    }

    List<Part> parts() {
        return entry.parts();
    }

    Part part(String kind) {
        return entry.parts(kind).getFirst();
    }
}
