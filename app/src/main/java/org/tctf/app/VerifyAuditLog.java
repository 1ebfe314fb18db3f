package org.tctf.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.application.VerifyAudit;
import org.tctf.authadmin.domain.Point;
import org.tctf.authadmin.domain.Verdict;
import org.tctf.embedded.CannotStart;
import org.tctf.embedded.RunningPlatform;
import org.tctf.embedded.Settings;

/**
 * {@code VerifyAuditLog [SEQ HASH]}: looks whether the audit log in the data folder is what was written, from where it begins
 * or from a point that was kept elsewhere. Exit code 0 when it is, 1 when it is not or cannot be looked at.
 */
public final class VerifyAuditLog {

    private VerifyAuditLog() {}

    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.read(System.getenv(), Path.of("")).onAnyPort();
            Verdict verdict;
            try (RunningPlatform platform = RunningPlatform.start(settings)) {
                verdict = whole(platform.bean(VerifyAudit.class), point(arguments));
            }
            System.out.println(sentence(verdict));
            System.exit(verdict.isIntact() ? 0 : 1);
        } catch (CannotStart sentence) {
            System.err.println("tctf: " + sentence.getMessage());
            System.exit(1);
        }
    }

    static Verdict whole(VerifyAudit verifyAudit, @Nullable Point known) {
        Verdict part = verifyAudit.verify(known);
        while (!part.isComplete()) {
            part = verifyAudit.verify(part.to());
        }
        return part;
    }

    static String sentence(Verdict verdict) {
        Verdict.Fault fault = verdict.fault();
        if (fault == null) {
            return "The audit log is what was written, to entry %d. Keep this elsewhere: %d %s"
                    .formatted(
                            verdict.to().seq(), verdict.to().seq(), verdict.to().hash());
        }
        return switch (fault) {
            case BROKEN_LINK -> "Entry %d was changed, moved or replaced.".formatted(next(verdict));
            case MISSING -> "Entry %d is missing.".formatted(next(verdict));
            case BEYOND_HEAD -> "Entry %d was added, not by us.".formatted(next(verdict));
            case FORGED_END -> "Where the audit log begins or ends was changed, not by us.";
        };
    }

    private static long next(Verdict verdict) {
        return verdict.to().seq() + 1;
    }

    private static @Nullable Point point(String[] arguments) {
        return arguments.length == 2 ? new Point(Long.parseLong(arguments[0]), arguments[1]) : null;
    }
}
