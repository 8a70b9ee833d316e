package sportello.demo.story;

import sportello.base.Language;

/** How letters begin and end: clerks in their own manner, the desk always politely. */
record Letters(Town town) {

    /** A new request, signed in full. */
    String request(Clerk from, String body) {
        return "%s,\n\n%s\n\n%s\n%s\n%s – %s\nTel. %s"
                .formatted(
                        from.entry().get("hello", "Buongiorno"),
                        start(from.language(), body),
                        from.entry().get("bye", "Cordiali saluti"),
                        from.name(),
                        from.entry().get("office"),
                        town.entry().get("name"),
                        from.entry().get("phone"));
    }

    /** A word in a conversation that is under way. */
    String reply(Clerk from, String body) {
        return switch (from.language()) {
            case ITALIAN -> "Buongiorno,\n\n%s\n\n%s".formatted(body, from.name());
            case ENGLISH -> "Good morning,\n\n%s\n\n%s".formatted(start(Language.ENGLISH, body), from.name());
        };
    }

    /** What an agent writes to a clerk. */
    String answer(String agent, Clerk to, String body) {
        return switch (to.language()) {
            case ITALIAN -> letter(to, body, "Cordiali saluti\n" + agent + "\n");
            case ENGLISH -> letter(to, body, "Kind regards\n" + agent + "\n");
        };
    }

    /** What the house writes to a clerk by itself. */
    String notice(Clerk to, String body) {
        return letter(to, body, "");
    }

    private static String letter(Clerk to, String body, String signature) {
        var person = to.entry().get("form") + " " + to.lastName();
        return switch (to.language()) {
            case ITALIAN -> "Gentile %s,\n\n%s\n\n%sValle Servizi".formatted(person, body, signature);
            case ENGLISH ->
                "Dear %s,\n\n%s\n\n%sValle Servizi".formatted(person, start(Language.ENGLISH, body), signature);
        };
    }

    /** After a greeting Italian goes on with a small letter, English begins anew. */
    private static String start(Language language, String body) {
        return switch (language) {
            case ITALIAN -> body;
            case ENGLISH -> Character.toUpperCase(body.charAt(0)) + body.substring(1);
        };
    }
}
