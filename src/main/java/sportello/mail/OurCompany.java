package sportello.mail;

import org.springframework.stereotype.Component;

/** The company that runs this desk; set once, used on letters and pages. */
@Component
public class OurCompany {
    private final CompanySql sql;

    OurCompany(CompanySql sql) {
        this.sql = sql;
    }

    public Company get() {
        return sql.company();
    }

    public void change(Company company) {
        sql.save(company);
    }
}
