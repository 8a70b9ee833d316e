package sportello.web.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.agent.KeptRole;
import sportello.agent.RoleDetails;

/**
 * A role as somebody typed it.
 *
 * @param version of the role that is corrected
 * @param readsOnly whether those who have it may only read
 * @param readsAccess whether they may read the log of access
 * @param factor whether a second factor is demanded
 * @param grant the keys that are ticked
 */
public record RoleForm(
        @Nullable Integer version,
        String name,
        String comment,
        @Nullable Boolean valid,
        @Nullable Boolean readsOnly,
        @Nullable Boolean readsAccess,
        @Nullable Boolean factor,
        List<String> grant) {
    static final RoleForm BLANK = new RoleForm(null, null, null, true, null, null, null, null);

    public RoleForm(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String comment,
            @Nullable Boolean valid,
            @Nullable Boolean readsOnly,
            @Nullable Boolean readsAccess,
            @Nullable Boolean factor,
            @Nullable List<String> grant) {
        this.version = version;
        this.name = Objects.requireNonNullElse(name, "");
        this.comment = Objects.requireNonNullElse(comment, "");
        this.valid = valid;
        this.readsOnly = readsOnly;
        this.readsAccess = readsAccess;
        this.factor = factor;
        this.grant = grant == null ? List.of() : List.copyOf(grant);
    }

    static RoleForm of(KeptRole kept) {
        return new RoleForm(
                kept.version(),
                kept.name(),
                kept.details().comment(),
                kept.valid(),
                kept.details().readsOnly(),
                kept.details().readsAccess(),
                kept.details().factorDemanded(),
                KeyTable.cells(kept.grants()));
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }

    public boolean isReading() {
        return Boolean.TRUE.equals(readsOnly);
    }

    public boolean isAuditing() {
        return Boolean.TRUE.equals(readsAccess);
    }

    public boolean demandsFactor() {
        return Boolean.TRUE.equals(factor);
    }

    RoleDetails details() {
        return new RoleDetails(
                name, comment, isValid(), isReading(), isAuditing(), demandsFactor(), KeyTable.grants(grant));
    }
}
