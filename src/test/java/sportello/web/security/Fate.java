package sportello.web.security;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import sportello.agent.Permission;

/** How a walk to a door can end. */
enum Fate {
    /** A page, or the way on. */
    ADMITTED,
    /** Asked to log in first. */
    TO_LOGIN,
    /** As if nothing were there. */
    NOT_FOUND,
    /** Seen, but not allowed. */
    REFUSED,
    BROKEN;

    /** What the table promises. */
    static Fate promised(Route route, Subject subject) {
        if (subject.isOutside()) return outside(route, subject);
        if (!admits(route.audience(), subject)) return NOT_FOUND;
        return switch (route.relation()) {
            case NONE, SELF -> ADMITTED;
            case CUSTOMER -> subject.findsItInThePortal() ? ADMITTED : NOT_FOUND;
            case ACQUAINTED -> subject == Subject.SUPPLIER ? NOT_FOUND : ADMITTED;
            case KEEPER -> keeping(route, subject);
            case CHANGE_CUSTOMER -> promised(Permission.CUSTOMER, subject);
            case RO, MOVE_INTO, CREATE, NOTE, OWNER, PRIORITY, COMPOSE, PHONE, CLOSE, PENDING, RESPONSIBLE, RW ->
                promised(Permission.valueOf(route.relation().name()), subject);
        };
    }

    /** A program knocks at the doors for programs with success, for changes if it may write. */
    private static Fate outside(Route route, Subject subject) {
        var allowed = route.method().equals(HttpMethod.GET) || subject == Subject.WRITING_TOKEN;
        if (subject.isToken() && route.token() && allowed) return ADMITTED;
        return route.audience() == Audience.ANYONE ? ADMITTED : TO_LOGIN;
    }

    /** A supplier does not see the person in the address either. */
    private static Fate keeping(Route route, Subject subject) {
        if (subject.keepsCustomers()) return ADMITTED;
        return subject == Subject.SUPPLIER && route.name().contains("{id}") ? NOT_FOUND : REFUSED;
    }

    private static Fate promised(Permission wanted, Subject agent) {
        if (!agent.holds(Permission.RO)) return NOT_FOUND;
        return agent.holds(wanted) ? ADMITTED : REFUSED;
    }

    private static boolean admits(Audience audience, Subject subject) {
        return switch (audience) {
            case ANYONE, PERSON -> true;
            case CUSTOMER -> subject.isCustomer();
            case AGENT -> subject.isAgent();
            case AUDITOR -> subject == Subject.AUDITOR || subject == Subject.ADMINISTRATOR;
            case ADMINISTRATOR -> subject == Subject.ADMINISTRATOR;
        };
    }

    /** What happened. */
    static Fate of(MockHttpServletResponse response) {
        var status = response.getStatus();
        var location = response.getRedirectedUrl();
        if (status == 401 || status == 302 && location != null && location.startsWith("/login")) return TO_LOGIN;
        if (status == 404) return NOT_FOUND;
        if (status == 403 || status == 409 || status == 422) return REFUSED;
        return status < 400 ? ADMITTED : BROKEN;
    }
}
