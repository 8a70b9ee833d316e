package sportello.ticket;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sportello.base.Html;
import sportello.base.Outcome;

/**
 * A text with its formatting as an editor sends it: cleaned, and the pictures that were pasted into it taken out, to be
 * files of the article to which it refers by their Content-ID (RFC 2392).
 */
public record RichText(Message text, List<Upload> pictures) {
    /** In characters, without its pictures. */
    public static final int LONGEST = 1_000_000;

    private static final Pattern PASTED =
            Pattern.compile("(?i)src=\"data:image/(png|jpeg|gif);base64,([a-z0-9+/=\\s]++)\"");

    public RichText {
        pictures = List.copyOf(pictures);
    }

    /** What was typed into an editor, or else into a plain field. Refuses an empty or too long text. */
    public static Outcome<RichText> of(String html, String text) {
        if (!html.isBlank()) return of(html);
        return Message.of(text).then(message -> Outcome.done(new RichText(message, List.of())));
    }

    /** Refuses an empty or too long text. */
    public static Outcome<RichText> of(String typed) {
        var pictures = new ArrayList<Upload>();
        var bare = PASTED.matcher(typed).replaceAll(found -> Matcher.quoteReplacement(takeOut(found, pictures)));
        if (bare.length() > LONGEST) return Outcome.refused("text.long", LONGEST, bare.length());
        var html = Html.sanitised(bare);
        pictures.removeIf(picture -> !html.markup().contains(keyOf(picture)));
        return Message.of(words(html, pictures), html).then(message -> Outcome.done(new RichText(message, pictures)));
    }

    /** A picture alone says something too. */
    private static String words(Html html, List<Upload> pictures) {
        var text = html.toText();
        return text.isBlank() && !pictures.isEmpty() ? "[" + pictures.getFirst().name() + "]" : text;
    }

    /** What cannot be decoded is no picture, and shows nothing. */
    private static String takeOut(MatchResult found, List<Upload> pictures) {
        var type = found.group(1).toLowerCase(Locale.ROOT);
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(found.group(2));
        } catch (IllegalArgumentException odd) {
            return "";
        }
        var id = UUID.randomUUID() + "@sportello";
        var name = "immagine-" + (pictures.size() + 1) + "." + (type.equals("jpeg") ? "jpg" : type);
        pictures.add(new Upload(name, "image/" + type, bytes.length, () -> new ByteArrayInputStream(bytes), id));
        return "src=\"cid:" + id + '"';
    }

    /** The part of its Content-ID that reads the same wherever it stands. */
    private static String keyOf(Upload picture) {
        var id = picture.contentId();
        return id == null ? "" : id.substring(0, id.indexOf('@'));
    }
}
