package sportello.web.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** The pages between a right password and the house, which remember where somebody wants to go. */
enum SecondStep {
    CODE("/login/code"),
    FACTOR("/login/factor");

    private final String address;

    SecondStep(String address) {
        this.address = address;
    }

    String remembering(String target) {
        return target.isEmpty() ? address : address + "?target=" + URLEncoder.encode(target, UTF_8);
    }
}
