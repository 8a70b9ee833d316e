package sportello.configuration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;

/**
 * Administrators go back to what the house was. Whatever the version speaks of becomes what it was; what was added since stays
 * as it is, since nothing is ever deleted.
 */
@Component
public class GoingBack {
    private final Versions versions;
    private final Sections sections;
    private final ExportingConfiguration exporting;
    private final ImportingConfiguration importing;

    GoingBack(
            Versions versions, Sections sections, ExportingConfiguration exporting, ImportingConfiguration importing) {
        this.versions = versions;
        this.sections = sections;
        this.exporting = exporting;
        this.importing = importing;
    }

    /** What would become of the house. */
    @Transactional
    public Outcome<Comparison> compare(Version version, Authority by) {
        return versions.text(version.id(), by).then(then -> {
            var now = Contents.of(exporting.whole(), sections);
            var since = now.beyond(Contents.of(then, sections));
            return importing.planReturn(then, by).then(plan -> Outcome.done(new Comparison(plan, since)));
        });
    }

    /**
     * All of it or, if the house is not as it was when the comparison was shown, nothing.
     *
     * @param seen the print of the plan that was shown
     */
    @Transactional
    public Outcome<Plan> goBack(Version version, String seen, Authority by) {
        return versions.text(version.id(), by).then(then -> importing.goBack(then, version, seen, by));
    }
}
