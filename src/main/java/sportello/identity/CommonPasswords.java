package sportello.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords of twelve signs and more that stand at the top of every breach. */
final class CommonPasswords {
    private static final Set<String> ALL = read();

    private CommonPasswords() {}

    /** @param password in lower case */
    static boolean include(String password) {
        return ALL.contains(password);
    }

    private static Set<String> read() {
        var file = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
        if (file == null) throw new IllegalStateException("common-passwords.txt is missing");
        try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
