package sportello.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The statement of accessibility that the law asks for, to which every page leads. */
@Controller
class AccessibilityController {
    private static final String ADDRESS = "/accessibility";

    private final Views views;

    AccessibilityController(Views views) {
        this.views = views;
    }

    /** Beside the foot of every page, and in the menu of whoever is in. */
    @Configuration(proxyBeanMethods = false)
    static class Way {
        @Bean
        Signpost accessibility() {
            return new Signpost("accessibility.title", ADDRESS);
        }
    }

    @GetMapping(ADDRESS)
    View show() {
        return views.show("accessibility", AccessibilityPage.TODAY);
    }
}
