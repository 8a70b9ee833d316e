package sportello.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The data directory, held by one program at a time: the lock ends with the process, however it ends. */
final class Home implements AutoCloseable {

    private static final long NEEDED_MEGABYTES = 64;

    /** A second open of the lock file would, when closed, end the first lock of this same process. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel lock;

    private Home(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    static Home enter(Path wanted) {
        try {
            var directory = OwnerOnly.directory(wanted).toRealPath();
            checkSpace(directory);
            if (!HELD_HERE.add(directory)) throw inUse(directory);
            return new Home(directory, lock(directory));
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "The data directory " + wanted + " cannot be used: " + e,
                    "Let SPORTELLO_HOME name a directory in which this program may write.",
                    e);
        }
    }

    private static void checkSpace(Path directory) throws IOException {
        var megabytes = Files.getFileStore(directory).getUsableSpace() >> 20;
        if (megabytes < NEEDED_MEGABYTES)
            throw new DatabaseFailure(
                    "The disk is full: " + megabytes + " MB are free for the data directory " + directory + ".",
                    "Nothing is lost. Free at least " + NEEDED_MEGABYTES + " MB there and start again.");
    }

    private static FileChannel lock(Path directory) throws IOException {
        var file = directory.resolve("lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) return channel;
            channel.close();
        } catch (IOException e) {
            HELD_HERE.remove(directory);
            throw e;
        }
        HELD_HERE.remove(directory);
        throw inUse(directory);
    }

    private static DatabaseFailure inUse(Path directory) {
        return new DatabaseFailure(
                "Another Sportello is running on the data directory " + directory + ".",
                "Stop it first, or give this one its own directory with SPORTELLO_HOME.");
    }

    Path directory() {
        return directory;
    }

    /** Where the server keeps what it is told. */
    Path data() {
        return directory.resolve("database");
    }

    Path password() {
        return directory.resolve("database.password");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
