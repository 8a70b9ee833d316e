package sportello.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a field says. */
public sealed interface Value {

    /** Of one line or of many. */
    record Words(String words) implements Value {}

    /** An address in the web. */
    record Link(String address) implements Value {}

    record Amount(BigDecimal amount) implements Value {}

    /** @param currency by its ISO 4217 code */
    record Money(BigDecimal amount, String currency) implements Value {}

    record Day(LocalDate day) implements Value {}

    record Moment(Instant moment) implements Value {}

    record Chosen(List<Option> options) implements Value {
        public Chosen {
            options = List.copyOf(options);
        }
    }

    record Agent(Named named) implements Value {}

    /** An organisation. */
    record Customer(Named named) implements Value {}

    record YesNo(boolean yes) implements Value {}
}
