package org.tctf.localaws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** Where the build found DynamoDB Local: written by the module {@code dynamodb-local}. */
record DynamoDbLocalJars(String classPath, String version) {

    /** Absent when the build left it out. */
    static Optional<DynamoDbLocalJars> ofThisBuild() {
        try (InputStream place = DynamoDbLocalJars.class.getResourceAsStream("/dynamodb-local.classpath");
                InputStream facts = DynamoDbLocalJars.class.getResourceAsStream("/dynamodb-local.properties")) {
            if (place == null || facts == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(facts);
            // The class path of an earlier build may still lie there.
            return properties.getProperty("switch").equals("off")
                    ? Optional.empty()
                    : Optional.of(new DynamoDbLocalJars(
                            new String(place.readAllBytes(), StandardCharsets.UTF_8).strip(),
                            properties.getProperty("version")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
