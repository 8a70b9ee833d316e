package sportello.customer;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.field.Fields;
import sportello.field.FilledField;
import sportello.field.FilledFields;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.TypedFields;
import sportello.field.WantedField;

/** What the house's own fields say of customers and of their people. Whoever asks has found them, and may see them. */
@Component
public class Particulars {
    private final Fields fields;
    private final FilledFields filled;

    Particulars(Fields fields, FilledFields filled) {
        this.fields = fields;
        this.filled = filled;
    }

    public List<FilledField> of(CustomerId customer) {
        return filled.of(Subject.CUSTOMER, customer.value());
    }

    public List<FilledField> of(CustomerUserId user) {
        return filled.of(Subject.CUSTOMER_USER, user.value());
    }

    /** What is shown beside a ticket: of who asked, and of the organisation for which. */
    public List<FilledField> beside(@Nullable CustomerUserId user, CustomerId customer) {
        var ofUser = user == null
                ? List.<FilledField>of()
                : filled.of(Subject.CUSTOMER_USER, user.value(), Screen.CUSTOMER_USER_BESIDE);
        var ofCustomer = filled.of(Subject.CUSTOMER, customer.value(), Screen.CUSTOMER_BESIDE);
        return Stream.of(ofUser, ofCustomer).flatMap(List::stream).toList();
    }

    /** What is to be said from now on; of somebody new nothing is said yet. */
    Outcome<List<WantedField>> wanted(TypedFields typed, List<FilledField> present) {
        return fields.read(typed, present);
    }

    void say(CustomerId customer, List<WantedField> wanted) {
        for (var one : wanted)
            filled.say(Subject.CUSTOMER, customer.value(), one.field().id(), one.to());
    }

    void say(CustomerUserId user, List<WantedField> wanted) {
        for (var one : wanted)
            filled.say(Subject.CUSTOMER_USER, user.value(), one.field().id(), one.to());
    }
}
