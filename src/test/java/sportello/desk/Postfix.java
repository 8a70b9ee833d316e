package sportello.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Debian's Postfix with a queue of its own, which passes on to one server whatever it is given. It is root who starts it. */
public final class Postfix implements AutoCloseable {
    private final Path configuration;
    private final int port = Desk.freePort();

    public static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/sbin/postfix"));
    }

    /**
     * @param home becomes passable for everybody, with what is above it
     * @param onwards the port to which it passes on
     */
    public Postfix(Path home, int onwards) throws IOException, InterruptedException {
        configuration = Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("queue"));
        Files.createDirectories(home.resolve("data"));
        Command.passable(home);
        Command.run("chown", "postfix", home.resolve("data").toString());
        Files.writeString(configuration.resolve("main.cf"), main(home, onwards));
        Files.writeString(configuration.resolve("master.cf"), master());
        Command.run("postfix", "-c", configuration.toString(), "start");
    }

    private static String main(Path home, int onwards) {
        return """
                compatibility_level = 3.6
                queue_directory = @home/queue
                data_directory = @home/data
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                mail_owner = postfix
                setgid_group = postdrop
                myhostname = relay.example
                mydestination =
                alias_maps =
                local_recipient_maps =
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                mynetworks = 127.0.0.0/8
                smtpd_relay_restrictions = permit_mynetworks, reject
                relayhost = [127.0.0.1]:@onwards
                disable_dns_lookups = yes
                minimal_backoff_time = 2s
                maximal_backoff_time = 5s
                queue_run_delay = 2s
                """.replace("@home", home.toString()).replace("@onwards", "" + onwards);
    }

    private String master() {
        return """
                127.0.0.1:@port inet n - n - - smtpd
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                verify unix - - n - 1 verify
                flush unix n - n 1000? 0 flush
                proxymap unix - - n - - proxymap
                smtp unix - - n - - smtp
                relay unix - - n - - smtp
                showq unix n - n - - showq
                error unix - - n - - error
                retry unix - - n - - error
                discard unix - - n - - discard
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                """.replace("@port", "" + port);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Command.run("postfix", "-c", configuration.toString(), "stop");
    }
}
