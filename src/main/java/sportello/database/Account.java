package sportello.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account the server runs under. PostgreSQL refuses to run as root, but desks in containers and on small machines
 * often do. Root keeps its files and loses its powers in a user namespace ({@code unshare -U}); where that is
 * forbidden, as in most containers, another user gets the files ({@code setpriv}). Files that already belong to some
 * user decide for that user, so that the next start finds them its own.
 */
record Account(List<String> prefix, int user, int group) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;
    private static final int UNKNOWN = -1;

    /** Finds the account that may run the binaries and owns (or will own) the data. */
    static Account running(Binaries binaries, Home home) throws IOException {
        var problems = new ArrayList<String>();
        for (var account : candidates(home)) {
            account.letThrough(home.directory());
            var probe = account.run(binaries, List.of(binaries.program("postgres"), "--version"));
            if (probe.succeeded()) return account;
            problems.add(String.join(" ", account.prefix) + ": " + probe.output());
        }
        throw new DatabaseFailure(
                "PostgreSQL cannot run here. Tried " + String.join("; ", problems),
                "Run Sportello as an ordinary user who owns " + home.directory()
                        + ", or name another PostgreSQL in SPORTELLO_DATABASE_URL.");
    }

    private static List<Account> candidates(Home home) throws IOException {
        if (!OwnerOnly.POSIX) return List.of(new Account(List.of(), UNKNOWN, UNKNOWN));
        var owned = Files.exists(home.data()) ? home.data() : home.directory();
        var owner = (int) Files.getAttribute(owned, "unix:uid");
        var self = (int) new UnixSystem().getUid();
        if (self != ROOT) {
            if (owned.equals(home.data()) && owner != self) throw notOurs(owned, owner, self);
            return List.of(new Account(List.of(), self, UNKNOWN));
        }
        if (owner != ROOT) return List.of(other(owner, (int) Files.getAttribute(owned, "unix:gid")));
        return List.of(new Account(List.of("unshare", "--user"), ROOT, ROOT), other(NOBODY, NOBODY));
    }

    private static DatabaseFailure notOurs(Path data, int owner, int self) {
        return new DatabaseFailure(
                "The data in " + data + " belong to user " + owner + ", but this program runs as user " + self + ".",
                "Start Sportello as that user or as root, or give the whole directory away with chown -R.");
    }

    private static Account other(int user, int group) {
        return new Account(
                List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--"), user, group);
    }

    /** Runs a command under this account, in the directory of the binaries. */
    Command run(Binaries binaries, List<String> words) {
        try {
            return Command.run(Stream.concat(prefix.stream(), words.stream()).toList(), binaries.directory());
        } catch (IOException e) {
            return new Command(127, e.toString());
        }
    }

    /** Hands a file or directory of ours to the account; only needed where root runs the server as somebody else. */
    Path own(Path path) throws IOException {
        if (!isAnother()) return path;
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        return path;
    }

    private void letThrough(Path home) throws IOException {
        if (!isAnother()) return;
        var rights = Files.getPosixFilePermissions(home);
        if (rights.add(PosixFilePermission.OTHERS_EXECUTE)) Files.setPosixFilePermissions(home, rights);
    }

    private boolean isAnother() {
        return !prefix.isEmpty() && user != ROOT;
    }
}
