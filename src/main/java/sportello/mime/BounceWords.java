package sportello.mime;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.mime.DeliveryReport.Action;
import sportello.mime.DeliveryReport.Fate;

/** Reads the reports of servers that tell in words of their own: qmail, Exim, Postfix, Exchange and their kin. */
final class BounceWords {

    private static final int LONGEST = 20_000;
    private static final int MOST_LINES_OF_REASON = 6;

    private static final Pattern BOUNCE = Pattern.compile(
            "(?i)(could not be delivered|couldn.t be delivered|was not delivered"
                    + "|wasn.t able to deliver|delivery has failed|delivery (to|failed)|undeliverable|undelivered|permanent fatal errors"
                    + "|permanent error|failed permanently|returned to sender|address(\\(es\\)|es)? failed|recipient.s. failed"
                    + "|non è stato possibile (consegnare|recapitare)|mancat[ao] (consegna|recapito)|impossibile recapitare"
                    + "|konnte nicht zugestellt|unzustellbar|n.a pas pu être (remis|distribué)|still being retried|delayed)");
    private static final Pattern DELAY = Pattern.compile(
            "(?i)(still being retried|has been delayed|is delayed|delivery delayed|warning( message)? only|will be retried"
                    + "|no action is required)");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>(),:;\"'@\\[\\]]+@[a-zA-Z0-9._-]+[a-zA-Z0-9]");
    private static final Pattern ENHANCED = Pattern.compile("\\b[45]\\.[0-9]{1,3}\\.[0-9]{1,3}\\b");
    private static final Pattern PLAIN = Pattern.compile("\\b([45])([0-9])[0-9]\\b");
    private static final Pattern ID = Pattern.compile("(?i)(?:^|\n)[> \t]*(resent-)?message-id: *(<[^<>\\s]+>)");
    private static final Pattern SUBJECT = Pattern.compile("(?i)(?:^|\n)[> \t]*subject: *([^\n]+)");
    private static final Pattern COPY = Pattern.compile(
            "(?i)\n[- ]*(below this line is a copy|this is a copy of the message|the original message|original message"
                    + "|original message headers|messaggio originale)[^\n]*");

    private BounceWords() {}

    /** @param failed whom the head of the report names */
    static List<Fate> fates(String subject, String text, List<String> failed) {
        var beginning = text.substring(0, Math.min(text.length(), LONGEST));
        var copy = COPY.matcher(beginning);
        var told = copy.find() ? beginning.substring(0, copy.start()) : beginning;
        var flowing = subject + " " + told.replace('\n', ' ');
        if (!BOUNCE.matcher(flowing).find()) return List.of();
        var action = DELAY.matcher(flowing).find() ? Action.DELAYED : Action.FAILED;
        var found = new LinkedHashMap<String, Fate>();
        var lines = told.split("\n");
        for (var i = 0; i < lines.length; i++) {
            var address = address(lines[i]);
            if (address == null) continue;
            var words = reason(lines, i);
            found.putIfAbsent(address, new Fate(address, action, status(words, told), words));
        }
        for (var address : failed) found.putIfAbsent(address, new Fate(address, action, status("", told), ""));
        return List.copyOf(found.values());
    }

    /** An address at the beginning of a line is one it speaks of; within a sentence it may be anybody's. */
    private static @Nullable String address(String line) {
        var matcher = ADDRESS.matcher(line);
        if (!matcher.find()) return null;
        var before = line.substring(0, matcher.start()).strip();
        var alone = before.isEmpty()
                || before.endsWith("<mailto:")
                || before.endsWith("<") && before.indexOf(':') < 0
                || before.equals("'");
        return alone ? new MailAddress("", matcher.group()).address() : null;
    }

    /** What follows the address on its line and on the next ones, until a blank line or another address. */
    private static String reason(String[] lines, int index) {
        var said = new ArrayList<String>();
        var own = lines[index].substring(Math.min(lines[index].length(), end(lines[index])));
        if (!own.isBlank()) said.add(own.strip());
        for (var i = index + 1; i < Math.min(lines.length, index + MOST_LINES_OF_REASON); i++) {
            if (lines[i].isBlank() && !said.isEmpty() || address(lines[i]) != null) break;
            if (!lines[i].isBlank()) said.add(lines[i].strip());
        }
        return CleanMail.line(String.join(" ", said), DeliveryReports.LONGEST_WORDS);
    }

    private static int end(String line) {
        var matcher = ADDRESS.matcher(line);
        if (!matcher.find()) return 0;
        var end = matcher.end();
        while (end < line.length() && ">:)' \t".indexOf(line.charAt(end)) >= 0) end++;
        return end;
    }

    /** What was said of the address counts; else what was said at all. */
    private static String status(String words, String all) {
        var enhanced = ENHANCED.matcher(words);
        if (enhanced.find()) return enhanced.group();
        var plain = PLAIN.matcher(words);
        if (plain.find()) return plain.group(1) + ".0.0";
        var anywhere = ENHANCED.matcher(all);
        return anywhere.find() ? anywhere.group() : "";
    }

    /** Those under which the mail was passed on come first. */
    static List<String> names(String text) {
        var found = ID.matcher(text.substring(0, Math.min(text.length(), 10 * LONGEST)));
        var names = new LinkedHashMap<Boolean, String>();
        while (found.find()) names.putIfAbsent(found.group(1) != null, found.group(2));
        return Stream.of(true, false)
                .flatMap(resent -> Stream.ofNullable(names.get(resent)))
                .toList();
    }

    static @Nullable String subject(String text) {
        var found = group(SUBJECT.matcher(text.substring(0, Math.min(text.length(), 10 * LONGEST))));
        return found == null ? null : EncodedWords.decode(found);
    }

    private static @Nullable String group(Matcher matcher) {
        return matcher.find() ? matcher.group(1) : null;
    }
}
