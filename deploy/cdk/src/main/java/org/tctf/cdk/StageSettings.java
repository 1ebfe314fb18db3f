package org.tctf.cdk;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tctf.blueprint.Stage;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * What differs between the installations of the platform: {@code deploy/cdk/stages/<stage>.properties}.
 *
 * @param publicUrl address in links that leave by mail, and the issuer of access tokens
 * @param mailFrom the sender of all mail; its domain is an identity that is verified in SES
 * @param phoneOrigin ARN of the number, or the pool of numbers, that text messages and calls come from; none = there are none
 * @param firstAdmin whoever has confirmed this address becomes ADMIN while there is none
 * @param alarmMail who gets alarms by mail
 * @param corsOrigins web origins whose pages may call the APIs; none = no page of another origin may
 * @param requestsPerSecond that an API takes before it throttles, all callers together
 * @param burst that it takes at once
 * @param requestsPerAddress that the web ACL lets one address send in five minutes
 * @param provisioned environments that are always warm, for the APIs of critical services; 0 = SnapStart for them too
 * @param collectorLayer ARN of AWS's OpenTelemetry layer in the stage's region, which takes spans to X-Ray; none = X-Ray
 *     shows the functions, and nothing inside them
 * @param logsKept for how long
 * @param archiveDays for how many days facts can be replayed
 * @param monthlyBudget in US dollars
 * @param unusualCost US dollars above what is usual, from which somebody is told
 * @param runbooks what the address of a page in this repository begins with
 */
public record StageSettings(
        Stage stage,
        String publicUrl,
        String mailFrom,
        Optional<String> phoneOrigin,
        Optional<String> firstAdmin,
        Optional<String> alarmMail,
        List<String> corsOrigins,
        int requestsPerSecond,
        int burst,
        int requestsPerAddress,
        int provisioned,
        Optional<String> collectorLayer,
        RetentionDays logsKept,
        int archiveDays,
        int monthlyBudget,
        int unusualCost,
        String runbooks) {

    /**
     * Reads a stage's file.
     *
     * @throws IllegalArgumentException when it is not there, or something in it makes no sense; the message says what does
     */
    public static StageSettings read(Path root, String name) throws IOException {
        Stage stage = new Stage(name);
        Path file = root.resolve("deploy/cdk/stages/%s.properties".formatted(name));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "%s is not there; copy the file of another stage and change what differs".formatted(file));
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        Lines lines = new Lines(file, properties);
        StageSettings settings = new StageSettings(
                stage,
                lines.text("public.url"),
                lines.text("mail.from"),
                lines.optional("phone.origin"),
                lines.optional("admin.first"),
                lines.optional("alarms.mail"),
                lines.optional("cors.origins").stream()
                        .flatMap(all -> Stream.of(all.split(",")))
                        .map(String::strip)
                        .toList(),
                lines.number("api.requests-per-second"),
                lines.number("api.burst"),
                lines.number("web-acl.requests-per-address"),
                lines.number("functions.provisioned"),
                lines.optional("functions.collector-layer"),
                lines.retention("logs.kept"),
                lines.number("archive.days"),
                lines.number("cost.monthly-budget"),
                lines.number("cost.unusual"),
                lines.optional("runbooks").orElse(""));
        lines.nothingElse();
        return settings;
    }

    /** The domain that mail comes from. */
    public String mailDomain() {
        return mailFrom.replaceAll(".*@", "").replaceAll(">.*", "");
    }

    /** The file's lines, each of which is to be asked for once. */
    private record Lines(Path file, Properties properties) {

        Optional<String> optional(String key) {
            return Optional.ofNullable((String) properties.remove(key))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }

        String text(String key) {
            return optional(key)
                    .orElseThrow(() -> new IllegalArgumentException("%s: %s is missing".formatted(file, key)));
        }

        int number(String key) {
            String text = text(key);
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException notOne) {
                throw new IllegalArgumentException("%s: %s is a number, not '%s'".formatted(file, key, text), notOne);
            }
        }

        RetentionDays retention(String key) {
            String text = text(key);
            try {
                return RetentionDays.valueOf(text);
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(
                        "%s: %s is ONE_WEEK, ONE_MONTH, THREE_MONTHS, ONE_YEAR …, not '%s'".formatted(file, key, text),
                        unknown);
            }
        }

        void nothingElse() {
            if (!properties.isEmpty()) {
                throw new IllegalArgumentException(
                        "%s: nobody knows %s".formatted(file, new TreeSet<>(properties.keySet())));
            }
        }
    }
}
