package org.tctf.embedded;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What can be set from outside, by environment or in the file {@code tctf.properties} of the working folder; the
 * environment wins.
 *
 * @param port on the loopback address; 0 takes any free one
 * @param data folder of the embedded storage, made when missing
 * @param smtp {@code smtp://user:password@host:port}; without it mail goes to the local mailbox
 * @param publicUrl address in links that leave by mail
 */
public record Settings(int port, Path data, Mode mode, Optional<URI> smtp, URI publicUrl) {
    private static final String FILE = "tctf.properties";

    /** @throws CannotStart when a setting makes no sense */
    public static Settings read(Map<String, String> environment, Path workingFolder) {
        Properties file = file(workingFolder.resolve(FILE));
        int port = port(value(environment, file, "TCTF_PORT", "8080"));
        return new Settings(
                port,
                workingFolder
                        .resolve(value(environment, file, "TCTF_DATA", "./data"))
                        .normalize(),
                mode(value(environment, file, "TCTF_MODE", "dev")),
                Optional.of(value(environment, file, "TCTF_SMTP_URL", ""))
                        .filter(text -> !text.isBlank())
                        .map(text -> uri("TCTF_SMTP_URL", text, "smtp://user:password@host:587")),
                uri(
                        "TCTF_PUBLIC_URL",
                        value(environment, file, "TCTF_PUBLIC_URL", "http://127.0.0.1:" + port),
                        "https://tctf.example.org"));
    }

    private static Properties file(Path path) {
        Properties properties = new Properties();
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new CannotStart(
                        "The settings file %s cannot be read: %s.".formatted(path, unreadable.getMessage()),
                        unreadable);
            }
        }
        return properties;
    }

    private static String value(Map<String, String> environment, Properties file, String name, String otherwise) {
        String fromEnvironment = environment.getOrDefault(name, "");
        return fromEnvironment.isBlank() ? file.getProperty(name, otherwise) : fromEnvironment;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the same sentence
        }
        throw new CannotStart("TCTF_PORT is '%s'; set it to a number from 0 to 65535.".formatted(text), null);
    }

    private static Mode mode(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "dev" -> Mode.DEV;
            case "prod" -> Mode.PROD;
            default -> throw new CannotStart("TCTF_MODE is '%s'; set it to dev or prod.".formatted(text), null);
        };
    }

    private static URI uri(String name, String text, String example) {
        try {
            URI uri = new URI(text.strip());
            if (uri.getScheme() != null && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException notAnAddress) {
            // falls through to the same sentence, which doesn't repeat the text: it may hold a password
        }
        throw new CannotStart("%s is not an address; it looks like %s.".formatted(name, example), null);
    }
}
