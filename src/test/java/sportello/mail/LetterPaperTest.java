package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Html;
import sportello.base.Language;

@SportelloTest
@Transactional
class LetterPaperTest {

    @Autowired
    LetterPaper paper;

    @Autowired
    OurCompany company;

    @Test
    void the_company_stands_under_the_letter() {
        company.change(Given.withLogo(Given.VALLE));

        var letter = paper.wrap(Html.sanitised("<p>Buongiorno <b>Paolo</b>,</p>"), Language.ITALIAN);

        assertThat(letter.html())
                .contains("<html lang=\"it\">", "<p>Buongiorno <b>Paolo</b>,</p>", "cid:logo@sportello")
                .contains("Valle Servizi S.p.A.", "Via Roma 1, Valle", "mailto:desk@valle.example", "Tel. 0541 123456");
        assertThat(letter.text()).isEqualTo("""
                        Buongiorno Paolo,

                        --\s
                        Valle Servizi S.p.A.
                        Via Roma 1, Valle
                        desk@valle.example
                        Tel. 0541 123456
                        https://valle.example
                        """);
    }

    @Test
    void it_speaks_the_language_of_the_reader() {
        company.change(Given.VALLE);

        var letter = paper.wrap(Html.ofText("Good morning"), Language.ENGLISH);

        assertThat(letter.html()).contains("<html lang=\"en\">", "Phone 0541 123456");
        assertThat(letter.text()).contains("Phone 0541 123456");
    }

    @Test
    void what_the_company_has_not_is_left_out() {
        company.change(new Company("Valle", "", "", "", "", null));

        var letter = paper.wrap(Html.ofText("Buongiorno"), Language.ITALIAN);

        assertThat(letter.html()).doesNotContain("cid:", "mailto:", "Tel.");
        assertThat(letter.text()).isEqualTo("Buongiorno\n\n-- \nValle\n");
    }

    @Test
    void the_company_cannot_put_script_on_its_paper() {
        company.change(new Company("<script>x</script>", "\" onclick=\"", "", "", "javascript:alert(1)", null));

        assertThat(paper.wrap(Html.EMPTY, Language.ITALIAN).html()).doesNotContain("<script", "href=\"javascript:");
    }

    @Test
    void the_company_is_kept_with_its_logo() {
        company.change(Given.withLogo(Given.VALLE));

        var kept = company.get();

        assertThat(kept.name()).isEqualTo("Valle Servizi S.p.A.");
        assertThat(kept.logo().bytes()).isEqualTo(Given.DOT);
        assertThat(kept.logo().type()).isEqualTo("image/gif");
    }
}
