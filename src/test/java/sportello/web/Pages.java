package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import sportello.agent.AgentId;
import sportello.agent.Grants;
import sportello.base.Language;
import sportello.identity.Viewer;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Company;
import sportello.ticket.HouseLabels;
import sportello.ticket.OurLabels;
import sportello.web.security.CookieRules;

/** Pages without a server: rendered from records made by hand, and left in {@code target/pages} to be looked at. */
public final class Pages {
    public static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Path FOLDER = Path.of("target/pages");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Assets ASSETS = kept();
    private static final MessageSource MESSAGES = delivered();
    private static final List<MenuEntry> MENU = List.of(
            new MenuEntry("dashboard", "/agent", false),
            new MenuEntry("tickets", "/agent/tickets", false),
            new MenuEntry("admin", "/admin", true));

    private Pages() {}

    public static MessageSource messages() {
        return MESSAGES;
    }

    private static MessageSource delivered() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(Stream.of(Objects.requireNonNull(BUNDLES.toFile().list()))
                .filter(name -> name.endsWith("_it.properties"))
                .map(name -> "messages/" + name.replace("_it.properties", ""))
                .toArray(String[]::new));
        messages.setDefaultEncoding(UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    public static AgentViewer laura(Language language, String theme) {
        return new AgentViewer(new AgentId(1), "Laura", "Bassi", language, ROME, theme, true, false, Grants.NONE);
    }

    public static Shell shell(@Nullable Viewer viewer, Language language, Instant now, String path) {
        return new Shell(
                viewer,
                new Words(messages(), language, ROME, now),
                HouseLabels.OURS,
                new Company(
                        "Valle Servizi", "Via Roma 1, 25047 Valdorsa", "info@valle.example", "0364 000 000", "", null),
                assets(),
                viewer instanceof AgentViewer ? MENU : List.of(),
                List.of(),
                path,
                now,
                "/agent/tickets",
                null,
                null,
                null);
    }

    /** Views of a house whose database does not answer. */
    static Views views() {
        var signposts = new StaticListableBeanFactory().getBeanProvider(Signpost.class);
        var clock = Clock.fixed(Instant.EPOCH, ROME);
        var away = new Letterhead(
                () -> {
                    throw new DataAccessResourceFailureException("The database is away");
                },
                clock);
        var rules = new CookieRules(URI.create("http://localhost:8080"));
        var notices = new NoticeCookie(rules);
        var shells = new Shells(
                messages(),
                OurLabels.labels(),
                new Languages(rules, away),
                assets(),
                away,
                signposts,
                clock,
                new RequestTime(clock),
                notices,
                new Origin(rules));
        return new Views(shells, notices);
    }

    public static Assets assets() {
        return ASSETS;
    }

    private static Assets kept() {
        try {
            var assets = new Assets();
            for (var asset : assets.all()) {
                var file = FOLDER.resolve(asset.address().substring(1));
                Files.createDirectories(file.getParent());
                Files.write(file, asset.plain());
            }
            return assets;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Renders the page and keeps it under the name. */
    public static String render(String name, String template, Shell shell, Object page) throws IOException {
        var output = new StringOutput();
        TEMPLATES.render(template + ".jte", Map.of("shell", shell, "page", page), output);
        Files.writeString(FOLDER.resolve(name + ".html"), output.toString());
        return output.toString();
    }
}
