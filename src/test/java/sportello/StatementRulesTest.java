package sportello;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No statement is put together from values: they are parameters. What a statement may be put together from are constants, and
 * the words of types that know nothing but the program (queues a person sees, how a list is ordered).
 */
class StatementRulesTest {
    private static final Path SOURCES = Path.of("src/main/java/sportello");
    private static final Pattern TEXTS = Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("\\.sql\\(");

    /** Methods of types whose words are the program's own: an enum's, or a condition with parameters. */
    private static final Pattern BUILDERS = Pattern.compile(
            "\\w+(\\(\\))?\\s*\\.(condition|order|columns?|table|customers|words|marks|within|stored)\\(\\)");

    /**
     * What is called otherwise, each looked at: a text of the same class, chosen by the program and never by a person; of the
     * server the names of a role and a database of our own, which take no parameters, with a password that we drew.
     */
    private static final Set<String> LOOKED_AT = Set.of(
            "Appointment condition",
            "Appointment statement",
            "Choice everything",
            "Choice into",
            "Choice list",
            "Choice more",
            "Choice offered",
            "CustomerTicket after",
            "CustomerTicket column",
            "CustomerTicket null",
            "Delivery condition",
            "DeskList ask",
            "DeskList asks",
            "DeskList collect",
            "DeskList joining",
            "DeskList list",
            "DeskList map",
            "DeskList sight",
            "DeskList stream",
            "Directory beginning",
            "Directory circle",
            "Directory contacts",
            "Directory lines",
            "Draft words",
            "Emptying statement",
            "FilledField in",
            "FilledField subject",
            "Footprint table",
            "Forgetting table",
            "ForgettingPerson statement",
            "ForgettingText statement",
            "HeldKey agent",
            "HeldKey case",
            "HeldKey holder",
            "HeldKey role",
            "HeldKey switch",
            "IdleLock statement",
            "KeptAgent question",
            "KeptLimit statement",
            "KeptList table",
            "KeptSession query",
            "Label isForCustomers",
            "Label list",
            "Ledger condition",
            "Ledger who",
            "LetterList null",
            "LetterList state",
            "MailLog before",
            "MailLog null",
            "Names table",
            "OwnState statement",
            "Phrase case",
            "Phrase phrase",
            "Phrase switch",
            "Position question",
            "Position statement",
            "Request query",
            "ReservedQueue confirmed",
            "Retention statement",
            "Rule within",
            "Saml further",
            "SamlRequest table",
            "SavedSearch asked",
            "SavedSearch collect",
            "SavedSearch entrySet",
            "SavedSearch getKey",
            "SavedSearch joining",
            "SavedSearch map",
            "SavedSearch search",
            "SavedSearch stream",
            "Sending state",
            "Server database",
            "Server name",
            "Server password",
            "Server question",
            "Suggestion all",
            "Suggestion longEnough",
            "Suggestion words",
            "Tally again",
            "Tally always",
            "Tally came",
            "Tally gone",
            "Tally here",
            "Tally names",
            "Tally parts",
            "Tally said",
            "Tally sight",
            "Tally timed",
            "TicketList found",
            "Webhook column");

    @Test
    void no_statement_is_put_together_from_values() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(name -> name.toString().endsWith("Sql.java"))
                    .sorted()
                    .toList()) found.addAll(foreign(file));
        }
        assertThat(found).as("parts of statements that nobody has looked at").isSubsetOf(LOOKED_AT);
        assertThat(LOOKED_AT).as("still there").isSubsetOf(found);
    }

    private static List<String> foreign(Path file) throws IOException {
        var source = TEXTS.matcher(Files.readString(file)).replaceAll("\"\"");
        var name = file.getFileName().toString().replace("Sql.java", "");
        var found = new ArrayList<String>();
        var calls = CALL.matcher(source);
        while (calls.find()) {
            var argument = BUILDERS.matcher(upToItsEnd(source, calls.end())).replaceAll("");
            Pattern.compile("\\b[a-z]\\w*")
                    .matcher(argument.replace(".formatted", ""))
                    .results()
                    .forEach(word -> found.add(name + " " + word.group()));
        }
        return found;
    }

    private static String upToItsEnd(String source, int begin) {
        var open = 1;
        var end = begin;
        while (open > 0) {
            switch (source.charAt(end++)) {
                case '(' -> open++;
                case ')' -> open--;
                default -> {}
            }
        }
        return source.substring(begin, end - 1);
    }
}
