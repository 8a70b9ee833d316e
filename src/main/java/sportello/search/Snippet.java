package sportello.search;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text in pieces, those that were looked for and those around them. */
public record Snippet(List<Piece> pieces) {
    private static final Pattern MARKED = Pattern.compile("\u0002([^\u0003]*)\u0003|([^\u0002]+)");

    public Snippet {
        pieces = List.copyOf(pieces);
    }

    /** Some signs, found or not. */
    public record Piece(String text, boolean hit) {}

    /** As the database marks it: what was found stands between STX and ETX. */
    static Snippet of(@Nullable String marked) {
        if (marked == null) return new Snippet(List.of());
        return new Snippet(MARKED.matcher(marked)
                .results()
                .map(piece ->
                        piece.group(1) == null ? new Piece(piece.group(2), false) : new Piece(piece.group(1), true))
                .toList());
    }

    /** The text without its marks. */
    public String text() {
        return pieces.stream().map(Piece::text).reduce("", String::concat);
    }
}
