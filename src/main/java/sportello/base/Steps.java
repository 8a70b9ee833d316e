package sportello.base;

/**
 * Is told of each step of a mail on its way in or out, and does nothing about it, but in tests, which break it there.
 * Each module on the way names its own.
 */
public interface Steps {
    Steps UNHEARD = step -> {};

    void at(Enum<?> step);
}
