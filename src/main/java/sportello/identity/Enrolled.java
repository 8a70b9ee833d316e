package sportello.identity;

import java.util.List;

/**
 * A second factor that counts from now on.
 *
 * @param codes for when app or device is lost: shown once, now; none if there were some before
 * @param session the only one that the person has left
 */
public record Enrolled(List<String> codes, Secret session, Viewer viewer) {
    public Enrolled {
        codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
        return "Enrolled";
    }
}
