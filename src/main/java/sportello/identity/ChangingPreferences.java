package sportello.identity;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people choose language, time zone and theme. */
@Component
public class ChangingPreferences {
    private final PreferenceSql sql;

    ChangingPreferences(PreferenceSql sql) {
        this.sql = sql;
    }

    /** From the next page on the house speaks as the person wants. */
    @Transactional
    public void change(Viewer viewer, Preferences preferences) {
        switch (viewer) {
            case Viewer.AgentViewer agent -> sql.save(agent.id(), preferences);
            case Viewer.CustomerViewer customer -> sql.save(customer.id(), preferences);
        }
    }
}
