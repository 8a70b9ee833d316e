package sportello.web.login;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.ApiTokens;
import sportello.identity.Viewer;
import sportello.web.Notice;
import sportello.web.Views;

/** Where people make tokens for programs that work for them, and end them. */
@Controller
@RequestMapping("/account/tokens")
class TokenController {
    private final ApiTokens tokens;
    private final Views views;

    TokenController(ApiTokens tokens, Views views) {
        this.tokens = tokens;
        this.views = views;
    }

    @GetMapping
    View index(Viewer viewer) {
        return page(HttpStatus.OK, viewer, TokenForm.BLANK, null, null);
    }

    /** The answer is a page: the token is shown this once and kept nowhere. */
    @PostMapping
    View create(TokenForm form, Viewer viewer) {
        return switch (tokens.make(viewer, form.typedName(), form.isWriting(), form.typedDays())) {
            case Outcome.Done<String>(var token) -> page(HttpStatus.OK, viewer, TokenForm.BLANK, token, null);
            case Outcome.Refused<String>(var why) -> page(HttpStatus.UNPROCESSABLE_CONTENT, viewer, form, null, why);
        };
    }

    @PostMapping("/{id}/end")
    View end(@PathVariable long id, Viewer viewer) {
        tokens.end(viewer, id);
        return views.redirect("/account/tokens", Notice.of("notice.token.ended"));
    }

    private View page(
            HttpStatus status, Viewer viewer, TokenForm form, @Nullable String fresh, @Nullable Refusal refusal) {
        return views.show(status, "account/tokens", new TokensPage(tokens.of(viewer), form, fresh, refusal));
    }
}
