package sportello.base;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/** Which HTML may stand in an article or a letter. */
final class HtmlPolicy {

    private static final String[] TEXT = {
        "a", "abbr", "b", "big", "br", "center", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark",
        "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var"
    };

    private static final String[] BLOCKS = {
        "address",
        "article",
        "blockquote",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "ul"
    };

    private static final String[] TABLES = {
        "caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"
    };

    /** Nothing that moves an element out of its place, hides it, or loads something. */
    private static final Set<String> STYLES = Set.of(
            "background-color",
            "border",
            "border-bottom",
            "border-collapse",
            "border-color",
            "border-left",
            "border-right",
            "border-spacing",
            "border-style",
            "border-top",
            "border-width",
            "color",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "line-height",
            "list-style-type",
            "padding",
            "padding-bottom",
            "padding-left",
            "padding-right",
            "padding-top",
            "text-align",
            "text-decoration",
            "text-indent",
            "vertical-align",
            "white-space",
            "width");

    private static final String[] RELATIONS = {"noopener", "noreferrer", "nofollow"};
    private static final int MOST_ROUNDS = 8;
    private static final Pattern LINK = Pattern.compile("(?i)\\s*(?:https?://|mailto:|tel:).*", Pattern.DOTALL);
    private static final Pattern CID = Pattern.compile("(?i)cid:[!-~]+");
    private static final Pattern PICTURE =
            Pattern.compile("(?i)data:image/(?:png|jpeg|jpg|gif);base64,[a-z0-9+/]++={0,2}");
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,4}%?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9#, -]{1,60}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(TEXT)
            .allowElements(BLOCKS)
            .allowElements(TABLES)
            .allowElements(HtmlPolicy::onlyWithSource, "img")
            .allowElements(HtmlPolicy::inNewWindow, "a")
            .allowWithoutAttributes("span", "font")
            .allowUrlProtocols("http", "https", "mailto", "tel", "cid", "data")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("src")
            .matching((element, attribute, value) -> picture(value))
            .onElements("img")
            .allowAttributes("alt", "title")
            .globally()
            .allowAttributes("dir", "lang")
            .matching(WORD)
            .globally()
            .allowAttributes("align", "valign", "bgcolor")
            .matching(WORD)
            .globally()
            .allowAttributes("width", "height", "border", "cellpadding", "cellspacing", "span")
            .matching(SIZE)
            .onElements("img", "table", "td", "th", "col", "colgroup")
            .allowAttributes("colspan", "rowspan")
            .matching(SIZE)
            .onElements("td", "th")
            .allowAttributes("start", "value")
            .matching(SIZE)
            .onElements("ol", "li")
            .allowAttributes("type")
            .matching(WORD)
            .onElements("ol", "ul", "li")
            .allowAttributes("color", "face", "size")
            .matching(WORD)
            .onElements("font")
            .allowStyling(CssSchema.withProperties(STYLES))
            .requireRelsOnLinks(RELATIONS)
            .toFactory();

    private HtmlPolicy() {}

    /**
     * Cleans until cleaning changes nothing more: what is stored reads the same when it is cleaned again for showing. Tables
     * and lists in each other's wrong places may need a second round; what never settles is shown as text.
     */
    static String clean(String html) {
        return settled(html, HtmlPolicy::cleanOnce);
    }

    /** @param cleaning one round */
    static String settled(String html, UnaryOperator<String> cleaning) {
        var before = html;
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var after = cleaning.apply(before);
            if (after.equals(before)) return after;
            before = after;
        }
        return TextMarkup.of(ReadableText.of(before), null);
    }

    private static String cleanOnce(String html) {
        return withWholeBraces(POLICY.sanitize(html));
    }

    /** The sanitiser parts two braces for the sake of script templates; we have none there, but placeholders of our own. */
    static String withWholeBraces(String written) {
        return written.replace("{<!-- -->", "{");
    }

    /** Tells the receiver, tag by tag, what a reader may see. */
    static void read(String html, HtmlStreamEventReceiver receiver) {
        HtmlSanitizer.sanitize(html, POLICY.apply(receiver));
    }

    private static @Nullable String picture(String source) {
        var bare = source.replaceAll("\\s+", "");
        var known = CID.matcher(bare).matches() || PICTURE.matcher(bare).matches();
        return known ? bare : null;
    }

    /** A picture from elsewhere would tell its sender that the mail was read: it goes, whole. */
    private static @Nullable String onlyWithSource(String element, List<String> attributes) {
        return valueOf("src", attributes) == null ? null : element;
    }

    private static String inNewWindow(String element, List<String> attributes) {
        if (valueOf("href", attributes) != null) attributes.addAll(List.of("target", "_blank"));
        return element;
    }

    /** What a link to an address bears when it is clean: names and values in turn. */
    static List<String> leadingTo(String address) {
        return List.of("href", address, "target", "_blank", "rel", String.join(" ", RELATIONS));
    }

    /** The value of an attribute in the list of names and values that the parser hands out. */
    static @Nullable String valueOf(String name, List<String> attributes) {
        for (var i = 0; i + 1 < attributes.size(); i += 2)
            if (attributes.get(i).toLowerCase(Locale.ROOT).equals(name)) return attributes.get(i + 1);
        return null;
    }
}
