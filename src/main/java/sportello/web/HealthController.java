package sportello.web;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** For the one who watches the house: is the process well, and can it serve? Nothing more is said. */
@Controller
class HealthController {
    private static final int SECONDS = 2;

    private final ApplicationAvailability availability;
    private final DataSource database;

    HealthController(ApplicationAvailability availability, DataSource database) {
        this.availability = availability;
        this.database = database;
    }

    @GetMapping("/health/live")
    ResponseEntity<Void> live() {
        return answer(HttpStatus.OK);
    }

    @GetMapping("/health/ready")
    ResponseEntity<Void> ready() {
        var ready = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && databaseAnswers();
        return answer(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    }

    private boolean databaseAnswers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
