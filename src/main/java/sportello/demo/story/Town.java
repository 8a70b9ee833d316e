package sportello.demo.story;

import java.util.List;

/** A municipality with its streets and buildings. */
public record Town(Entry entry) {

    /** The short name by which the house knows it. */
    public String code() {
        return entry.name();
    }

    /** The name without "Comune di". */
    public String shortName() {
        return entry.get("name").replaceFirst("^Comune di ", "");
    }

    List<String> streets() {
        return entry.list("streets");
    }

    boolean has(String kind) {
        return entry.find(kind).isPresent();
    }

    /** A building, or another place, with its article. */
    String place(String kind) {
        return entry.get(kind);
    }
}
