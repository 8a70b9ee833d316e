package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

/** What controllers answer with: a page from its template, or the way to another page. */
@Component
public class Views {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Shells shells;
    private final NoticeCookie notices;

    Views(Shells shells, NoticeCookie notices) {
        this.shells = shells;
        this.notices = notices;
    }

    /** The page of a template, which gets {@code shell} and {@code page}. */
    public View show(String template, Object page) {
        return show(HttpStatus.OK, template, page);
    }

    /** The same with another status, such as 422 for a form that comes back. */
    public View show(HttpStatus status, String template, Object page) {
        return (model, request, response) -> render(status, template, page, shells.of(request, response), response);
    }

    /** A piece for a page that stands there already: the notice waits for the next page. */
    public View part(String template, Object page) {
        return part(HttpStatus.OK, template, page);
    }

    /** The same with another status. */
    public View part(HttpStatus status, String template, Object page) {
        return (model, request, response) -> render(status, template, page, shells.ofPart(request, response), response);
    }

    /** What a program asked for. */
    public View json(Object answer) {
        return (model, request, response) -> Json.write(answer, response);
    }

    /** Why it does not get it, in the words of whoever it works for. */
    public View problem(Function<Words, Problem> problem) {
        return (model, request, response) -> {
            var words = shells.ofPart(request, response).words();
            speak(words, response);
            problem.apply(words).write(response);
        };
    }

    /** What is said, which need not be what the browser would like best. */
    private static void speak(Words words, HttpServletResponse response) {
        response.setLocale(Locale.of(words.language().code()));
    }

    /** To another page of this house, after a change. */
    public View redirect(String address) {
        return redirect(address, null);
    }

    /** To another page, which will say what happened. */
    public View redirect(String address, @Nullable Notice notice) {
        if (!address.startsWith("/") || address.matches("/[/\\\\].*")) throw new IllegalArgumentException(address);
        return (model, request, response) -> {
            if (notice != null) notices.write(notice, response);
            if (request.getHeader("Turbo-Frame") == null) leadTo(address, response);
            else leadOutOfFrame(address, response);
        };
    }

    private static void leadTo(String address, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, address);
    }

    /** A form in a dialog is a frame of its page: a plain redirect would only fill the frame. */
    private static void leadOutOfFrame(String address, HttpServletResponse response) throws IOException {
        response.setContentType("text/vnd.turbo-stream.html;charset=utf-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter()
                .write("<turbo-stream action=\"lead\" target=\"" + HtmlUtils.htmlEscape(address)
                        + "\"></turbo-stream>");
    }

    /** Pages that are kept as files, in the words of whoever asks. */
    public Kept kept(HttpServletRequest request, HttpServletResponse response) {
        return new Kept(shells.ofPart(request, response));
    }

    /** Makes such pages. */
    public final class Kept {
        private final Shell shell;

        private Kept(Shell shell) {
            this.shell = shell;
        }

        public Words words() {
            return shell.words();
        }

        /** The page of a template, which gets {@code shell} and {@code page}. */
        public byte[] page(String template, Object page) {
            return rendered(template, page, shell).toByteArray();
        }
    }

    private Utf8ByteOutput rendered(String template, Object page, Shell shell) {
        var output = new Utf8ByteOutput();
        templates.render(template + ".jte", Map.of("shell", shell, "page", page), output);
        return output;
    }

    private void render(HttpStatus status, String template, Object page, Shell shell, HttpServletResponse response)
            throws IOException {
        var output = rendered(template, page, shell);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=utf-8");
        speak(shell.words(), response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == HttpStatus.UNPROCESSABLE_CONTENT) {
            var marked = Overlong.marked(new String(output.toByteArray(), UTF_8), shell)
                    .getBytes(UTF_8);
            response.setContentLength(marked.length);
            response.getOutputStream().write(marked);
        } else {
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
