package sportello.web.admin;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import sportello.Edge;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void files_that_are_brought_have_so_many_bytes() throws Exception {
        Edge.of("web/admin/ImportForm.LARGEST")
                .isTheLast(size -> !new ImportForm(null, file(size), null, null, null).isLarge());
        Edge.of("web/admin/ConfigurationForm.LARGEST")
                .isTheLast(size -> !new ConfigurationForm(file(size), null, null).isLarge());
        Edge.of("web/admin/TrialForm.LARGEST")
                .isTheLast(size -> !new TrialForm(null, file(size), null, null).isLarge());
    }

    @Test
    void of_a_file_that_describes_a_provider_so_much_is_read() throws Exception {
        Edge.of("web/admin/SamlForm.LONGEST_FILE")
                .cuts(size -> String.valueOf(
                                SamlForm.said(new MockMultipartFile("file", "idp.xml", "text/xml", new byte[size])))
                        .length());
    }

    private static MockMultipartFile file(int size) {
        return new MockMultipartFile("file", new byte[size]);
    }
}
