package sportello.web.agent;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;
import sportello.web.NotFound;
import sportello.web.Views;

/** The ways to a ticket from outside its lists: the search box, and the links in old mails (S24, S55). */
@Controller
class JumpController {
    private static final Pattern SEPARATOR = Pattern.compile("[;&:,]");

    private final TicketFiles tickets;
    private final Views views;

    JumpController(TicketFiles tickets, Views views) {
        this.tickets = tickets;
        this.views = views;
    }

    @GetMapping("/tickets")
    View search(@RequestParam(defaultValue = "") String number, AgentViewer viewer) {
        return find(number, viewer)
                .map(found -> views.redirect("/tickets/" + found))
                .orElseGet(() -> views.show(HttpStatus.NOT_FOUND, "agent/missing", new MissingPage(number.strip())));
    }

    /** Old mails write {@code index.pl?Action=AgentTicketZoom;TicketID=105}, with one separator or another. */
    @GetMapping("/index.pl")
    View old(HttpServletRequest request, AgentViewer viewer) {
        var query = request.getQueryString();
        if (query == null || !query.contains("AgentTicketZoom")) return views.redirect("/agent");
        var number = parameter(query, "TicketNumber=").flatMap(wanted -> find(wanted, viewer));
        return number.or(() -> byId(query, viewer))
                .map(found -> views.redirect("/tickets/" + found))
                .orElseThrow(NotFound::new);
    }

    private Optional<TicketNumber> byId(String query, AgentViewer viewer) {
        return parameter(query, "TicketID=")
                .filter(Pattern.compile("\\d{1,18}").asMatchPredicate())
                .flatMap(id -> tickets.numberOf(new TicketId(Long.parseLong(id)), viewer));
    }

    private Optional<TicketNumber> find(String wanted, AgentViewer viewer) {
        return TicketNumber.typed(wanted)
                .flatMap(number -> tickets.find(number, viewer))
                .map(TicketFile::number);
    }

    private static Optional<String> parameter(String query, String name) {
        return Arrays.stream(SEPARATOR.split(decoded(query)))
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()))
                .filter(Predicate.not(String::isEmpty))
                .findFirst();
    }

    /** Mail programs and whatever checks links on the way write the separators as they like. */
    private static String decoded(String query) {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return query;
        }
    }
}
