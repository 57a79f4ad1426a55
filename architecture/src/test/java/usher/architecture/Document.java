package usher.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One Markdown file: what it links to, and the anchors that others may link to.
final class Document {
    private static final Pattern LINK =
            Pattern.compile("\\]\\(([^()\\s]+)(?:\\s+\"[^\"]*\")?\\)|(?:href|src)=\"([^\"]+)\"");
    private static final Pattern DEFINITION = Pattern.compile("^\\[[^\\]]+\\]:\\s*(\\S+)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");
    private static final Pattern ANCHOR = Pattern.compile("<a\\s+(?:id|name)=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z][a-z+.-]*:.*");

    private final Path file;
    private final List<String> links = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();
    private final Map<String, Integer> timesSeen = new HashMap<>();

    private Document(Path file) {
        this.file = file;
    }

    static Document read(Path file) {
        Document document = new Document(file);
        boolean code = false;
        try {
            for (String line : Files.readAllLines(file)) {
                boolean fence = line.strip().startsWith("```");
                if (!code && !fence) document.take(line);
                if (fence) code = !code;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return document;
    }

    /// The links that lead nowhere, each with the reason.
    List<String> brokenLinks(Path root) {
        List<String> broken = new ArrayList<>();
        for (String link : links) {
            if (ELSEWHERE.matcher(link).matches()) continue;
            String reason = whyBroken(link, root);
            if (!reason.isEmpty()) broken.add(root.relativize(file) + ": " + link + " " + reason);
        }
        return broken;
    }

    private String whyBroken(String link, Path root) {
        int hash = link.indexOf('#');
        String path = (hash < 0 ? link : link.substring(0, hash)).replace("%20", " ");
        String anchor = hash < 0 ? "" : link.substring(hash + 1);
        Path target =
                path.startsWith("/") ? root.resolve(path.substring(1)) : file.resolveSibling(path);
        if (path.isEmpty()) target = file;
        if (!Files.exists(target)) return "is not there";
        if (anchor.isEmpty()) return "";
        if (!target.toString().endsWith(".md"))
            return "names a place inside a file, which will move";
        return read(target).anchors.contains(anchor) ? "" : "has no such heading";
    }

    private void take(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) anchors.add(numbered(slug(heading.group(1))));
        Matcher anchor = ANCHOR.matcher(line);
        while (anchor.find()) anchors.add(anchor.group(1));

        String prose = line.replaceAll("`[^`]*`", "");
        Matcher link = LINK.matcher(prose);
        while (link.find()) links.add(link.group(1) != null ? link.group(1) : link.group(2));
        Matcher definition = DEFINITION.matcher(prose);
        if (definition.find()) links.add(definition.group(1));
    }

    /// The second heading of the same name gets `-1`, the third `-2`.
    private String numbered(String slug) {
        int before = timesSeen.merge(slug, 1, Integer::sum) - 1;
        return before == 0 ? slug : slug + "-" + before;
    }

    /// A heading's anchor as GitHub makes it: lower case, no punctuation, dashes for spaces.
    private static String slug(String heading) {
        String text = heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
    }
}
