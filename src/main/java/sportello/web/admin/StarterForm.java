package sportello.web.admin;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.agent.GroupId;
import sportello.queue.KeptQueue;
import sportello.queue.MailPolicy;
import sportello.queue.MailPolicy.OnClosed;
import sportello.queue.MailPolicy.OnStranger;
import sportello.queue.QueueSettings;
import sportello.web.Words;

/**
 * The first queues as they are proposed, or as somebody typed them.
 *
 * @param group whose rights hold in all of them; null before one is chosen
 */
public record StarterForm(List<Line> lines, @Nullable Long group) {
    private static final List<String> USUAL = List.of("faults", "questions", "contracts", "complaints", "safety");

    public StarterForm {
        lines = List.copyOf(lines);
    }

    /**
     * A queue.
     *
     * @param wanted whether it shall come to be
     * @param address by which mail reaches it, empty for none
     */
    public record Line(boolean wanted, String name, String address) {}

    /** What is there already is not proposed. */
    static StarterForm proposed(Words words, List<KeptQueue> there) {
        var names = there.stream().map(kept -> kept.queue().name()).toList();
        var lines = USUAL.stream()
                .map(usual -> words.t("starter.queue." + usual))
                .filter(name -> names.stream().noneMatch(name::equalsIgnoreCase))
                .map(name -> new Line(true, name, ""));
        var free = Stream.of(new Line(false, "", ""));
        return new StarterForm(Stream.concat(lines, free).toList(), null);
    }

    static StarterForm read(Sent sent) {
        var lines = IntStream.range(0, sent.count("name"))
                .mapToObj(
                        line -> new Line(sent.ticked("wanted" + line), sent.at("name", line), sent.at("address", line)))
                .toList();
        return new StarterForm(lines, sent.whole("group"));
    }

    List<QueueSettings> settings() {
        return lines.stream()
                .filter(Line::wanted)
                .map(line -> new QueueSettings(
                        line.name(),
                        null,
                        new GroupId(Objects.requireNonNullElse(group, 0L)),
                        List.of(line.address()),
                        "",
                        new MailPolicy(OnClosed.REOPEN, OnStranger.NOTE),
                        0,
                        null,
                        null,
                        null,
                        true))
                .toList();
    }
}
