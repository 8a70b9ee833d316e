package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import sportello.base.Sha256;

/** Style, script and icons of the pages: ours from {@code assets/}, the libraries' from their WebJars. */
@Component
public class Assets {
    private static final String OURS = "classpath:/assets/";
    private static final String BEHAVIOURS = "behaviours/";
    private static final String PARTS = "classpath:/style/*.css";
    private static final String LIBRARIES = "classpath*:/META-INF/resources/webjars/";
    private static final Map<String, String> MODULES = Map.of(
            "@hotwired/turbo",
            "turbo.js",
            "@hotwired/stimulus",
            "stimulus.js",
            "page",
            "page.js",
            "behaviours",
            "behaviours.js");

    /** Modules that only some pages need, and fetch when they do. */
    private static final Map<String, String> LATE = Map.of("squire", "libraries/squire.js");

    /** Parts of the library that no page of ours has, by the beginning of their classes. */
    private static final List<String> UNUSED = List.of(
            "accordion",
            "carousel",
            "list-group",
            "modal",
            "navbar",
            "offcanvas",
            "popover",
            "ribbon",
            "switch-icon",
            "timeline",
            "toast");

    /** What a script says to its readers only: remarks on lines of their own, and how far its lines stand from the margin. */
    private static final Pattern REMARKS = Pattern.compile("(?m)^\\s*//.*\\R|^\\s*/\\*\\*[^/]*\\*/\\R|^\\s+");

    private static final Pattern ASSET = Pattern.compile("asset\\(([a-z0-9.-]+)\\)");

    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    private final Map<String, Asset> byName = new TreeMap<>();
    private final Map<String, Asset> byAddress;
    private final String importMap;

    Assets() throws IOException {
        // In a cascade layer, so that our own stylesheet wins without a contest of selectors.
        add(
                "tabler.css",
                "@layer tabler {\n" + StyleText.without(UNUSED, library("tabler__core/*/dist/css/tabler.min.css"))
                        + "\n}\n");
        add("turbo.js", lean(library("hotwired__turbo/*/dist/turbo.es2017-esm.js")));
        add("stimulus.js", lean(library("hotwired__stimulus/*/dist/stimulus.js")));
        var behaviours = new TreeMap<String, String>();
        for (var file : files.getResources(OURS + "**/*.*")) {
            var name = nameOf(file);
            if (name.startsWith(BEHAVIOURS))
                behaviours.put(name.replaceAll(".*/|\\.js$", ""), lean(file.getContentAsString(UTF_8)));
            else add(name, file.getContentAsByteArray());
        }
        add("behaviours.js", Behaviours.joined(behaviours));
        add("sportello.css", style());
        byAddress = byName.values().stream().collect(Collectors.toMap(Asset::address, asset -> asset));
        importMap = Stream.of(modules(), late())
                .flatMap(some -> some.entrySet().stream())
                .map(module -> "\"%s\":\"%s\"".formatted(module.getKey(), module.getValue()))
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    /** Where a page loads the asset from. */
    public String address(String name) {
        return asset(name).address();
    }

    /** The import map's text, exactly as it stands in the page. */
    public String importMap() {
        return importMap;
    }

    /** What the content security policy must know of the import map. */
    public String importMapHash() {
        return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(importMap.getBytes(UTF_8))) + "'";
    }

    /** The addresses of all modules, to be fetched at once and not one after the other. */
    public List<String> moduleAddresses() {
        return List.copyOf(modules().values());
    }

    Collection<Asset> all() {
        return byName.values();
    }

    Optional<Asset> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    private Map<String, String> modules() {
        var modules = new TreeMap<String, String>();
        MODULES.forEach((module, name) -> modules.put(module, address(name)));
        return modules;
    }

    private Map<String, String> late() {
        var late = new TreeMap<String, String>();
        LATE.forEach((module, name) -> late.put(module, address(name)));
        return late;
    }

    private Asset asset(String name) {
        var asset = byName.get(name);
        if (asset == null) throw new IllegalArgumentException("No asset " + name);
        return asset;
    }

    private void add(String name, String content) {
        add(name, content.getBytes(UTF_8));
    }

    private void add(String name, byte[] content) {
        byName.put(name, new Asset(name, content));
    }

    /** The parts of our own stylesheet, in the order of their names; {@code asset(…)} stands for an asset's address. */
    private String style() throws IOException {
        var style = new StringBuilder();
        var parts = Stream.of(files.getResources(PARTS))
                .sorted(Comparator.comparing(part -> Objects.requireNonNull(part.getFilename())))
                .toList();
        for (var part : parts) style.append(part.getContentAsString(UTF_8)).append('\n');
        var lean = StyleText.close(style.toString());
        return ASSET.matcher(lean).replaceAll(asked -> "url(\"" + address(asked.group(1)) + "\")");
    }

    private String library(String pattern) throws IOException {
        var found = files.getResources(LIBRARIES + pattern);
        if (found.length != 1) throw new IllegalStateException("Expected one library file " + pattern);
        return found[0].getContentAsString(UTF_8);
    }

    private static String lean(String script) {
        return REMARKS.matcher(script).replaceAll("");
    }

    private static String nameOf(Resource file) throws IOException {
        var address = file.getURL().toString();
        return address.substring(address.lastIndexOf("/assets/") + "/assets/".length());
    }
}
