package sportello.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Outcome;
import sportello.search.Term.Kind;

class SearchTextTest {

    @Test
    void words_stand_apart() {
        assertThat(terms("lampione  spento")).containsExactly(word("lampione"), word("spento"));
    }

    @Test
    void an_apostrophe_ends_a_word() {
        assertThat(terms("l’impianto dell'asilo"))
                .containsExactly(word("l"), word("impianto"), word("dell"), word("asilo"));
    }

    @Test
    void quotes_of_every_kind_hold_a_phrase_together() {
        var phrase = new Term(Kind.PHRASE, "via Roma", false);
        assertThat(terms("\"via Roma\" spento")).containsExactly(phrase, word("spento"));
        assertThat(terms("“via Roma”")).containsExactly(phrase);
        assertThat(terms("«via Roma»")).containsExactly(phrase);
        assertThat(terms("\"via Roma")).containsExactly(phrase);
    }

    @Test
    void an_asterisk_asks_for_a_beginning() {
        assertThat(terms("lampad*")).containsExactly(new Term(Kind.PREFIX, "lampad", false));
        assertThat(terms("orari-bib*")).containsExactly(word("orari"), new Term(Kind.PREFIX, "bib", false));
    }

    @Test
    void a_hyphen_in_front_excludes_and_one_inside_does_not() {
        assertThat(terms("-semaforo")).containsExactly(new Term(Kind.WORD, "semaforo", true));
        assertThat(terms("-\"via Roma\" -lampad*"))
                .containsExactly(new Term(Kind.PHRASE, "via Roma", true), new Term(Kind.PREFIX, "lampad", true));
        assertThat(terms("e-mail")).containsExactly(new Term(Kind.PHRASE, "e-mail", false));
    }

    @Test
    void an_address_is_looked_for_as_it_is() {
        assertThat(terms("biblioteca@roccalba.example"))
                .containsExactly(new Term(Kind.PHRASE, "biblioteca@roccalba.example", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "&|!:*", "🙂", "-", "\"", "***", "()", "\u0000", "\" \"", "-- --"})
    void signs_without_a_word_are_refused_in_words(String typed) {
        assertThat(SearchText.of(typed).then(text -> Outcome.done(text.terms())))
                .isIn(Outcome.refused("search.no_words"), Outcome.done(List.of()));
    }

    @Test
    void signs_between_words_are_no_obstacle() {
        assertThat(terms("lampione & !spento:* | (via)"))
                .containsExactly(word("lampione"), new Term(Kind.PREFIX, "spento", false), word("via"));
    }

    @Test
    void what_is_too_long_is_refused() {
        assertThat(SearchText.of("a".repeat(10_240))).isEqualTo(Outcome.refused("search.long", SearchText.LONGEST));
        assertThat(SearchText.of("a ".repeat(SearchText.MOST_TERMS - 1))).isInstanceOf(Outcome.Done.class);
        assertThat(SearchText.of("a ".repeat(SearchText.MOST_TERMS))).isInstanceOf(Outcome.Done.class);
        assertThat(SearchText.of("a ".repeat(SearchText.MOST_TERMS + 1)))
                .isEqualTo(Outcome.refused("search.many", SearchText.MOST_TERMS));
    }

    private static Term word(String text) {
        return new Term(Kind.WORD, text, false);
    }

    private static List<Term> terms(String typed) {
        return ((Outcome.Done<SearchText>) SearchText.of(typed)).value().terms();
    }
}
