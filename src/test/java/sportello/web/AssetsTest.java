package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class AssetsTest {
    private final Assets assets = Pages.assets();
    private final MockMvc web =
            MockMvcBuilders.standaloneSetup(new AssetController(assets)).build();

    @Test
    void a_page_ships_less_than_150_kilobytes_of_script_and_style() {
        var styles = Stream.of("tabler.css", "sportello.css", "sportello.js").map(assets::address);
        var weight = Stream.concat(styles, assets.moduleAddresses().stream())
                .mapToInt(address -> assets.at(address).orElseThrow().zipped().length)
                .sum();

        assertThat(weight).isLessThan(150_000);
    }

    @Test
    void the_stylesheet_is_written_close_and_says_the_same() throws Exception {
        var style = web.perform(get(assets.address("sportello.css")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(style)
                .contains("content:\", \"")
                .contains(".chips-reset{display:inline-flex;")
                .doesNotContain("; }", ";}", "  ");
    }

    @Test
    void of_the_library_only_what_some_page_has_is_shipped() throws Exception {
        var style = web.perform(get(assets.address("tabler.css")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(style)
                .contains("Licensed under MIT", ".form-select{", ".btn-primary{")
                .doesNotContain(".navbar{");
        try (var pages = Files.walk(Path.of("src/main/jte"))) {
            var used = pages.filter(Files::isRegularFile).map(AssetsTest::text).toList();
            assertThat(used)
                    .noneMatch(
                            page -> page.matches(
                                    "(?s).*class=\"[^\"]*\\b(accordion|carousel|list-group|modal|navbar|offcanvas|popover|ribbon|switch-icon|timeline|toast).*"));
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_asset_is_kept_for_ever_and_travels_compressed() throws Exception {
        web.perform(get(assets.address("sportello.css")).header("Accept-Encoding", "gzip, br"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"))
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andExpect(header().string("Content-Type", "text/css; charset=utf-8"));
    }

    @Test
    void a_browser_without_gzip_gets_plain_text() throws Exception {
        web.perform(get(assets.address("sportello.js")))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Content-Encoding"))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("@hotwired/turbo")));
    }

    @Test
    void the_address_changes_with_the_content() {
        assertThat(new Asset("a.css", new byte[] {1}).address())
                .isNotEqualTo(new Asset("a.css", new byte[] {2}).address());
    }

    @Test
    void an_old_or_invented_address_is_not_found() throws Exception {
        web.perform(get("/assets/000000000000/sportello.css")).andExpect(status().isNotFound());
        web.perform(get("/assets/../application.properties")).andExpect(status().isNotFound());
    }

    @Test
    void the_stylesheet_names_the_letters_by_their_address() throws Exception {
        var style = new String(
                assets.at(assets.address("sportello.css")).orElseThrow().plain(), StandardCharsets.UTF_8);

        assertThat(style)
                .contains("src:url(\"" + assets.address("inter.woff2") + "\")")
                .doesNotContain("asset(");
        web.perform(get(assets.address("inter.woff2"))).andExpect(header().string("Content-Type", "font/woff2"));
    }

    @Test
    void all_behaviours_travel_in_one_module() throws Exception {
        assertThat(assets.importMap()).contains("\"@hotwired/turbo\":\"/assets/", "\"behaviours\":\"/assets/");
        assertThat(assets.moduleAddresses()).hasSize(4);

        var module = web.perform(get(assets.address("behaviours.js")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        try (var files = Files.list(Path.of("src/main/resources/assets/behaviours"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".js", "")))
                    .allSatisfy(name -> assertThat(module).contains("behaviours.%s = class".formatted(name)));
        }
        assertThat(module).containsOnlyOnce("from \"@hotwired/stimulus\"");
    }

    @Test
    void a_behaviour_of_another_form_does_not_start() {
        assertThatThrownBy(() -> Behaviours.joined(Map.of("odd", "import Odd from \"odd\"\nexport default class {}\n")))
                .hasMessageContaining("odd");
        assertThatThrownBy(() -> Behaviours.joined(Map.of("bare", "class Bare {}\n")))
                .hasMessageContaining("bare");
    }
}
