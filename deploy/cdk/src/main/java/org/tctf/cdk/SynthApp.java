package org.tctf.cdk;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code SynthApp --stage STAGE --out FOLDER [--service NAME]}, in the checkout's folder: writes the templates of a stage,
 * of one service or {@code platform}, or of all, and says how large they are. Exit code 1 and one sentence when it cannot.
 */
public final class SynthApp {

    private SynthApp() {}

    /** What was asked for. */
    record Asked(String stage, Path out, Optional<String> service) {

        static Asked of(List<String> arguments) {
            @Nullable String stage = null;
            @Nullable String out = null;
            @Nullable String service = null;
            for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
                String option = words.next();
                if (!words.hasNext()) {
                    throw new IllegalArgumentException("%s has no value".formatted(option));
                }
                switch (option) {
                    case "--stage" -> stage = words.next();
                    case "--out" -> out = words.next();
                    case "--service" -> service = words.next();
                    default ->
                        throw new IllegalArgumentException(
                                "%s is not known; use --stage STAGE --out FOLDER [--service NAME]".formatted(option));
                }
            }
            if (stage == null || out == null) {
                throw new IllegalArgumentException("say --stage STAGE and --out FOLDER");
            }
            return new Asked(stage, Path.of(out), Optional.ofNullable(service));
        }
    }

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try {
            Asked asked = Asked.of(List.of(arguments));
            Path root = Path.of("").toAbsolutePath();
            StageSettings settings = StageSettings.read(root, asked.stage());
            List<Synthesis.Made> made = new Synthesis(settings, Apis.ofAllServices(), new Artifacts(root))
                    .into(asked.out().toAbsolutePath(), asked.service());
            for (Synthesis.Made stack : made) {
                out.printf("%-40s %4d resources %8d bytes%n", stack.stack(), stack.resources(), stack.bytes());
            }
            out.printf("%d templates in %s%n", made.size(), asked.out());
        } catch (IllegalArgumentException | IllegalStateException sentence) {
            fail(sentence.getMessage());
        } catch (IOException unwritable) {
            fail(unwritable.toString());
        }
    }

    private static void fail(@Nullable String sentence) {
        System.err.println("tctf: " + sentence);
        System.exit(1);
    }
}
