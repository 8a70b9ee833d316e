package sportello.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sportello.base.Html;

/** Where the former mail begins that an HTML mail quotes, as the programs write it that people use. */
class QuoteInMarkupTest {

    @Test
    void gmail_puts_a_line_and_a_quote_below() {
        var parts = parted("""
                <div dir="ltr">Grazie, va bene.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">
                Il giorno lun 23 nov 2026 alle ore 09:46 Laura Bassi &lt;<a href="mailto:l@x.example">l@x.example</a>&gt;
                ha scritto:<br></div><blockquote class="gmail_quote"><div>Abbiamo cambiato l'orario.</div></blockquote></div>
                """);

        assertThat(Html.readable(parts.written())).isEqualTo("Grazie, va bene.");
        assertThat(Html.readable(parts.quoted())).startsWith("Il giorno lun").contains("cambiato l'orario");
    }

    @Test
    void outlook_writes_a_head_and_no_sign_of_a_quotation() {
        var parts = parted("""
                <div><p>Confermo.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>Da:</b> Laura Bassi<br>
                <b>Inviato:</b> lunedì 23 novembre 2026 09:46<br><b>A:</b> Giulia Moretti<br><b>Oggetto:</b> Orario</p></div>
                <p>Abbiamo cambiato l'orario.</p></div>
                """);

        assertThat(Html.readable(parts.written())).isEqualTo("Confermo.");
        assertThat(Html.readable(parts.quoted())).startsWith("Da: Laura Bassi").contains("cambiato l'orario");
    }

    @Test
    void our_own_answers_are_parted_too() {
        var parts = parted("<div>Ecco.</div><div><br></div><p>Giulia Moretti ha scritto il 23/11/2026 09:46:</p>"
                + "<blockquote><p>Quando?</p></blockquote>");

        assertThat(Html.readable(parts.written())).isEqualTo("Ecco.");
        assertThat(Html.readable(parts.quoted()))
                .startsWith("Giulia Moretti ha scritto")
                .contains("Quando?");
    }

    @Test
    void elements_around_both_parts_are_whole_in_both() {
        var parts = parted("<table><tr><td><b>Sì.</b><blockquote>Vero?</blockquote></td></tr></table>");

        assertThat(parts.written()).isEqualTo(Html.sanitised(parts.written()).markup());
        assertThat(parts.quoted())
                .isEqualTo(Html.sanitised(parts.quoted()).markup())
                .startsWith("<table>");
    }

    @Test
    void nothing_is_lost_and_nothing_comes_twice() {
        var whole = Html.sanitised("<p>uno</p><pre>due &amp; tre\nquattro</pre><hr><blockquote>cinque</blockquote>");
        var parts = QuoteInMarkup.parts(whole.markup()).orElseThrow();

        assertThat(parts.written() + parts.quoted()).isEqualTo(whole.markup());
    }

    @Test
    void what_is_answered_below_or_between_is_no_quote() {
        assertThat(found("<blockquote>Quando?</blockquote><p>Domani.</p>")).isFalse();
        assertThat(found(
                        "<p>Allora:</p><blockquote>Uno?</blockquote><p>Sì.</p><blockquote>Due?</blockquote><p>No.</p>"))
                .isFalse();
    }

    @Test
    void what_is_only_passed_on_stays_unfolded() {
        assertThat(found("<blockquote>Quando?</blockquote>")).isFalse();
        assertThat(found("<p>Nessuna citazione.</p>")).isFalse();
        assertThat(found("")).isFalse();
    }

    private static boolean found(String html) {
        return QuoteInMarkup.parts(Html.sanitised(html).markup()).isPresent();
    }

    private static QuoteInMarkup.Parts parted(String html) {
        return QuoteInMarkup.parts(Html.sanitised(html).markup()).orElseThrow();
    }
}
