package sportello.demo.story;

import java.util.ArrayList;
import java.util.List;

/** A part of a scenario that somebody acts out, with the files that go along with it. */
record Beat(Part part, List<Part> props) {

    Beat {
        props = List.copyOf(props);
    }

    /** The beats in the order of the scenario; files and photos belong to the beat before them. */
    static List<Beat> of(List<Part> parts) {
        var beats = new ArrayList<Beat>();
        for (var part : parts) {
            if (isProp(part)) {
                var last = beats.removeLast();
                beats.add(last.with(part));
            } else {
                beats.add(new Beat(part, List.of()));
            }
        }
        return beats;
    }

    String kind() {
        return part.kind();
    }

    private Beat with(Part prop) {
        var more = new ArrayList<>(props);
        more.add(prop);
        return new Beat(part, more);
    }

    private static boolean isProp(Part part) {
        return part.kind().equals("file") || part.kind().equals("photo");
    }
}
