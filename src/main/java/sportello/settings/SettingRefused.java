package sportello.settings;

/** A setting that makes no sense; the program does not start with it. */
final class SettingRefused extends RuntimeException {

    private final String advice;

    SettingRefused(String setting, String problem, String advice) {
        super("The setting " + setting + " is refused: " + problem + ".");
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
