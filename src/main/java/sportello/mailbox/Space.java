package sportello.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.settings.Settings;

/** Whether there is still room for mail where it is written first and where it is kept. */
@Component
class Space {
    private static final double NEEDED = 0.05;

    private final Path home;

    Space(Settings settings) {
        this.home = settings.home();
    }

    boolean isLow() {
        return Stream.of(home, Path.of(System.getProperty("java.io.tmpdir"))).anyMatch(Space::isLow);
    }

    private static boolean isLow(Path path) {
        if (!Files.exists(path)) return false;
        try {
            var disk = Files.getFileStore(path);
            return disk.getUsableSpace() < NEEDED * disk.getTotalSpace();
        } catch (IOException unknown) {
            return true;
        }
    }
}
