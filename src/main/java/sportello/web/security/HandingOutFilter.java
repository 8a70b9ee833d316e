package sportello.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import sportello.audit.AccessLine.Person;
import sportello.audit.Accessed;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewer.CustomerViewer;
import sportello.web.TableFile;

/**
 * Says what was carried out of the house as a file: lists, documents of the configuration, whole mails, all that is known of
 * a person. A single attachment of a ticket is part of reading it.
 */
final class HandingOutFilter extends OncePerRequestFilter {
    private final ApplicationEventPublisher events;

    HandingOutFilter(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (isFile(response) && !request.getRequestURI().contains("/attachments/")) tell(request);
        }
    }

    private static boolean isFile(HttpServletResponse response) {
        var disposition = response.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        return response.getStatus() == HttpStatus.OK.value()
                && disposition != null
                && disposition.startsWith("attachment");
    }

    /** Also of one who broke off: how much of it arrived nobody knows. */
    private void tell(HttpServletRequest request) {
        var lines = request.getAttribute(TableFile.LINES) instanceof Long written ? written : null;
        events.publishEvent(Accessed.handedOut(person(), request.getRequestURI(), lines, filter(request)));
    }

    private static Person person() {
        return switch (ViewerAuthentication.viewerOf(
                SecurityContextHolder.getContext().getAuthentication())) {
            case AgentViewer agent -> Person.agent(agent.id().value());
            case CustomerViewer customer -> Person.customerUser(customer.id().value());
            case null -> Person.NOBODY;
        };
    }

    /** As people read it. */
    private static @Nullable String filter(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .filter(query -> !query.isBlank())
                .map(HandingOutFilter::readable)
                .orElse(null);
    }

    private static String readable(String query) {
        try {
            return URLDecoder.decode(query, UTF_8).replace("\0", "");
        } catch (IllegalArgumentException odd) {
            return query;
        }
    }
}
