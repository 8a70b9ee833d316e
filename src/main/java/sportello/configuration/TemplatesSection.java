package sportello.configuration;

import static java.util.stream.Collectors.toSet;
import static sportello.configuration.Reference.Kind.QUEUE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.queue.QueueId;
import sportello.reply.FreshFile;
import sportello.reply.KeepingTemplates;
import sportello.reply.KeptTemplate;
import sportello.reply.TemplateDetails;
import sportello.reply.TemplateFile;
import sportello.reply.TemplateKind;
import sportello.storage.Files;
import sportello.storage.Hash;

/** The prepared texts, and the files that they bring. */
@Component
class TemplatesSection implements Section<TemplatesSection.Entry> {
    private final KeepingTemplates keeping;
    private final Register register;
    private final Files files;

    TemplatesSection(KeepingTemplates keeping, Register register, Files files) {
        this.keeping = keeping;
        this.register = register;
        this.files = files;
    }

    record Entry(
            String name,
            List<TemplateKind> kinds,
            List<String> queues,
            boolean valid,
            String body,
            List<Enclosed> files) {
        Entry {
            kinds = kinds.stream().sorted().distinct().toList();
            queues = Names.tidy(queues);
        }

        static Entry of(KeptTemplate kept) {
            var details = kept.details();
            return new Entry(
                    details.name(),
                    List.copyOf(details.kinds()),
                    kept.queues(),
                    details.valid(),
                    details.body(),
                    kept.files().stream()
                            .map(file -> Enclosed.held(file.name(), file.mediaType(), file.hash()))
                            .toList());
        }
    }

    @Override
    public Part part() {
        return Part.TEMPLATES;
    }

    @Override
    public Entry blank() {
        return new Entry("", List.of(), List.of(), true, "", List.of());
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
        return ready(wanted.files()).then(ready -> keep(before, details, ready, by));
    }

    private Outcome<?> keep(@Nullable Entry before, TemplateDetails details, List<Ready> ready, Authority by) {
        if (before == null) return keeping.add(details, fresh(ready, 0), by);
        var kept = Section.kept(keeping.all(), template -> template.details().name(), before.name());
        var same = same(kept.files(), ready);
        var gone = kept.files().stream().skip(same).map(TemplateFile::id).toList();
        if (details.equals(kept.details()) && gone.isEmpty() && same == ready.size()) return Outcome.done(kept);
        return keeping.correct(kept.id(), kept.version(), details, gone, fresh(ready, same), by);
    }

    /** A file that is at hand. */
    private record Ready(FreshFile file, Hash hash) {
        boolean is(TemplateFile kept) {
            return kept.hash().equals(hash)
                    && kept.name().equals(file.name())
                    && kept.mediaType().equals(file.mediaType());
        }
    }

    private Outcome<List<Ready>> ready(List<Enclosed> wanted) {
        var ready = new ArrayList<Ready>();
        for (var one : wanted) {
            var file = held(one).or(() -> carried(one));
            if (file.isEmpty()) return Outcome.refused("configuration.file", one.name());
            ready.add(file.get());
        }
        return Outcome.done(ready);
    }

    private Optional<Ready> held(Enclosed wanted) {
        return Enclosed.Held.of(wanted.content())
                .filter(held -> files.hold(held.hash()))
                .map(held -> new Ready(
                        new FreshFile(wanted.name(), held.mediaType(), () -> files.open(held.hash())), held.hash()));
    }

    private static Optional<Ready> carried(Enclosed wanted) {
        return Enclosed.Carried.of(wanted.content()).map(carried -> {
            FreshFile.Content content = () -> new ByteArrayInputStream(carried.bytes());
            return new Ready(new FreshFile(wanted.name(), carried.mediaType(), content), hash(content));
        });
    }

    private static Hash hash(FreshFile.Content content) {
        try (var bytes = content.open()) {
            return Hash.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many of the first are so already; what comes behind them is brought anew, in the order of the document. */
    private static int same(List<TemplateFile> kept, List<Ready> ready) {
        var same = 0;
        while (same < Math.min(kept.size(), ready.size()) && ready.get(same).is(kept.get(same))) same++;
        return same;
    }

    private static List<FreshFile> fresh(List<Ready> ready, int from) {
        return ready.stream().skip(from).map(Ready::file).toList();
    }
}
