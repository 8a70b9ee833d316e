package sportello.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Language;
import sportello.base.Outcome;

/** What becomes of what is typed into a field. */
class ReadingTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Reader ITALIAN = new Reader(Language.ITALIAN, ROME);
    private static final Reader ENGLISH = new Reader(Language.ENGLISH, ROME);
    private static final Option LOW = new Option(3, "Bassa");
    private static final Option HIGH = new Option(7, "Alta");

    @Test
    void nothing_is_always_in_order() {
        for (var kind : Kind.values())
            assertThat(read(kind, " \u200b ")).as(kind.key()).isNull();
        assertThat(read(Kind.CHOICES, ",")).isNull();
    }

    @Test
    void a_text_is_clean_and_as_long_as_it_may_be() {
        assertThat(read(Kind.LINE, " IT001\n\u202eE12 ")).isEqualTo(new Value.Words("IT001 E12"));
        assertThat(read(Kind.TEXT, "una\r\ndue")).isEqualTo(new Value.Words("una\ndue"));
        var four = new Limits(4, null, null, "");
        assertThat(read(Kind.LINE, four, "😀😀😀😀", ITALIAN)).isEqualTo(new Value.Words("😀😀😀😀"));
        assertThat(refusal(Kind.LINE, four, "12345")).isEqualTo("field.long");
        assertThat(refusal(Kind.LINE, Limits.NONE, "x".repeat(501))).isEqualTo("field.long");
    }

    @Test
    void a_pattern_holds_for_the_whole_text() {
        var pod = new Limits(null, null, null, "IT[0-9]{3}E[0-9]{8}");
        assertThat(read(Kind.LINE, pod, "IT001E12345678", ITALIAN)).isNotNull();
        assertThat(refusal(Kind.LINE, pod, "IT001E12345678 bis")).isEqualTo("field.pattern");
    }

    @ParameterizedTest
    @CsvSource({
        "ITALIAN, 1.234, 1234.00", "ITALIAN, '1.234,5', 1234.50", "ITALIAN, '1234,567', 1234.567",
                "ITALIAN, 12.5, 12.50",
        "ITALIAN, -0, 0.00", "ENGLISH, '1,234', 1234.00", "ENGLISH, '1,234.5', 1234.50", "ENGLISH, '12,5', 12.50"
    })
    void an_amount_reads_as_in_the_language_of_whoever_types(Language language, String typed, BigDecimal amount) {
        assertThat(read(Kind.DECIMAL, Limits.NONE, typed, new Reader(language, ROME)))
                .isEqualTo(new Value.Amount(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dodici", "1.2.3", "1,2,3", "1e9", "--1", "9999999999999999", "0,1234567", "NaN", "١٢"})
    void what_is_no_amount_is_refused(String typed) {
        assertThat(refusal(Kind.DECIMAL, Limits.NONE, typed)).isEqualTo("field.decimal");
    }

    @Test
    void a_number_is_whole_and_within_its_limits() {
        var some = new Limits(null, new BigDecimal(1), new BigDecimal(2000), "");
        assertThat(read(Kind.NUMBER, some, "1.250", ITALIAN)).isEqualTo(new Value.Amount(new BigDecimal(1250)));
        assertThat(refusal(Kind.NUMBER, some, "0")).isEqualTo("field.least");
        assertThat(refusal(Kind.NUMBER, some, "2001")).isEqualTo("field.most");
        assertThat(refusal(Kind.NUMBER, some, "12,5")).isEqualTo("field.number");
    }

    @ParameterizedTest
    @CsvSource({
        "ITALIAN, EUR, '1.234,5', 1234.50, '1.234,50 €', '1234,50'",
                "ITALIAN, EUR, 1.234 €, 1234.00, '1.234,00 €', '1234,00'",
        "ITALIAN, EUR, EUR 12, 12.00, '12,00 €', '12,00'", "ITALIAN, EUR, '€ -3,10', -3.10, '-3,10 €', '-3,10'",
        "ENGLISH, EUR, '€1,234.5', 1234.50, '€1,234.50', 1234.50", "ENGLISH, USD, $12, 12.00, US$12.00, 12.00",
        "ITALIAN, JPY, 1.250, 1250, 1.250 JPY, 1250", "ITALIAN, CHF, '0,05 chf', 0.05, '0,05 CHF', '0,05'"
    })
    void money_has_the_decimals_of_its_currency(
            Language language, String currency, String typed, BigDecimal amount, String shown, String again) {
        var reader = new Reader(language, ROME);
        var value = new Value.Money(amount, currency);
        assertThat(read(Kind.MONEY, Limits.NONE.in(currency), typed, reader)).isEqualTo(value);
        assertThat(ValueText.shown(value, reader, "", "").replace('\u00a0', ' '))
                .isEqualTo(shown);
        assertThat(ValueText.typed(value, reader)).isEqualTo(again);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "100 USD", "12€50", "€", "€ 1 €€", "dieci euro", "9999999999999999", "1e9"})
    void what_is_no_money_of_the_currency_is_refused(String typed) {
        assertThat(refusal(Kind.MONEY, Limits.NONE.in("EUR"), typed)).isEqualTo("field.money");
    }

    @Test
    void money_keeps_to_its_limits() {
        var some = new Limits(null, BigDecimal.ONE, null, "").in("EUR");
        assertThat(refusal(Kind.MONEY, some, "0,99")).isEqualTo("field.least");
    }

    @Test
    void of_a_tree_only_the_ends_are_chosen_where_the_field_says_so() {
        assertThat(chosen(false, 1)).isEqualTo("Rete");
        assertThat(chosen(true, 1)).isEqualTo("field.leaf");
        assertThat(chosen(true, 3)).isEqualTo("Rete › Linea › Cabina");
        assertThat(chosen(true, 4)).isEqualTo("Sede");
    }

    private static String chosen(boolean leaves, long id) {
        var tree = List.of(
                new Option(1, "Rete"),
                new Option(2, "Rete › Linea"),
                new Option(3, "Rete › Linea › Cabina"),
                new Option(4, "Sede"));
        return switch (new Reading(field(Kind.TREE, Limits.ofTree(leaves), tree), tree, ITALIAN).read("" + id)) {
            case Outcome.Done<Optional<Value>>(var value) -> ValueText.shown(value.orElseThrow(), ITALIAN, "", "");
            case Outcome.Refused<?>(var why) -> why.message();
        };
    }

    @Test
    void days_and_moments_come_as_browsers_send_them_and_as_people_write_them() {
        var day = new Value.Day(LocalDate.of(2027, 1, 5));
        assertThat(read(Kind.DATE, "2027-01-05")).isEqualTo(day);
        assertThat(read(Kind.DATE, "5/1/2027")).isEqualTo(day);
        var moment = new Value.Moment(Instant.parse("2027-01-05T07:30:00Z"));
        assertThat(read(Kind.MOMENT, "2027-01-05T08:30")).isEqualTo(moment);
        assertThat(read(Kind.MOMENT, "05/01/2027 08:30")).isEqualTo(moment);
        for (var odd : List.of("domani", "31/02/2027", "99999-01-01", "+99999-01-01", "0027-01-05", "2027-01-05T08:30"))
            assertThat(refusal(Kind.DATE, Limits.NONE, odd)).as(odd).isEqualTo("field.date");
        assertThat(refusal(Kind.MOMENT, Limits.NONE, "2027-01-05")).isEqualTo("field.moment");
    }

    @Test
    void only_what_is_offered_is_chosen_in_the_order_in_which_it_is() {
        assertThat(read(Kind.CHOICES, ",7,3")).isEqualTo(new Value.Chosen(List.of(LOW, HIGH)));
        assertThat(read(Kind.CHOICE, "7")).isEqualTo(new Value.Chosen(List.of(HIGH)));
        assertThat(refusal(Kind.CHOICE, Limits.NONE, "3,7")).isEqualTo("field.option");
        assertThat(refusal(Kind.CHOICES, Limits.NONE, "3,8")).isEqualTo("field.option");
    }

    @Test
    void yes_and_no_are_answers_and_nothing_else_is() {
        assertThat(read(Kind.YES_NO, "no")).isEqualTo(new Value.YesNo(false));
        assertThat(refusal(Kind.YES_NO, Limits.NONE, "forse")).isEqualTo("field.yes_no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://valle.example/",
                "//valle.example",
                "https:",
                "https://anna:segreto@valle.example/",
                "https://valle.example/a b",
                "data:text/html,x"
            })
    void a_link_leads_into_the_web_and_nowhere_else(String typed) {
        assertThat(refusal(Kind.LINK, Limits.NONE, typed)).isEqualTo("field.link");
        assertThat(read(Kind.LINK, "https://valle.example/pod?id=1"))
                .isEqualTo(new Value.Link("https://valle.example/pod?id=1"));
    }

    /** Whoever opens a form and sends it back changes nothing. */
    @Test
    void what_a_value_looks_like_in_a_form_reads_as_that_value() {
        for (var reader : List.of(ITALIAN, ENGLISH)) {
            reads(Kind.DECIMAL, new Value.Amount(new BigDecimal("1234567.125")), reader);
            reads(Kind.NUMBER, new Value.Amount(new BigDecimal("1234")), reader);
            reads(Kind.DATE, new Value.Day(LocalDate.of(2027, 1, 5)), reader);
            reads(Kind.MOMENT, new Value.Moment(Instant.parse("2027-07-05T07:00:00Z")), reader);
            reads(Kind.CHOICES, new Value.Chosen(List.of(LOW, HIGH)), reader);
            reads(Kind.YES_NO, new Value.YesNo(true), reader);
        }
    }

    @Test
    void people_read_a_value_in_their_language() {
        var amount = new Value.Amount(new BigDecimal("1234.50"));
        assertThat(ValueText.shown(amount, ITALIAN, "sì", "no")).isEqualTo("1.234,50");
        assertThat(ValueText.shown(amount, ENGLISH, "yes", "no")).isEqualTo("1,234.50");
        assertThat(ValueText.shown(new Value.Amount(new BigDecimal(2027)), ITALIAN, "sì", "no"))
                .isEqualTo("2027");
        assertThat(ValueText.shown(new Value.Chosen(List.of(LOW, HIGH)), ITALIAN, "sì", "no"))
                .isEqualTo("Bassa, Alta");
        assertThat(ValueText.shown(new Value.YesNo(true), ITALIAN, "sì", "no")).isEqualTo("sì");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e18", "1e2147483647", "1e-10", "1e-2147483647"})
    void so_many_digits_nobody_writes(String number) {
        assertThat(NumberText.isWritten(new BigDecimal(number))).isFalse();
    }

    private static void reads(Kind kind, Value value, Reader reader) {
        assertThat(read(kind, Limits.NONE, ValueText.typed(value, reader), reader))
                .isEqualTo(value);
    }

    private static @Nullable Value read(Kind kind, String typed) {
        return read(kind, Limits.NONE, typed, ITALIAN);
    }

    private static @Nullable Value read(Kind kind, Limits limits, String typed, Reader reader) {
        return outcome(kind, limits, typed, reader) instanceof Outcome.Done<Optional<Value>>(var value)
                ? value.orElse(null)
                : new Value.Words("refused");
    }

    private static String refusal(Kind kind, Limits limits, String typed) {
        return outcome(kind, limits, typed, ITALIAN) instanceof Outcome.Refused<?>(var why) ? why.message() : "";
    }

    private static Outcome<Optional<Value>> outcome(Kind kind, Limits limits, String typed, Reader reader) {
        var options = List.of(LOW, HIGH);
        return new Reading(field(kind, limits, options), options, reader).read(typed);
    }

    private static Field field(Kind kind, Limits limits, List<Option> options) {
        var nothing = new Label("", "");
        return new Field(new FieldId(1), Subject.TICKET, "x", kind, nothing, nothing, limits, options, Map.of());
    }
}
