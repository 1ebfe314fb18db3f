package org.tctf.localaws;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tctf.contracts.ScratchFolder;

/**
 * S3Proxy (Apache License 2.0) in a process of its own, one for all tests of this JVM. It proves signatures, also those of
 * pre-signed addresses, and knows conditional writes; it has no life cycles, and encrypts nothing.
 */
public final class LocalS3 {
    /** Key id and secret. */
    public static final String CREDENTIALS = "local";

    private static final String MAIN = "org.tctf.s3proxy.S3Server";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static @Nullable LocalS3 shared;

    private final Path buckets;
    private final URI endpoint;

    private LocalS3(Path buckets, URI endpoint) {
        this.buckets = buckets;
        this.endpoint = endpoint;
    }

    /** Started when first asked for; ends with this JVM. */
    public static synchronized LocalS3 shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** What a client takes as endpoint override, or a process as {@code AWS_ENDPOINT_URL_S3}. */
    public URI endpoint() {
        return endpoint;
    }

    /** Makes a bucket, or empties it. */
    public void bucket(String name) {
        Path bucket = buckets.resolve(name);
        new ScratchFolder(bucket).close();
        try {
            Files.createDirectories(bucket);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    private static LocalS3 start() {
        try {
            Path home = ScratchFolder.untilExit("tctf-s3-");
            Path buckets = Files.createDirectory(home.resolve("buckets"));
            Path port = home.resolve("port");
            ChildJvm child = ChildJvm.start(classPath(), MAIN, List.of(buckets.toString(), port.toString()));
            return new LocalS3(buckets, URI.create("http://127.0.0.1:" + answer(child, port)));
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private static String answer(ChildJvm child, Path port) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (child.isAlive() && System.nanoTime() < end) {
            if (Files.exists(port)) {
                return Files.readString(port);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        child.stop();
        throw new IllegalStateException("S3Proxy does not start; it said:\n" + child.said());
    }

    /** Where the build found it: written by the module {@code s3proxy}. */
    private static String classPath() throws IOException {
        URI there;
        try (InputStream jars = LocalS3.class.getResourceAsStream("/s3proxy.classpath")) {
            if (jars == null) {
                throw new IllegalStateException("the module s3proxy is not on the class path");
            }
            there = URI.create(String.valueOf(LocalS3.class.getResource("/s3proxy.classpath")));
            return place(there) + File.pathSeparator + new String(jars.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** The module's folder of classes, or its jar. */
    private static String place(URI resource) {
        String text = resource.toString();
        int jar = text.indexOf("!/");
        return jar < 0
                ? Path.of(resource).resolveSibling("").toString()
                : Path.of(URI.create(text.substring("jar:".length(), jar))).toString();
    }
}
