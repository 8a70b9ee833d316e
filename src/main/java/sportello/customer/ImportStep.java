package sportello.customer;

import java.util.List;
import sportello.base.Csv;
import sportello.base.Refusal;
import sportello.customer.ImportLine.Change;
import sportello.customer.ImportLine.Fate;

/** A line of a file, and what has to be written for it. */
record ImportStep(ImportLine line, Runnable work) {

    static ImportStep fresh(Csv.Line line, String name, Runnable work) {
        return new ImportStep(new ImportLine(line.number(), name, new Fate.Fresh()), work);
    }

    /** Nothing is to be done where nothing becomes another. */
    static ImportStep changed(Csv.Line line, String name, List<Change> changes, Runnable work) {
        return changes.isEmpty()
                ? idle(new ImportLine(line.number(), name, new Fate.Same()))
                : new ImportStep(new ImportLine(line.number(), name, new Fate.Changed(changes)), work);
    }

    static ImportStep refused(Csv.Line line, String name, Refusal why) {
        return idle(new ImportLine(line.number(), name, new Fate.Refused(why)));
    }

    private static ImportStep idle(ImportLine line) {
        return new ImportStep(line, () -> {});
    }
}
