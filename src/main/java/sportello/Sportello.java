package sportello;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: one service desk, one process, one database. */
@SpringBootApplication
public class Sportello {

    public static void main(String[] args) {
        SpringApplication.run(Sportello.class, args);
    }
}
