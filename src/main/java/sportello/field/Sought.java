package sportello.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in a field, in each way in which it can be understood.
 *
 * @param words as typed
 * @param option the id of one that is offered
 */
public record Sought(
        String words,
        @Nullable BigDecimal amount,
        @Nullable LocalDate day,
        @Nullable Boolean yes,
        @Nullable Long option) {

    public static Sought of(String typed, Reader reader) {
        return new Sought(
                typed,
                NumberText.read(typed, reader.language()).orElse(null),
                Reading.dayIn(typed).orElse(null),
                typed.equals(Reading.YES) ? Boolean.TRUE : typed.equals(Reading.NO) ? Boolean.FALSE : null,
                typed.matches("[0-9]{1,18}") ? Long.valueOf(typed) : null);
    }
}
