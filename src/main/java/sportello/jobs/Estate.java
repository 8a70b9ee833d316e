package sportello.jobs;

/**
 * What a program may have had in hand when it died. A desk that alone uses its database takes it back when it starts, before
 * any job runs; where there may be other nodes it becomes free in its own time.
 */
public interface Estate {
    void takeBack();
}
