package sportello.demo;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.web.NotFound;
import sportello.web.Views;

/** The mails of everybody, for everybody: in the demo all log-ins are known anyway. */
@Controller
@Profile("demo")
class PostController {
    /** As for the HTML of an article: inline style, no script, nothing from outside. */
    private static final String LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private final PostOffice post;
    private final Views views;

    PostController(PostOffice post, Views views) {
        this.post = post;
        this.views = views;
    }

    @GetMapping("/demo/post")
    View index() {
        return views.show("demo/post", new PostPage(post.mails(), null, false));
    }

    @GetMapping("/demo/post/{mailbox}/{number}")
    View show(@PathVariable String mailbox, @PathVariable long number, @RequestParam(defaultValue = "html") String as) {
        return views.show("demo/post", new PostPage(post.mails(), open(mailbox, number), as.equals("text")));
    }

    @GetMapping("/demo/post/{mailbox}/{number}/body")
    View body(@PathVariable String mailbox, @PathVariable long number, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", LETTER_POLICY);
        return views.show("demo/letter", open(mailbox, number));
    }

    private OpenedMail open(String mailbox, long number) {
        return post.open(mailbox, number).orElseThrow(NotFound::new);
    }
}
