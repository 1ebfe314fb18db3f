package org.tctf.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theCostOfAMonthIsATable() {
        assertThat(run("cost", "--prices", "prices.json", "--requests", "1e6", "--memory", "1024", "--duration", "20"))
                .isZero();
        assertThat(out.toString())
                .contains("VERIFY")
                .contains("| API Gateway, requests | 1,000,000 | request | 3.50 |")
                .contains("| **all** | | | **")
                .contains("pays from 60 % utilisation: 30.0 requests a second");
    }

    @Test
    void whatIsMissingIsSaidWithTheUsage() {
        assertThat(run("cost")).isEqualTo(2);
        assertThat(err.toString()).contains("--prices").contains("--requests");
    }

    @Test
    void whatCannotBeIsSaidInOneSentence() {
        assertThat(run("cost", "--prices", "prices.json", "--requests", "1", "--memory", "64"))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("tctf: 64 MB: a function has 128 to 10,240 MB");
    }

    @Test
    void everyCommandSaysWhatItIsFor() {
        for (CommandLine command : Main.commandLine().getSubcommands().values()) {
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(command.getCommandName())
                    .isNotEmpty();
            assertThat(command.getCommandSpec().options())
                    .allMatch(option -> option.description().length > 0, "has a description");
        }
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
