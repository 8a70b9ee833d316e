package sportello.ticket;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;

/** What the desk can say of tickets, in the house's order. */
@Component
public class Choices {
    private final ChoiceSql sql;

    Choices(ChoiceSql sql) {
        this.sql = sql;
    }

    public OfferedClasses offered() {
        return sql.offered();
    }

    /** And the house's own fields, in the same statement. */
    public OfferedWords words() {
        return sql.words();
    }

    /** The services for which customers can ask by themselves. */
    public List<Choice> forCustomers() {
        return sql.forCustomers();
    }

    /** The service, if customers are told of it. */
    public Optional<Choice> toldToCustomers(@Nullable Choice service) {
        return Optional.ofNullable(service).filter(one -> sql.isForCustomers(one.id()));
    }

    /** Empty if a customer wants none; refused if there is no such service for customers. */
    Outcome<Optional<Choice>> chosenByCustomer(@Nullable Long wanted) {
        if (wanted == null || wanted == 0) return Outcome.done(Optional.empty());
        var chosen =
                sql.forCustomers().stream().filter(one -> one.id() == wanted).findFirst();
        return chosen.isPresent() ? Outcome.done(chosen) : Outcome.refused("services.unknown");
    }

    /** Refused if what is wanted can no longer be chosen. */
    Outcome<Classes> chosen(WantedClasses wanted) {
        return chosen(ChoiceList.TYPES, wanted.type())
                .then(type -> chosen(ChoiceList.SERVICES, wanted.service())
                        .then(service -> Outcome.done(new Classes(type.orElse(null), service.orElse(null)))));
    }

    /** Empty if none is wanted. */
    Outcome<Optional<Choice>> chosen(ChoiceList list, @Nullable Long wanted) {
        if (wanted == null || wanted == 0) return Outcome.done(Optional.empty());
        return sql.valid(list, wanted)
                .map(choice -> Outcome.done(Optional.of(choice)))
                .orElseGet(() -> Outcome.refused(list.word("unknown")));
    }
}
