package sportello.demo;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.demo.story.Entry;
import sportello.demo.story.Named;
import sportello.demo.story.Sheet;
import sportello.field.FieldName;
import sportello.field.FieldSettings;
import sportello.field.KeepingFields;
import sportello.field.Kind;
import sportello.field.Label;
import sportello.field.Limits;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.TypedOptions;
import sportello.field.Use;

/** What the demo's house asks of its tickets beyond what every house asks. */
@Component
@Profile("demo")
class Asked {
    private final KeepingFields keeping;

    Asked(KeepingFields keeping) {
        this.keeping = keeping;
    }

    Named<FieldName> decide() {
        var fields = new Named<FieldName>();
        for (var entry : Sheet.load("fields.md").entries()) {
            if (keeping.add(settings(entry), Authority.HOUSE) instanceof Outcome.Refused<?>(var why))
                throw new IllegalStateException(why.key());
        }
        for (var kept : keeping.all())
            fields.put(kept.field().key(), kept.field().name());
        return fields;
    }

    private static FieldSettings settings(Entry entry) {
        return new FieldSettings(
                Subject.TICKET,
                entry.name(),
                Kind.of(entry.get("kind")).orElseThrow(),
                new Label(entry.get("it"), entry.get("en")),
                new Label(entry.get("hint it"), entry.get("hint en")),
                Limits.NONE,
                TypedOptions.NONE,
                screens(entry),
                true);
    }

    private static Map<Screen, Use> screens(Entry entry) {
        return entry.list("screens").stream().collect(Collectors.toMap(Asked::screen, screen -> Use.SHOWN));
    }

    private static Screen screen(String key) {
        return Screen.of(Subject.TICKET).stream()
                .filter(screen -> screen.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
    }
}
