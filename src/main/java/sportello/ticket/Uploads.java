package sportello.ticket;

import java.util.List;
import sportello.base.Outcome;

/** The files of one article, within the limits of the house. */
public record Uploads(List<Upload> files) {
    public static final int MOST = 20;
    /** In bytes, one file. */
    public static final long LARGEST = 25L * 1024 * 1024;
    /** In bytes, all together. */
    public static final long LARGEST_SUM = 50L * 1024 * 1024;

    public static final Uploads NONE = new Uploads(List.of());

    private static final long MEGABYTE = 1024 * 1024;

    public Uploads {
        files = List.copyOf(files);
    }

    /** Refuses too many, too large, or too much. */
    public static Outcome<Uploads> of(List<Upload> files) {
        if (files.size() > MOST) return Outcome.refused("files.many", MOST, files.size());
        var large = files.stream().filter(file -> file.size() > LARGEST).findFirst();
        if (large.isPresent()) {
            return Outcome.refused("files.large", FileName.of(large.get().name()), LARGEST / MEGABYTE);
        }
        if (files.stream().mapToLong(Upload::size).sum() > LARGEST_SUM) {
            return Outcome.refused("files.sum", LARGEST_SUM / MEGABYTE);
        }
        return Outcome.done(new Uploads(files));
    }
}
