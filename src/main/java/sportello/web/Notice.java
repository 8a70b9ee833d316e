package sportello.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/**
 * One sentence for the page after a redirect: what just happened.
 *
 * @param key the sentence's key in the message bundles
 * @param arguments what fills its places
 * @param history the line of the history that the change wrote, so that the page can say who was told of it
 */
public record Notice(
        String key, List<String> arguments, @Nullable Long history) {

    public Notice {
        arguments = List.copyOf(arguments);
    }

    public static Notice of(String key, String... arguments) {
        return new Notice(key, List.of(arguments), null);
    }

    /** Why nothing was done, where there is no form that could say it. */
    public static Notice of(Refusal why) {
        return new Notice(
                why.key(), why.arguments().stream().map(String::valueOf).toList(), null);
    }

    /** Whether it tells that nothing was done. */
    public boolean isRefusal() {
        return key.startsWith(Refusal.PREFIX);
    }

    /** The same notice, with the history line that it is about. */
    public Notice about(long historyLine) {
        return new Notice(key, arguments, historyLine);
    }
}
