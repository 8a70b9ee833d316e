package sportello.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what is wrong with a setting and what to write; before Boot's own analyzer, which repeats the value. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingRefusedAnalyzer extends AbstractFailureAnalyzer<SettingRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingRefused cause) {
        return new FailureAnalysis(cause.getMessage(), cause.advice() + " See docs/settings.md.", failure);
    }
}
