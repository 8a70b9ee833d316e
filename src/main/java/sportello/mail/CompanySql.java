package sportello.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import sportello.settings.Settings;

@Component
class CompanySql {
    private final JdbcClient db;
    private final Settings settings;

    CompanySql(JdbcClient db, Settings settings) {
        this.db = db;
        this.settings = settings;
    }

    Company company() {
        return db.sql("""
                select name, address, email, phone, url, logo, logo_type, footer, accent, language, time_zone
                  from company
                """).query(this::read).single();
    }

    House house() {
        return db.sql("select language, time_zone from company")
                .query((row, number) -> house(row))
                .single();
    }

    int version() {
        return db.sql("select version from company").query(Integer.class).single();
    }

    /** Until the transaction ends nobody else changes it. */
    int versionForUpdate() {
        return db.sql("select version from company for update")
                .query(Integer.class)
                .single();
    }

    void save(Company company) {
        var logo = company.logo();
        var accent = company.accent();
        db.sql("""
                update company
                   set name = :name, address = :address, email = :email, phone = :phone, url = :url,
                       logo = :logo, logo_type = :logoType, footer = :footer, accent = :accent,
                       language = :language, time_zone = :zone, version = version + 1
                """)
                .param("name", company.name())
                .param("address", company.address())
                .param("email", company.email())
                .param("phone", company.phone())
                .param("url", company.url())
                .param("logo", logo == null ? null : logo.bytes())
                .param("logoType", logo == null ? null : logo.type())
                .param("footer", company.footer())
                .param("accent", accent == null ? null : accent.hex())
                .param("language", company.house().language().code())
                .param("zone", company.house().zone().getId())
                .update();
    }

    private Company read(ResultSet row, int number) throws SQLException {
        var logo = row.getBytes("logo");
        var accent = row.getString("accent");
        return new Company(
                row.getString("name"),
                row.getString("address"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("url"),
                logo == null ? null : new Logo(row.getString("logo_type"), logo),
                row.getString("footer"),
                accent == null ? null : new Accent(accent),
                house(row));
    }

    private House house(ResultSet row) throws SQLException {
        var zone = row.getString("time_zone");
        return new House(Language.of(row.getString("language")), zone == null ? settings.timeZone() : ZoneId.of(zone));
    }
}
