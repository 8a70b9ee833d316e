package sportello.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.configuration.EnclosedFiles;
import sportello.configuration.ExportingConfiguration;
import sportello.configuration.ImportingConfiguration;
import sportello.configuration.Plan;
import sportello.configuration.Versions;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Download;
import sportello.web.Letterhead;
import sportello.web.Notice;
import sportello.web.Views;

/** The whole configuration out as a document, and in: first what it would change is shown, then it is done. */
@Controller
@RequestMapping("/admin/configuration")
class ConfigurationController {
    private final ExportingConfiguration exporting;
    private final ImportingConfiguration importing;
    private final EnclosedFiles enclosed;
    private final Versions versions;
    private final Letterhead letterhead;
    private final Views views;

    ConfigurationController(
            ExportingConfiguration exporting,
            ImportingConfiguration importing,
            EnclosedFiles enclosed,
            Versions versions,
            Letterhead letterhead,
            Views views) {
        this.exporting = exporting;
        this.importing = importing;
        this.enclosed = enclosed;
        this.versions = versions;
        this.letterhead = letterhead;
        this.views = views;
    }

    @GetMapping
    View fresh() {
        return page(HttpStatus.OK, ConfigurationForm.BLANK, null, null);
    }

    @GetMapping("/export")
    View export(@RequestParam(defaultValue = "true") boolean files, AgentViewer viewer) {
        var by = viewer.authority();
        return switch (files ? exporting.text(by) : exporting.textWithoutFiles(by)) {
            case Outcome.Done<String>(var text) -> download(text, "sportello.yaml");
            case Outcome.Refused<String>(var why) -> views.redirect(Area.CONFIGURATION.address(), Notice.of(why));
        };
    }

    static View download(String document, String name) {
        var text = document.getBytes(UTF_8);
        return new Download(name, "application/yaml;charset=UTF-8", text.length, () -> new ByteArrayInputStream(text));
    }

    /** Nothing changes here, so the answer is a page. */
    @PostMapping("/preview")
    View preview(ConfigurationForm form, AgentViewer viewer) throws IOException {
        if (form.isLarge()) return refused(form, new Refusal("configuration.large", ConfigurationForm.LARGEST >> 20));
        var read = form.read();
        return switch (importing.plan(read.text(), viewer.authority())) {
            case Outcome.Done<Plan>(var plan) ->
                page(
                        status(plan),
                        plan.doesSomething() ? read.with(enclosed.keep(read.text(), viewer.authority())) : read,
                        plan,
                        null);
            case Outcome.Refused<Plan>(var why) -> refused(read, why);
        };
    }

    @PostMapping
    View create(ConfigurationForm form, AgentViewer viewer) {
        return switch (importing.carryOut(form.text(), form.seen(), viewer.authority())) {
            case Outcome.Done<Plan>(var plan) -> plan.isSound() ? done(plan) : page(status(plan), form, plan, null);
            case Outcome.Refused<Plan>(var why) -> refused(form, why);
        };
    }

    private View done(Plan plan) {
        letterhead.renew();
        return views.redirect(
                Area.CONFIGURATION.address(),
                Notice.of("notice.configuration.done", "" + plan.added(), "" + plan.changed()));
    }

    static HttpStatus status(Plan plan) {
        return plan.isSound() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private View refused(ConfigurationForm form, Refusal why) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, form, null, why);
    }

    private View page(HttpStatus status, ConfigurationForm form, @Nullable Plan plan, @Nullable Refusal refusal) {
        var table = plan == null ? null : new PlanTable(plan);
        return views.show(status, "admin/configuration", new ConfigurationPage(form, table, versions.all(), refusal));
    }
}
