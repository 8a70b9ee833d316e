package sportello.web.agent.customer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import sportello.mailbox.Arrivals;
import sportello.privacy.Dossier;
import sportello.storage.Files;
import sportello.storage.Hash;
import sportello.ticket.Request;
import sportello.ticket.Requests;
import sportello.ticket.Writing;
import sportello.web.Views;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the house knows of a person as one ZIP on its way to somebody's disk: pages to be read, the same as JSON for
 * programs, and the files. One request after the other goes out, so that little is in memory however many there are.
 */
@Component
class DossierArchives {
    private final Requests requests;
    private final Arrivals arrivals;
    private final Files files;
    private final Views views;

    DossierArchives(Requests requests, Arrivals arrivals, Files files, Views views) {
        this.requests = requests;
        this.arrivals = arrivals;
        this.files = files;
        this.views = views;
    }

    View of(Dossier dossier) {
        var name = "sportello-" + dossier.person().id().value() + ".zip";
        return (model, request, response) -> {
            response.setContentType("application/zip");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            var pages = views.kept(request, response);
            try (var zip = new ZipOutputStream(response.getOutputStream())) {
                new Writer(dossier, zip, pages).write();
            }
        };
    }

    private final class Writer {
        private final Dossier dossier;
        private final ZipOutputStream zip;
        private final Views.Kept pages;
        private final DossierJson json;

        Writer(Dossier dossier, ZipOutputStream zip, Views.Kept pages) {
            this.dossier = dossier;
            this.zip = zip;
            this.pages = pages;
            this.json = new DossierJson(pages.words());
        }

        void write() throws IOException {
            put("index.html", out -> out.write(pages.page("agent/customer/dossier", dossier)));
            put("person.json", json.person(dossier));
            for (var number : dossier.requests()) write(requests.own(number, dossier.eyes()));
            for (var writing : dossier.elsewhere()) write(writing);
            for (var mail : dossier.mails()) put("mails/" + mail.id().value() + ".eml", () -> arrivals.open(mail));
        }

        private void write(Request request) throws IOException {
            var number = request.line().number();
            var place = "requests/" + number.value();
            put(place + ".html", out -> out.write(pages.page("agent/customer/dossier_request", request)));
            put(place + ".json", json.request(request));
            for (var article : request.articles())
                for (var file : article.files()) {
                    var content = requests.ownFile(number, file.id(), dossier.eyes());
                    if (content.isPresent())
                        put(FileNames.of(file, number), content.get().hash());
                }
        }

        private void write(Writing writing) throws IOException {
            var place = FileNames.of(writing);
            put(place + ".json", json.writing(writing));
            for (var no : IntStream.range(0, writing.files().size()).toArray()) {
                var file = writing.files().get(no);
                put(place + "/" + (no + 1) + "-" + FileNames.safe(file.name()), file.hash());
            }
        }

        private void put(String name, Hash hash) throws IOException {
            put(name, () -> files.open(hash));
        }

        private void put(String name, Object json) throws IOException {
            put(
                    name,
                    out -> out.write(
                            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(json)));
        }

        private void put(String name, Supplier<InputStream> bytes) throws IOException {
            put(name, out -> {
                try (var stream = bytes.get()) {
                    stream.transferTo(out);
                }
            });
        }

        private void put(String name, Content content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            content.writeTo(zip);
            zip.closeEntry();
        }
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
