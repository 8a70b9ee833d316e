package sportello.stats;

/**
 * How much there was in a span of days.
 *
 * @param created tickets that were opened in the span
 * @param solved tickets that were closed with success in the span and are closed still
 * @param failed the same without success
 * @param active tickets that are not over now, whenever they were opened
 * @param reopened how often a closed ticket was opened again in the span
 * @param duties of the failed, those of which nobody has found the cause yet
 */
public record Volume(int created, int solved, int failed, int active, int reopened, int duties) {
    static final Volume NONE = new Volume(0, 0, 0, 0, 0, 0);

    public int closed() {
        return solved + failed;
    }
}
