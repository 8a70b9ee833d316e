package sportello.worktime;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The working hours; the parts of the week are kept in minutes since Monday. */
@Component
class HoursSql {
    private static final String KEPT = """
            select h.id, h.name, h.zone, h.italian_holidays, h.standard, h.valid, h.version,
                   array(select s.opens from working_span s where s.hours_id = h.id order by s.opens) as opens,
                   array(select s.closes from working_span s where s.hours_id = h.id order by s.opens) as closes,
                   array(select d.month * 100 + d.day
                           from day_off d
                          where d.hours_id = h.id and d.year is null
                          order by 1) as yearly,
                   array(select d.year * 10000 + d.month * 100 + d.day
                           from day_off d
                          where d.hours_id = h.id and d.year is not null
                          order by 1) as once,
                   array(select q.name from queue q where q.hours_id = h.id order by lower(q.name)) as queues
              from working_hours h
            """;

    private final JdbcClient db;

    HoursSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptHours> all() {
        return db.sql(KEPT + " order by lower(h.name), h.id")
                .query(HoursSql::kept)
                .list();
    }

    Optional<KeptHours> find(HoursId id) {
        return db.sql(KEPT + " where h.id = :id")
                .param("id", id.value())
                .query(HoursSql::kept)
                .optional();
    }

    /** Until the transaction ends nobody else changes them. */
    void keepAlone() {
        db.sql("lock table working_hours in share row exclusive mode").update();
    }

    /** From now on nobody begins to follow them, and who has begun to is known. */
    void take(HoursId id) {
        db.sql("select id from working_hours where id = :id for update")
                .param("id", id.value())
                .query(Long.class)
                .list();
    }

    boolean hold(HoursId id) {
        return db.sql("select id from working_hours where id = :id and valid for share")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    boolean isTaken(String name, @Nullable HoursId own) {
        return db.sql("""
                select exists (select 1
                                 from working_hours
                                where lower(name) = lower(:name)
                                  and id is distinct from :own::bigint)
                """)
                .param("name", name)
                .param("own", own == null ? null : own.value())
                .query(Boolean.class)
                .single();
    }

    HoursId insert(HoursDetails details) {
        var id = set(db.sql("""
                        insert into working_hours (name, zone, italian_holidays, standard, valid)
                        values (:name, :zone, :italian, :standard, :valid)
                        returning id
                        """), details)
                .query((row, number) -> new HoursId(row.getLong("id")))
                .single();
        fill(id, details.hours());
        return id;
    }

    void update(HoursId id, HoursDetails details) {
        set(db.sql("""
                        update working_hours
                           set name = :name, zone = :zone, italian_holidays = :italian, standard = :standard,
                               valid = :valid, version = version + 1
                         where id = :id
                        """), details).param("id", id.value()).update();
        db.sql("delete from working_span where hours_id = :id")
                .param("id", id.value())
                .update();
        db.sql("delete from day_off where hours_id = :id")
                .param("id", id.value())
                .update();
        fill(id, details.hours());
    }

    private void fill(HoursId id, WorkingHours hours) {
        var spans = Arrays.stream(DayOfWeek.values())
                .flatMap(day -> hours.week().on(day).stream().map(span ->
                        new int[] {day.ordinal() * Span.DAY + span.opens(), day.ordinal() * Span.DAY + span.closes()}))
                .toList();
        db.sql("""
                insert into working_span (hours_id, opens, closes)
                select :id, s.opens, s.closes
                  from unnest(:opens::int[], :closes::int[]) as s (opens, closes)
                """)
                .param("id", id.value())
                .param("opens", spans.stream().map(span -> span[0]).toArray(Integer[]::new))
                .param("closes", spans.stream().map(span -> span[1]).toArray(Integer[]::new))
                .update();
        rest(id, hours.daysOff());
    }

    private void rest(HoursId id, DaysOff off) {
        var days = Stream.concat(
                        off.yearly().stream().map(day -> number(0, day)),
                        off.once().stream().map(day -> number(day.getYear(), MonthDay.from(day))))
                .toArray(Integer[]::new);
        db.sql("""
                insert into day_off (hours_id, year, month, day)
                select :id, nullif(d.number / 10000, 0), d.number / 100 % 100, d.number % 100
                  from unnest(:days::int[]) as d (number)
                """).param("id", id.value()).param("days", days).update();
    }

    private static int number(int year, MonthDay day) {
        return year * 10000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private static JdbcClient.StatementSpec set(JdbcClient.StatementSpec statement, HoursDetails details) {
        var hours = details.hours();
        return statement
                .param("name", details.name())
                .param("zone", hours.zone().getId())
                .param("italian", hours.daysOff().italian())
                .param("standard", details.standard())
                .param("valid", details.valid());
    }

    private static KeptHours kept(ResultSet row, int number) throws SQLException {
        var off = new DaysOff(
                row.getBoolean("italian_holidays"),
                numbers(row.getArray("yearly")).map(HoursSql::yearly).collect(Collectors.toSet()),
                numbers(row.getArray("once")).map(HoursSql::once).collect(Collectors.toSet()));
        var hours = new WorkingHours(ZoneId.of(row.getString("zone")), week(row), off);
        return new KeptHours(
                new HoursId(row.getLong("id")),
                new HoursDetails(row.getString("name"), hours, row.getBoolean("standard"), row.getBoolean("valid")),
                List.of((String[]) row.getArray("queues").getArray()),
                row.getInt("version"));
    }

    private static Week week(ResultSet row) throws SQLException {
        var spans = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        var closes = numbers(row.getArray("closes")).iterator();
        for (int opens : numbers(row.getArray("opens")).toList()) {
            var midnight = opens / Span.DAY * Span.DAY;
            spans.computeIfAbsent(DayOfWeek.of(1 + opens / Span.DAY), none -> new ArrayList<>())
                    .add(new Span(opens - midnight, closes.next() - midnight));
        }
        return new Week(spans);
    }

    private static Stream<Integer> numbers(Array array) throws SQLException {
        return Arrays.stream((Integer[]) array.getArray());
    }

    private static MonthDay yearly(int number) {
        return MonthDay.of(number / 100, number % 100);
    }

    private static LocalDate once(int number) {
        return LocalDate.of(number / 10000, number / 100 % 100, number % 100);
    }
}
