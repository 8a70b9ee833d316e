package sportello.api;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import sportello.identity.Viewer;

/** Tells a program for whom it works. */
@Controller
class MeController {

    @GetMapping(value = "/api/me", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Me show(Viewer viewer) {
        return Me.of(viewer);
    }
}
