package org.tctf.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** How the platform is started, as {@code ./tctf run} does. */
final class Platform {
    static final String MAIN = "org.tctf.app.Main";
    static final String CLASS_PATH = "app/target/app-1.0.0-SNAPSHOT.jar:app/target/lib/*";
    static final Path AOT_CACHE = Path.of("app/target/tctf.aot");
    static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx128m",
            "-XX:ReservedCodeCacheSize=64m",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djdk.virtualThreadScheduler.parallelism=2",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining",
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=3000",
            "-XX:Tier4CompileThreshold=30000");

    private Platform() {}
}
