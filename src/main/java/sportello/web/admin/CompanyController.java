package sportello.web.admin;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.KeepingCompany;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.configuration.FirstStep;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Logo;
import sportello.web.Letterhead;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/company")
class CompanyController {
    private final KeepingCompany keeping;
    private final Letterhead letterhead;
    private final Guides guides;
    private final Views views;

    CompanyController(KeepingCompany keeping, Letterhead letterhead, Guides guides, Views views) {
        this.keeping = keeping;
        this.letterhead = letterhead;
        this.guides = guides;
        this.views = views;
    }

    @GetMapping
    View edit(@RequestParam(defaultValue = "false") boolean guided) {
        return page(HttpStatus.OK, CompanyForm.of(keeping.get(), keeping.version()), guided, null);
    }

    @PostMapping
    View update(@RequestParam(defaultValue = "false") boolean guided, CompanyForm form, AgentViewer viewer)
            throws IOException {
        var file = form.chosen();
        var logo = file == null ? null : Logo.of(file.getBytes()).orElse(null);
        if (file != null && logo == null)
            return refused(form, guided, new Refusal("company.logo", Logo.LARGEST / 1000, Logo.WIDEST));
        return switch (keeping.correct(
                form.seen(), form.details(keeping.get().house()), logo, form.isBare(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> {
                letterhead.renew();
                yield views.redirect(
                        guided ? Guide.onwards(FirstStep.COMPANY) : Area.COMPANY.address(),
                        Notice.of("notice.company.corrected", name));
            }
            case Outcome.Refused<String>(var why) -> refused(form, guided, why);
        };
    }

    private View refused(CompanyForm form, boolean guided, Refusal why) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, form, guided, why);
    }

    private View page(HttpStatus status, CompanyForm form, boolean guided, @Nullable Refusal refusal) {
        return views.show(
                status,
                "admin/company",
                new CompanyPage(form, keeping.get().hasLogo(), guides.at(FirstStep.COMPANY, guided), refusal));
    }
}
