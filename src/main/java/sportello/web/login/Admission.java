package sportello.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import sportello.base.Refusal;
import sportello.identity.Devices;
import sportello.identity.Entry;
import sportello.identity.Secret;
import sportello.identity.Sessions;
import sportello.identity.Viewer;
import sportello.web.Views;
import sportello.web.security.DeviceCookie;
import sportello.web.security.HalfEntryCookie;
import sportello.web.security.SessionCookie;

/** The last steps of every way in: what the browser is handed, and where it is led. */
@Component
class Admission {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final HalfEntryCookie half;
    private final Devices devices;
    private final DeviceCookie device;
    private final WayIn wayIn;
    private final Views views;

    Admission(
            Sessions sessions,
            SessionCookie cookie,
            HalfEntryCookie half,
            Devices devices,
            DeviceCookie device,
            WayIn wayIn,
            Views views) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.half = half;
        this.devices = devices;
        this.device = device;
        this.wayIn = wayIn;
        this.views = views;
    }

    /** A browser at the door. */
    record Browser(HttpServletRequest request, HttpServletResponse response) {}

    /**
     * Where somebody is led of whom this became.
     *
     * @param target where they want to go
     * @param denied what is said to whom nothing more may be told
     * @param refused the page on which they tried
     */
    View lead(
            Entry entry,
            String target,
            Browser browser,
            Refusal denied,
            BiFunction<HttpStatus, Refusal, View> refused) {
        return switch (entry) {
            case Entry.Granted(var session, var viewer) -> {
                admit(session, viewer, browser);
                yield views.redirect(wayIn.to(target, viewer));
            }
            case Entry.ByCode(var token) -> further("/login/code", token, target, browser);
            case Entry.BySetUp(var token) -> further("/login/factor", token, target, browser);
            case Entry.Denied() -> refused.apply(HttpStatus.UNPROCESSABLE_CONTENT, denied);
            case Entry.Refused(var why) -> refused.apply(HttpStatus.UNPROCESSABLE_CONTENT, why);
            case Entry.Away() -> refused.apply(HttpStatus.SERVICE_UNAVAILABLE, new Refusal("login.away"));
            case Entry.Paused(var text) ->
                refused.apply(HttpStatus.SERVICE_UNAVAILABLE, new Refusal("login.paused", text));
            case Entry.Later later -> {
                browser.response()
                        .setHeader(
                                HttpHeaders.RETRY_AFTER,
                                Long.toString(later.pause().toSeconds() + 1));
                yield refused.apply(HttpStatus.TOO_MANY_REQUESTS, later.why());
            }
        };
    }

    /** Hands a browser its new session, and knows it from now on; a session that it brought along is over. */
    void admit(Secret session, Viewer viewer, Browser browser) {
        cookie.read(browser.request()).ifPresent(sessions::end);
        cookie.write(session, browser.response());
        if (half.read(browser.request()).isPresent()) half.clear(browser.response());
        device.write(devices.remember(viewer, device.read(browser.request())), browser.response());
    }

    private View further(String address, Secret token, String target, Browser browser) {
        half.write(token, browser.response());
        return views.redirect(WayIn.remembering(address, target));
    }
}
