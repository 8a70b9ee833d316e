package sportello;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: one service desk, one process, one database. */
@SpringBootApplication
public class Sportello {

    public static void main(String[] args) {
        switch (args.length == 0 ? "" : args[0]) {
            case MailPipe.COMMAND -> System.exit(MailPipe.run(System.in, System.err));
            case AuditCommand.COMMAND -> System.exit(AuditCommand.run(rest(args), System.out, System.err));
            case AdminCommand.COMMAND -> System.exit(AdminCommand.run(rest(args), System.out, System.err));
            case BackupCommand.COMMAND -> System.exit(BackupCommand.run(rest(args), System.out, System.err));
            case RestoreCommand.COMMAND -> System.exit(RestoreCommand.run(rest(args), System.out, System.err));
            default -> SpringApplication.run(Sportello.class, args);
        }
    }

    private static List<String> rest(String[] args) {
        return List.of(args).subList(1, args.length);
    }
}
