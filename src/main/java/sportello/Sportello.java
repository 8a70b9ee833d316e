package sportello;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: one service desk, one process, one database. */
@SpringBootApplication
public class Sportello {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(MailPipe.COMMAND)) System.exit(MailPipe.run(System.in, System.err));
        SpringApplication.run(Sportello.class, args);
    }
}
