package sportello.mime;

import com.google.re2j.Pattern;
import java.util.Map;

/** Makes of what a sender calls a file a name that is nothing but a name. */
final class FileNames {

    private static final int LONGEST = 200;
    private static final int LONGEST_ENDING = 20;
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\x{2028}\\x{2029}]");

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("text/plain", "testo.txt"),
            Map.entry("text/html", "pagina.html"),
            Map.entry("text/calendar", "invito.ics"),
            Map.entry("text/csv", "tabella.csv"),
            Map.entry("text/x-vcard", "contatto.vcf"),
            Map.entry("text/vcard", "contatto.vcf"),
            Map.entry("text/rfc822-headers", "intestazioni.txt"),
            Map.entry("image/png", "immagine.png"),
            Map.entry("image/jpeg", "immagine.jpg"),
            Map.entry("image/gif", "immagine.gif"),
            Map.entry("message/rfc822", "messaggio.eml"),
            Map.entry("message/delivery-status", "esito-consegna.txt"),
            Map.entry("message/disposition-notification", "conferma-lettura.txt"),
            Map.entry("application/pdf", "documento.pdf"),
            Map.entry("application/pgp-signature", "firma.asc"),
            Map.entry("application/pkcs7-signature", "smime.p7s"),
            Map.entry("application/x-pkcs7-signature", "smime.p7s"),
            Map.entry("application/pkcs7-mime", "smime.p7m"),
            Map.entry("application/x-pkcs7-mime", "smime.p7m"),
            Map.entry("application/ms-tnef", "winmail.dat"));

    private FileNames() {}

    static String safe(String given, String type) {
        var line = UNSEEN.matcher(CleanMail.line(given)).replaceAll("");
        var name = lastStep(line).replaceAll("[<>:\"|?*]", "_");
        name = withoutDotsBehind(name.strip());
        if (name.isEmpty()) return USUAL.getOrDefault(type, "allegato.bin");
        return shortened(DEVICE.matches(name) ? "_" + name : name);
    }

    private static String withoutDotsBehind(String name) {
        var end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) end--;
        return name.substring(0, end);
    }

    private static String lastStep(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) return name;
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var room = LONGEST - ending.codePointCount(0, ending.length()) - 1;
        return name.substring(0, name.offsetByCodePoints(0, room)) + "…" + ending;
    }
}
