package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.agent.KeptGroup;

/**
 * A group as somebody typed it.
 *
 * @param version of the group that is corrected
 */
public record GroupForm(
        @Nullable Integer version, String name, @Nullable Boolean valid) {
    static final GroupForm BLANK = new GroupForm(null, "", true);

    public GroupForm(@Nullable Integer version, @Nullable String name, @Nullable Boolean valid) {
        this.version = version;
        this.name = name == null ? "" : name;
        this.valid = valid;
    }

    static GroupForm of(KeptGroup kept) {
        return new GroupForm(kept.version(), kept.group().name(), kept.valid());
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }
}
