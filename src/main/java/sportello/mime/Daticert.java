package sportello.mime;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import sportello.mime.Pec.Consignee;
import sportello.mime.Pec.Envelope;

/** What the provider of certified mail attests, from its {@code daticert.xml}. A document type is refused: none belongs there. */
final class Daticert {

    private static final int LONGEST_VALUE = 2_000;
    private static final int MOST_CONSIGNEES = 1_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d/M/uuuu H:m:s");

    private final Map<String, String> values = new HashMap<>();
    private final List<Consignee> consignees = new ArrayList<>();
    private final List<String> concerned = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String consigneeKind = "";

    private Daticert() {}

    static Optional<Daticert> read(byte[] bytes) {
        var xml = Charsets.guess(bytes);
        if (xml.contains("<!DOCTYPE")) return Optional.empty();
        try {
            var reader = factory().createXMLStreamReader(new StringReader(xml));
            var read = new Daticert();
            while (reader.hasNext()) if (!read.take(reader, reader.next())) return Optional.empty();
            return read.values.containsKey("tipo") ? Optional.of(read) : Optional.empty();
        } catch (XMLStreamException | MissingResourceException e) {
            // of some broken documents the parser of the JDK cannot even say what is wrong
            return Optional.empty();
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private boolean take(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                return false;
            }
            case XMLStreamConstants.START_ELEMENT -> begin(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (text.length() < LONGEST_VALUE) text.append(reader.getText());
            }
            case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
            default -> {}
        }
        return true;
    }

    private void begin(XMLStreamReader reader) {
        text.setLength(0);
        switch (reader.getLocalName()) {
            case "postacert" -> {
                keep("tipo", reader.getAttributeValue(null, "tipo"));
                keep("errore", reader.getAttributeValue(null, "errore"));
            }
            case "destinatari" -> consigneeKind = String.valueOf(reader.getAttributeValue(null, "tipo"));
            case "data" -> keep("zona", reader.getAttributeValue(null, "zona"));
            default -> {}
        }
    }

    private void end(String element) {
        var value = CleanMail.line(text.toString(), LONGEST_VALUE);
        text.setLength(0);
        if (element.equals("destinatari")) {
            var certified = consigneeKind.equals("certificato");
            if (consignees.size() < MOST_CONSIGNEES) consignees.add(new Consignee(address(value), certified));
        } else if (element.equals("consegna") || element.equals("ricezione")) {
            if (!address(value).isEmpty() && concerned.size() < MOST_CONSIGNEES) concerned.add(address(value));
        } else keep(element, value);
    }

    private void keep(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) values.putIfAbsent(name, value);
    }

    private static String address(String value) {
        var people = AddressList.of(value);
        return people.isEmpty() ? "" : people.getFirst().address();
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    String sender() {
        return address(value("mittente"));
    }

    /** Those of whom it speaks: not all to whom it was sent, where it was delivered to one, or some of them were taken up. */
    List<Consignee> consignees() {
        return concerned.isEmpty()
                ? List.copyOf(consignees)
                : concerned.stream().map(this::consignee).toList();
    }

    private Consignee consignee(String address) {
        var certified = consignees.stream()
                .filter(consignee -> consignee.address().equalsIgnoreCase(address))
                .anyMatch(Consignee::certified);
        return new Consignee(address, certified || consignees.isEmpty());
    }

    String error() {
        var words = value("errore-esteso");
        if (!words.isEmpty()) return words;
        return value("errore").equals("nessuno") ? "" : value("errore");
    }

    @Nullable String messageId() {
        var ids = Letterheads.ids(value("msgid"));
        return ids.isEmpty() ? null : ids.getFirst();
    }

    Envelope envelope() {
        return new Envelope(value("gestore-emittente"), value("identificativo"), messageId(), at());
    }

    private @Nullable Instant at() {
        try {
            var zone = value("zona");
            return LocalDateTime.parse(value("giorno") + " " + value("ora"), MOMENT)
                    .toInstant(zone.isEmpty() ? ZoneOffset.ofHours(1) : ZoneOffset.of(zone));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
