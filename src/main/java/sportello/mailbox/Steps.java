package sportello.mailbox;

/** Is told of each step, and does nothing about it, but in tests. */
interface Steps {

    void at(Step step);
}
