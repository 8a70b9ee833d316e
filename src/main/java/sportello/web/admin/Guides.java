package sportello.web.admin;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.configuration.FirstStep;
import sportello.configuration.FirstSteps;

/** Shows the way through the first steps on pages that are there anyhow, as long as there is a step to be done. */
@Component
class Guides {
    private final FirstSteps steps;

    Guides(FirstSteps steps) {
        this.steps = steps;
    }

    /** @param guided whether the page was reached on the way; null if it was not, or the way is over */
    @Nullable Guide at(FirstStep now, boolean guided) {
        if (!guided) return null;
        var open = steps.open();
        return open.isEmpty() ? null : new Guide(now, open);
    }

    /** Where to go when the step is done or left for later. */
    String after(String key) {
        var next = steps.open().stream().filter(step -> step.ordinal() > place(key));
        return next.findFirst().map(Guide::address).orElse("/admin");
    }

    private static int place(String key) {
        return Arrays.stream(FirstStep.values())
                .filter(step -> step.key().equals(key))
                .mapToInt(FirstStep::ordinal)
                .findFirst()
                .orElse(-1);
    }
}
