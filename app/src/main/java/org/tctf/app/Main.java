package org.tctf.app;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.tctf.embedded.CannotStart;
import org.tctf.embedded.Mode;
import org.tctf.embedded.RunningPlatform;
import org.tctf.embedded.Settings;
import org.tctf.sqlite.NativeLibrary;

/** Starts the platform and says where it is. Exit code 1 and one sentence when it cannot start. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try {
            Settings settings = Settings.read(System.getenv(), Path.of(""));
            // Before the first logger: the mode may stand in the settings file, which logging does not read.
            System.setProperty("tctf.mode", settings.mode().name());
            NativeLibrary.keepIn(settings.data());
            RunningPlatform platform = RunningPlatform.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, out), "stop"));
            sayReady(platform, settings, out);
        } catch (CannotStart sentence) {
            System.err.println("tctf: " + sentence.getMessage());
            System.exit(1);
        }
    }

    private static void sayReady(RunningPlatform platform, Settings settings, PrintStream out) {
        long sinceProcessStart = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        out.printf("TCTF is ready after %.2f s: %s%n", sinceProcessStart / 1000.0, platform.address());
        if (settings.mode() == Mode.DEV) {
            out.printf("  console  %s/console%n", platform.address());
        }
        out.printf("  health   %s/health%n", platform.address());
        out.printf("  data     %s%n", settings.data().toAbsolutePath());
        out.println("Stop it with Ctrl-C.");
    }

    private static void stop(RunningPlatform platform, PrintStream out) {
        platform.close();
        out.println("TCTF has stopped; everything is written down.");
    }
}
