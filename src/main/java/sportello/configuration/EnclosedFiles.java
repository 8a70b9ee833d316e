package sportello.configuration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.storage.Files;
import sportello.storage.Hash;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files in a document. Within the house it names them by their hashes, so that it stays small; on its way to another house
 * it has them in it.
 */
@Component
public class EnclosedFiles {
    /** Of all files in a document, in bytes: they are read at once, and a third longer as text. */
    static final long LARGEST = 20L << 20;

    private static final String CONTENT = "content";

    private final Files files;
    private final VersionSql sql;
    private final Clock clock;

    EnclosedFiles(Files files, VersionSql sql, Clock clock) {
        this.files = files;
        this.sql = sql;
        this.clock = clock;
    }

    /** Where a document tells of a file. */
    private record Place(String path, ObjectNode fields) {
        String content() {
            return fields.path(CONTENT).asString("");
        }

        String contentPath() {
            return path + "/" + CONTENT;
        }
    }

    private static List<Place> places(Document document) {
        var places = new ArrayList<Place>();
        var templates = document.root().path(Part.TEMPLATES.key());
        for (var template = 0; template < templates.size(); template++) {
            var enclosed = templates.path(template).path("files");
            for (var file = 0; file < enclosed.size(); file++)
                if (enclosed.path(file) instanceof ObjectNode fields)
                    places.add(new Place("/" + Part.TEMPLATES.key() + "/" + template + "/files/" + file, fields));
        }
        return places;
    }

    /** The same document, which says nothing of files: they stay what they are. */
    static ObjectNode without(ObjectNode root) {
        for (var template : root.path(Part.TEMPLATES.key()))
            if (template instanceof ObjectNode fields) fields.remove("files");
        return root;
    }

    /** Those that the document names. */
    static List<Hash> named(String text) {
        return places(DocumentReader.read(text)).stream()
                .flatMap(place -> Enclosed.Held.of(place.content()).stream())
                .map(Enclosed.Held::hash)
                .distinct()
                .toList();
    }

    /** The document with all that it names in it. */
    Outcome<String> filled(String text) {
        var document = DocumentReader.read(text);
        var contents = new HashMap<Integer, String>();
        var size = 0L;
        for (var place : places(document)) {
            var held = Enclosed.Held.of(place.content());
            if (held.isEmpty()) continue;
            var bytes = bytes(held.get().hash(), LARGEST - size);
            if (bytes.isEmpty()) return Outcome.refused("configuration.files_large", LARGEST >> 20);
            size += bytes.get().length;
            contents.put(
                    document.line(place.contentPath()),
                    Enclosed.carried(held.get().mediaType(), bytes.get()));
        }
        return Outcome.done(contents.isEmpty() ? text : filled(text, contents));
    }

    /** Nothing if there are more. */
    private Optional<byte[]> bytes(Hash hash, long most) {
        try (var stream = files.open(hash)) {
            var bytes = stream.readNBytes((int) most + 1);
            return bytes.length > most ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param contents by the lines on which they are named */
    private static String filled(String text, HashMap<Integer, String> contents) {
        var filled = new StringBuilder();
        var number = 0;
        for (var line : text.split("\n", -1)) {
            var content = contents.get(++number);
            if (number > 1) filled.append('\n');
            if (content == null) filled.append(line);
            else {
                var field = line.indexOf(CONTENT);
                filled.append(line, 0, field).append(CONTENT).append(": |-");
                content.lines()
                        .forEach(part -> filled.append('\n')
                                .append(" ".repeat(field + 2))
                                .append(part));
            }
        }
        return filled.toString();
    }

    /**
     * The document with the files that came in it named instead: they are kept for a day, or as long as something refers to
     * them. One in which none came stays as it is, and so does that of who is no administrator.
     */
    @Transactional
    public String keep(String text, Authority by) {
        if (!by.administrator()) return text;
        var document = DocumentReader.read(text);
        var kept = 0;
        for (var place : places(document)) {
            var carried = Enclosed.Carried.of(place.content());
            if (carried.isEmpty()) continue;
            var stored = files.keep(new ByteArrayInputStream(carried.get().bytes()));
            sql.hold(null, stored.hash(), clock.instant());
            place.fields().put(CONTENT, Enclosed.reference(carried.get().mediaType(), stored.hash()));
            kept++;
        }
        return kept == 0 ? text : DocumentWriter.write(document.root());
    }
}
