package sportello.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import sportello.identity.Maintenance;
import sportello.identity.Viewer;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Labels;

/** Makes the shell of each page from its request. */
@Component
class Shells {
    private final MessageSource messages;
    private final Labels labels;
    private final Languages languages;
    private final Assets assets;
    private final Letterhead letterhead;
    private final List<Signpost> signposts;
    private final Clock clock;
    private final RequestTime requestTime;
    private final NoticeCookie notices;
    private final Origin origin;

    Shells(
            MessageSource messages,
            Labels labels,
            Languages languages,
            Assets assets,
            Letterhead letterhead,
            ObjectProvider<Signpost> signposts,
            Clock clock,
            RequestTime requestTime,
            NoticeCookie notices,
            Origin origin) {
        this.messages = messages;
        this.labels = labels;
        this.languages = languages;
        this.assets = assets;
        this.letterhead = letterhead;
        this.signposts = signposts.orderedStream().toList();
        this.clock = clock;
        this.requestTime = requestTime;
        this.notices = notices;
        this.origin = origin;
    }

    Shell of(HttpServletRequest request, HttpServletResponse response) {
        return of(request, response, notices.take(request, response));
    }

    /** For a piece of a page, which says nothing of what just happened. */
    Shell ofPart(HttpServletRequest request, HttpServletResponse response) {
        return of(request, response, Optional.empty());
    }

    private Shell of(HttpServletRequest request, HttpServletResponse response, Optional<Notice> notice) {
        var viewer = viewer();
        var words = words(request, viewer);
        return new Shell(
                viewer,
                words,
                labels.now(),
                letterhead.company(),
                assets,
                viewer instanceof AgentViewer agent ? Menu.entries(agent) : List.of(),
                signposts,
                path(request),
                requestTime.of(request),
                origin.of(request, response),
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                notice.filter(known -> words.know(known.key())).orElse(null),
                maintenance());
    }

    private Words words(HttpServletRequest request, @Nullable Viewer viewer) {
        var zone = viewer == null ? letterhead.company().house().zone() : viewer.zone();
        return new Words(messages, languages.of(request, viewer), zone, clock.instant());
    }

    private static @Nullable Viewer viewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer ? viewer : null;
    }

    private static @Nullable Maintenance maintenance() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof Maintenance now ? now : null;
    }

    private static String path(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }
}
