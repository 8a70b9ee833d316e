package sportello.mail;

import java.time.ZoneId;
import org.springframework.stereotype.Component;
import sportello.jobs.HouseZone;

/** The company that runs this desk; set once, used on letters and pages. */
@Component
public class OurCompany implements HouseZone {
    private final CompanySql sql;

    OurCompany(CompanySql sql) {
        this.sql = sql;
    }

    public Company get() {
        return sql.company();
    }

    /** In which language and zone it speaks to whoever has chosen none. */
    public House house() {
        return sql.house();
    }

    @Override
    public ZoneId zone() {
        return house().zone();
    }

    /** Which correction of it this is. */
    public int version() {
        return sql.version();
    }

    /** False if it was corrected since the version that was seen; to be called within a transaction. */
    public boolean correct(int seen, Company company) {
        if (sql.versionForUpdate() != seen) return false;
        sql.save(company);
        return true;
    }

    public void change(Company company) {
        sql.save(company);
    }
}
