package sportello.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.base.Language;

/** What stands in the table of limits, one before, at and one behind each: what a mail says. */
class EdgesTest {
    private static final String FROM = "From: giulia.moretti@roccalba.example\n";

    @Test
    void the_name_of_a_mail_has_its_length_at_most() throws Exception {
        Edge.of("mime/Letterheads.LONGEST_ID").isTheLast(length -> {
            var id = "<" + x(length - 4) + "@y>";
            return Letterheads.ids(id).equals(List.of(id));
        });
    }

    @Test
    void a_subject_is_cut() throws Exception {
        Edge.of("mime/Letterheads.LONGEST_SUBJECT")
                .cuts(length -> letterhead("Subject", x(length)).subject().length());
    }

    @Test
    void of_too_many_mails_before_it_the_latest_stay() throws Exception {
        Edge.of("mime/Letterheads.MOST_REFERENCES")
                .cuts(many -> letterhead("References", numbered(many, "<#@y>"))
                        .references()
                        .size());
    }

    @Test
    void the_name_and_the_address_of_a_person_are_cut() throws Exception {
        Edge.of("mime/AddressList.LONGEST_NAME")
                .cuts(length -> AddressList.of(x(length) + " <a@b.example>")
                        .getFirst()
                        .name()
                        .length());
        var address = Edge.of("mime/AddressList.LONGEST_ADDRESS");
        address.cuts(length -> AddressList.of(x(length - 10) + "@b.example")
                .getFirst()
                .address()
                .length());
        address.isTheLast(length -> AddressList.of("=?utf-8?q?," + x(length - 13) + "?= <a@b.example>")
                        .size()
                == 1);
    }

    @Test
    void the_name_of_a_character_set_has_its_length_at_most() throws Exception {
        Edge.of("mime/AddressList.LONGEST_CHARSET")
                .isTheLast(length -> AddressList.of("=?" + x(length) + "?q?a,b?= <a@b.example>")
                                .size()
                        == 1);
        Edge.of("mime/EncodedWords.LONGEST_CHARSET")
                .isTheLast(length ->
                        EncodedWords.decode("=?" + x(length) + "?q?a=41?=").equals("aA"));
    }

    @Test
    void an_encoded_word_has_its_length_at_most_with_its_end_and_without() throws Exception {
        for (var end : List.of("?=", ""))
            Edge.of("mime/EncodedWords.LONGEST_WORD")
                    .isTheLast(length ->
                            EncodedWords.decode("=?utf-8?q?" + x(length) + end).equals(x(length)));
    }

    @Test
    void a_field_has_so_many_parameters() throws Exception {
        Edge.of("mime/FieldValue.MOST")
                .cuts(many -> FieldValue.of("text/plain" + numbered(many, "; p#=1"))
                        .parameters()
                        .size());
    }

    @Test
    void the_name_of_a_field_has_its_length_at_most() throws Exception {
        for (var colon : List.of(":", " :"))
            Edge.of("mime/Head$Gathering.LONGEST_NAME").isTheLast(length -> {
                var name = x(length - colon.length() + 1);
                return TestMail.read((FROM + name + colon + " ja\n\nIl testo.").getBytes(US_ASCII))
                                instanceof Reading.Readable(var mail)
                        && closed(mail).headers().first(name).isPresent();
            });
    }

    @Test
    void the_name_of_a_file_is_cut_before_its_ending_if_that_is_short() throws Exception {
        Edge.of("mime/FileNames.LONGEST")
                .cuts(length -> new FileNames(Language.ITALIAN)
                        .safe(x(length), "text/plain")
                        .length());
        Edge.of("mime/FileNames.LONGEST_ENDING").isTheLast(length -> {
            var ending = "." + "e".repeat(length - 1);
            return new FileNames(Language.ITALIAN)
                    .safe(x(300) + ending, "text/plain")
                    .endsWith("…" + ending);
        });
    }

    @Test
    void the_name_of_a_picture_is_cut_and_so_many_are_looked_for() throws Exception {
        Edge.of("mime/Pictures.LONGEST")
                .cuts(length -> longest(Pictures.shownIn("<img src=\"cid:" + x(length) + "\">")));
        Edge.of("mime/Pictures.MOST")
                .cuts(many ->
                        Pictures.shownIn(numbered(many, "<img src=\"cid:#\">")).size());
    }

    @Test
    void a_line_that_opens_a_quote_has_its_length_at_most() throws Exception {
        Edge.of("mime/Quote.LONGEST_LINE").isTheLast(length -> {
            var rule = "-".repeat(length - 20) + "Original Message----";
            var text = "Grazie.\n" + rule + "\nvecchio";
            return Quote.from(text) < text.length();
        });
    }

    @Test
    void in_a_text_without_end_no_quote_is_looked_for() throws Exception {
        Edge.of("mime/Quote.MOST_LINES").isTheLast(many -> {
            var text = "Grazie.\n" + "\n".repeat(many - 2) + "> vecchio";
            return Quote.from(text) < text.length();
        });
    }

    @Test
    void the_name_of_an_element_is_cut() throws Exception {
        Edge.of("mime/QuoteInMarkup.LONGEST_NAME")
                .cuts(length -> QuoteInMarkup.name("<" + x(length) + ">").length());
    }

    @Test
    void so_many_blanks_may_stand_behind_the_sign_that_joins_two_lines() throws Exception {
        Edge.of("mime/QuotedStream.MOST_SPACES").isTheLast(many -> {
            var encoded = "a=" + " ".repeat(many) + "\nb";
            try (var bytes = new QuotedStream(new ByteArrayInputStream(encoded.getBytes(US_ASCII)))) {
                return new String(bytes.readAllBytes(), US_ASCII).equals("ab");
            }
        });
    }

    @Test
    void what_the_provider_attests_is_cut() throws Exception {
        Edge.of("mime/Daticert.LONGEST_VALUE")
                .cuts(length -> attested("<oggetto>" + x(length) + "</oggetto>")
                        .value("oggetto")
                        .length());
        for (var one : List.of(
                "<destinatari tipo='certificato'>a#@b.example</destinatari>", "<ricezione>a#@b.example</ricezione>"))
            Edge.of("mime/Daticert.MOST_CONSIGNEES")
                    .cuts(many -> attested(numbered(many, one)).consignees().size());
    }

    private static Daticert attested(String within) {
        return Daticert.read(("<postacert tipo='accettazione'>" + within + "</postacert>").getBytes(UTF_8))
                .orElseThrow();
    }

    private static Letterhead letterhead(String field, String value) {
        return Letterheads.of(new Head(List.of(new Head.Line(field, value))));
    }

    private static int longest(Set<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    static ReadMail closed(ReadMail mail) {
        mail.close();
        return mail;
    }

    static String x(int length) {
        return "x".repeat(length);
    }

    static String numbered(int many, String entry) {
        return IntStream.range(0, many)
                .mapToObj(number -> entry.replace("#", "" + number))
                .collect(Collectors.joining());
    }
}
