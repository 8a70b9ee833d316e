package sportello.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** A job finds its data under its id; nothing is serialised beside it, least of all Java objects. */
final class NoData implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        refuse(data);
        return null;
    }

    static void refuse(@Nullable Object data) {
        if (data != null) throw new UnsupportedOperationException("a job carries no data: give it the id of a row");
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        if (data != null) throw new UnsupportedOperationException("a job carries no data");
        return null;
    }
}
