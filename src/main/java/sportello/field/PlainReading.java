package sportello.field;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.base.Refusal;

/** Reads fields as programs fill them in: what a form would take they may say, and nothing else. */
@Component
public class PlainReading {
    private final Fields fields;

    PlainReading(Fields fields) {
        this.fields = fields;
    }

    /** What the named fields are to say now, without those that say it already. Refused with the keys of those not in order. */
    public Outcome<List<WantedField>> read(PlainFields named, List<FilledField> present) {
        var wanted = new ArrayList<WantedField>();
        var wrong = new ArrayList<String>();
        each(named, present).forEach((key, outcome) -> {
            switch (outcome) {
                case Outcome.Done<Optional<WantedField>>(var change) -> change.ifPresent(wanted::add);
                case Outcome.Refused<Optional<WantedField>> _ -> wrong.add(key);
            }
        });
        return Fields.inOrder(wanted, wrong);
    }

    /** What is wrong with each of them, by its key. */
    public Map<String, Refusal> problems(PlainFields named, List<FilledField> present) {
        var problems = new LinkedHashMap<String, Refusal>();
        each(named, present).forEach((key, outcome) -> {
            if (outcome instanceof Outcome.Refused<?>(var why)) problems.put(key, why);
        });
        return problems;
    }

    private Map<String, Outcome<Optional<WantedField>>> each(PlainFields named, List<FilledField> present) {
        var asked = fields.on(named.screen()).stream().collect(toMap(Field::key, identity()));
        var said = Fields.byId(present);
        var each = new LinkedHashMap<String, Outcome<Optional<WantedField>>>();
        named.values().forEach((key, plain) -> {
            var field = asked.get(key);
            each.put(
                    key,
                    field == null ? Outcome.refused("field.unknown") : read(field, named, plain, said.get(field.id())));
        });
        return each;
    }

    private Outcome<Optional<WantedField>> read(
            Field field, PlainFields named, @Nullable Object plain, @Nullable Value present) {
        if (present != null && PlainValue.of(field.kind(), present).equals(plain))
            return Outcome.done(Optional.empty());
        var reader = named.reader();
        var typed = plain == null
                ? Optional.of("")
                : PlainValue.typed(field, Fields.offered(field, present), plain, reader.language());
        return typed.isEmpty()
                ? Outcome.refused("field.shape", PlainValue.example(field.kind()))
                : fields.read(
                        field,
                        named.screen(),
                        new TypedFields(named.screen(), Map.of(field.key(), typed.get()), reader),
                        present);
    }
}
