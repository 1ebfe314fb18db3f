package org.tctf.app.console.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.flags.PolledFlags;
import org.tctf.flags.TurnedFlag;

/** The flags of all services, as they stand. They are turned where they are kept, not here. */
@ConsoleOnly
@PermitAll
@Controller("/console/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FlagsApi {

    /**
     * Flags, and where they are turned.
     *
     * @param complaints what is wrong with what was written there
     */
    record Flags(String source, List<String> complaints, List<Row> items) {}

    /** How one flag stands, and who says so. */
    record Row(String service, String name, String question, boolean isOn, boolean isOnByDefault, String from) {

        static Row of(TurnedFlag turned) {
            return new Row(
                    turned.service(),
                    turned.flag().name(),
                    turned.flag().question(),
                    turned.isOn(),
                    turned.flag().isOnByDefault(),
                    turned.from());
        }
    }

    private final PolledFlags flags;

    FlagsApi(PolledFlags flags) {
        this.flags = flags;
    }

    @Get("/flags")
    Flags flags() {
        List<Row> rows = flags.all().stream().map(Row::of).toList();
        return new Flags(flags.source(), flags.complaints(), rows);
    }
}
