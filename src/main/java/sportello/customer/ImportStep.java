package sportello.customer;

/** A line of a file, and what has to be written for it. */
record ImportStep(ImportLine line, Runnable work) {

    static ImportStep idle(ImportLine line) {
        return new ImportStep(line, () -> {});
    }
}
