package org.tctf.embedded;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/**
 * What can be set from outside, by environment or in the file {@code tctf.properties} of the working folder; the
 * environment wins.
 *
 * @param port on the loopback address; 0 takes any free one
 * @param data folder of the embedded storage, made when missing
 * @param flags file in which flags are turned; there need not be one
 * @param mail up to three servers, separated by commas, in {@code TCTF_SMTP_URL}, and {@code TCTF_MAIL_FROM}
 * @param publicUrl address in links that leave by mail; {@code https} there means that clients reach us by TLS only
 * @param trustedProxies how many reverse proxies of ours stand in front and append to {@code X-Forwarded-For}
 * @param isRateLimited off only for load tests; {@link Mode#PROD} refuses to start without
 * @param firstAdmin whoever has confirmed this address becomes ADMIN while there is none
 */
public record Settings(
        int port,
        Path data,
        Path flags,
        Mode mode,
        MailSettings mail,
        URI publicUrl,
        int trustedProxies,
        boolean isRateLimited,
        @Nullable EmailAddress firstAdmin) {
    private static final String FILE = "tctf.properties";
    private static final String FLAGS = "flags.properties";

    /** With the flags' file where it usually is, in the data folder, and without a first admin. */
    public Settings(
            int port,
            Path data,
            Mode mode,
            MailSettings mail,
            URI publicUrl,
            int trustedProxies,
            boolean isRateLimited) {
        this(port, data, data.resolve(FLAGS), mode, mail, publicUrl, trustedProxies, isRateLimited, null);
    }

    /** The same with a first admin. */
    public Settings withFirstAdmin(EmailAddress address) {
        return new Settings(port, data, flags, mode, mail, publicUrl, trustedProxies, isRateLimited, address);
    }

    /** The same on any free port: for a command that needs the platform, and nobody else to reach it. */
    public Settings onAnyPort() {
        return new Settings(0, data, flags, mode, mail, publicUrl, trustedProxies, isRateLimited, firstAdmin);
    }

    /** @throws CannotStart when a setting makes no sense */
    public static Settings read(Map<String, String> environment, Path workingFolder) {
        Properties file = file(workingFolder.resolve(FILE));
        int port = number("TCTF_PORT", value(environment, file, "TCTF_PORT", "8080"), 65_535);
        Mode mode = mode(value(environment, file, "TCTF_MODE", "dev"));
        Path data = workingFolder
                .resolve(value(environment, file, "TCTF_DATA", "./data"))
                .normalize();
        return new Settings(
                port,
                data,
                workingFolder
                        .resolve(value(
                                environment,
                                file,
                                "TCTF_FLAGS",
                                data.resolve(FLAGS).toString()))
                        .normalize(),
                mode,
                mail(
                        value(environment, file, "TCTF_SMTP_URL", ""),
                        value(environment, file, "TCTF_MAIL_FROM", MailSettings.MAILBOX.sender())),
                uri(
                        "TCTF_PUBLIC_URL",
                        value(environment, file, "TCTF_PUBLIC_URL", "http://127.0.0.1:" + port),
                        "https://tctf.example.org"),
                number("TCTF_TRUSTED_PROXIES", value(environment, file, "TCTF_TRUSTED_PROXIES", "0"), 10),
                isRateLimited(mode, value(environment, file, "TCTF_RATE_LIMITS", "on")),
                firstAdmin(value(environment, file, "TCTF_FIRST_ADMIN", "")));
    }

    private static @Nullable EmailAddress firstAdmin(String text) {
        try {
            return text.isBlank() ? null : new EmailAddress(text);
        } catch (Problem notAnAddress) {
            throw new CannotStart("TCTF_FIRST_ADMIN is '%s'; set it to an e-mail address.".formatted(text), null);
        }
    }

    private static MailSettings mail(String servers, String sender) {
        return new MailSettings(
                Stream.of(servers.split(",", -1))
                        .filter(text -> !text.isBlank())
                        .map(text -> uri("TCTF_SMTP_URL", text, "smtp://user:password@host:587"))
                        .toList(),
                sender);
    }

    private static boolean isRateLimited(Mode mode, String text) {
        boolean limited = !text.strip().equalsIgnoreCase("off");
        if (!limited && mode == Mode.PROD) {
            throw new CannotStart("TCTF_RATE_LIMITS is off, which is for load tests; remove it in prod.", null);
        }
        return limited;
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

    private static int number(String name, String text, int max) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 0 && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the same sentence
        }
        throw new CannotStart("%s is '%s'; set it to a number from 0 to %d.".formatted(name, text, max), null);
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
