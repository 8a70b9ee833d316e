package sportello.web;

import org.springframework.validation.DataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** What a form can say is what its record's constructor takes, and nothing reaches into the record afterwards. */
@ControllerAdvice
class FormBinding {

    @InitBinder
    void constructorsOnly(DataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
