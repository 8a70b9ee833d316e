package sportello.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import sportello.agent.Permission;
import sportello.base.Refusal;
import sportello.identity.Maintenance;
import sportello.identity.Viewer;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Company;
import sportello.ticket.HouseLabels;
import sportello.ticket.Status;

/**
 * What every page has around its content, and the words in which it speaks. Templates get it as {@code shell}.
 *
 * @param asked when the page was asked for: it shows at least what had happened until then
 * @param maintenance what is done to the house right now
 * @param labels how the house marks its states and priorities; what it calls them, the words know
 * @param origin the way back to where the reader was, on the pages of a ticket
 */
public record Shell(
        @Nullable Viewer viewer,
        Words words,
        HouseLabels labels,
        Company company,
        Assets assets,
        List<MenuEntry> menu,
        List<Signpost> signposts,
        String path,
        Instant asked,
        String origin,
        @Nullable CsrfToken csrf,
        @Nullable Notice notice,
        @Nullable Maintenance maintenance) {

    /** The agent who looks, on pages that only agents see. */
    public AgentViewer agent() {
        if (viewer instanceof AgentViewer agent) return agent;
        throw new IllegalStateException("No agent looks at this page");
    }

    /** Whether the viewer may open tickets somewhere. */
    public boolean opensTickets() {
        return viewer instanceof AgentViewer agent && agent.grants().allowAnywhere(Permission.CREATE);
    }

    /** light, dark or system, as the viewer chose. */
    public String theme() {
        return switch (viewer) {
            case AgentViewer agent -> agent.theme();
            case Viewer.CustomerViewer customer -> customer.theme();
            case null -> "system";
        };
    }

    /** Whether the menu's entry leads to this page, or to the lists in which it stands. */
    public boolean at(MenuEntry entry) {
        return entry.covers(path);
    }

    /** The themes to choose from. */
    public List<String> themes() {
        return List.of("system", "light", "dark");
    }

    public String asset(String name) {
        return assets.address(name);
    }

    public String t(String key, Object... arguments) {
        return words.t(key, arguments);
    }

    public String t(Refusal refusal) {
        return words.t(refusal);
    }

    public String t(Notice said) {
        return words.t(said.key(), said.arguments().toArray());
    }

    /** What becomes of a ticket in the state, behind the name that the house has given it. */
    public String becoming(String prefix, Status state) {
        var happens = t(prefix + state.model().key());
        return labels.isNamed(state, words.language())
                ? t("state_becoming", t("state." + state.key()), happens)
                : happens;
    }

    public String date(Instant instant) {
        return words.date(instant);
    }

    public String age(Instant since) {
        return words.age(since);
    }
}
