package sportello.configuration;

import static java.util.stream.Collectors.toSet;
import static sportello.configuration.Reference.Kind.QUEUE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.queue.QueueId;
import sportello.reply.KeepingTemplates;
import sportello.reply.KeptTemplate;
import sportello.reply.TemplateDetails;
import sportello.reply.TemplateKind;

/** The prepared texts, without the files that they bring. */
@Component
class TemplatesSection implements Section<TemplatesSection.Entry> {
    private final KeepingTemplates keeping;
    private final Register register;

    TemplatesSection(KeepingTemplates keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    record Entry(String name, List<TemplateKind> kinds, List<String> queues, boolean valid, String body) {
        Entry {
            kinds = kinds.stream().sorted().distinct().toList();
            queues = Names.tidy(queues);
        }

        static Entry of(KeptTemplate kept) {
            var details = kept.details();
            return new Entry(
                    details.name(), List.copyOf(details.kinds()), kept.queues(), details.valid(), details.body());
        }
    }

    @Override
    public Part part() {
        return Part.TEMPLATES;
    }

    @Override
    public Entry blank() {
        return new Entry("", List.of(), List.of(), true, "");
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        return keeping.all().stream().map(Entry::of).toList();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Reference.to(QUEUE, entry.queues());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var queues = register.of(QUEUE);
        var details = new TemplateDetails(
                wanted.name(),
                wanted.body(),
                Set.copyOf(wanted.kinds()),
                wanted.queues().stream()
                        .map(queue -> new QueueId(queues.known(queue)))
                        .collect(toSet()),
                wanted.valid());
        if (before == null) return keeping.add(details, List.of(), by);
        var kept = Section.kept(keeping.all(), template -> template.details().name(), before.name());
        return keeping.correct(kept.id(), kept.version(), details, List.of(), List.of(), by);
    }
}
