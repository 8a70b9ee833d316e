package sportello.worktime;

/**
 * What is kept of working hours.
 *
 * @param standard whether every queue follows them that names no others
 * @param valid whether they can be chosen
 */
public record HoursDetails(String name, WorkingHours hours, boolean standard, boolean valid) {

    HoursDetails withoutStandard() {
        return new HoursDetails(name, hours, false, valid);
    }
}
