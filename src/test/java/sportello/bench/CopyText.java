package sportello.bench;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY. */
public final class CopyText {
    private final StringBuilder text = new StringBuilder();
    private long rows;

    /** Adds one row. */
    public void row(@Nullable Object... cells) {
        for (var i = 0; i < cells.length; i++) {
            if (i > 0) text.append('\t');
            cell(cells[i]);
        }
        text.append('\n');
        rows++;
    }

    long rows() {
        return rows;
    }

    private void cell(@Nullable Object cell) {
        switch (cell) {
            case null -> text.append("\\N");
            case byte[] bytes -> text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case Object other -> escaped(other.toString());
        }
    }

    private void escaped(String value) {
        for (var i = 0; i < value.length(); i++) {
            var sign = value.charAt(i);
            switch (sign) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(sign);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
