package org.tctf.localaws;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The main class of a {@link ChildJvm}: calls the program's own main method, and ends the JVM as soon as its standard
 * input ends, because the operating system closes that when the parent dies, however it dies.
 */
final class Orphan {
    private Orphan() {}

    /** @param arguments the program's main class, then its arguments */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("watch parent").start(Orphan::endWithParent);
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    /** The folder or jar that this class comes from. */
    static Path place() {
        try {
            return Path.of(Orphan.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent says nothing; it only holds the other end.
            }
        } catch (IOException closed) {
            // Closed is ended.
        }
        Runtime.getRuntime().halt(0);
    }
}
