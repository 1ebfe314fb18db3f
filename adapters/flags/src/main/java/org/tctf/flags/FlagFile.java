package org.tctf.flags;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * Flags in a file of lines such as {@code auth-core.sign-up-open=off}; one that is not there turns none. It is read anew each
 * time it is asked: it is small, and neither a clock that is set back nor a file of the same size hides a change.
 */
public record FlagFile(Path path) implements FlagSource {
    /** How long what it said is taken for what it says. */
    public static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** The flags of these services, as the file has them. */
    public static PolledFlags flags(Path path, List<ServiceDefinition> services, InstantSource clock) {
        return new PolledFlags(new FlagFile(path), services, clock, KNOWN_FOR, PATIENCE);
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public Optional<Map<String, String>> read() {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            lines.load(reader);
        } catch (NoSuchFileException nothingTurned) {
            return Optional.of(Map.of());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Unavailable(
                    "%s cannot be read (%s); make it lines such as service.flag=off".formatted(path, unreadable),
                    unreadable);
        }
        Map<String, String> turned = new HashMap<>();
        lines.stringPropertyNames()
                .forEach(key -> turned.put(key, lines.getProperty(key).strip()));
        return Optional.of(turned);
    }
}
