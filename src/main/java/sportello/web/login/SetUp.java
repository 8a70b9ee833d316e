package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import sportello.identity.ChoosingFactor;
import sportello.identity.Enrolled;
import sportello.identity.Secret;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.security.HalfEntryCookie;
import sportello.web.security.LocalTarget;
import sportello.web.security.SessionCookie;

/** What both ways to a demanded factor have in common: who owes it, and where to go when it is there. */
@Component
class SetUp {
    static final String ADDRESS = "/login/factor";

    private final ChoosingFactor choosing;
    private final Admission admission;
    private final HalfEntryCookie half;
    private final SessionCookie session;
    private final WayIn wayIn;
    private final Views views;

    SetUp(
            ChoosingFactor choosing,
            Admission admission,
            HalfEntryCookie half,
            SessionCookie session,
            WayIn wayIn,
            Views views) {
        this.choosing = choosing;
        this.admission = admission;
        this.half = half;
        this.session = session;
        this.wayIn = wayIn;
        this.views = views;
    }

    /** Of somebody between password and factor, or who is in and owes one since. */
    Optional<Secret> token(HttpServletRequest request) {
        return Stream.of(half.read(request), session.read(request))
                .flatMap(Optional::stream)
                .filter(choosing::isOwing)
                .findFirst();
    }

    /** Hands the new session over and shows the codes on paper. */
    View done(Enrolled enrolled, String target, String withheld, Admission.Browser browser) {
        admission.admit(enrolled.session(), enrolled.viewer(), browser);
        var door = withheld.isEmpty() ? Optional.<LocalTarget>empty() : LocalTarget.parse(target);
        return views.show(
                "login/codes",
                door.map(known -> new CodesPage(enrolled.codes(), known.address(), withheld))
                        .orElseGet(() -> new CodesPage(enrolled.codes(), wayIn.to(target, enrolled.viewer()))));
    }

    View again() {
        return views.redirect("/login", Notice.of("login.again"));
    }
}
