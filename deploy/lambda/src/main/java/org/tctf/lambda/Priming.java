package org.tctf.lambda;

import io.micronaut.context.BeanContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tctf.flags.PolledFlags;
import org.tctf.kernel.event.Inbox;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.ServiceTable;

/** What every way in does before a snapshot is taken, beside its own. */
final class Priming {
    private static final int ROUNDS = 10;

    private Priming() {}

    /** A token of the right shape by a key that there is not. */
    static String token() {
        return Stream.of("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"priming\"}", "{}", "no signature")
                .map(part ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    /** Asks how the flags stand, for the connection's sake: after a restore they are asked for again. */
    static void flags(BeanContext beans, ServiceDefinition service) {
        if (!service.flags().isEmpty()) {
            beans.getBean(PolledFlags.class).all();
        }
    }

    /** Connects to the table, signs, reads and parses, without an effect. */
    static void read(ServiceTable table) {
        for (int round = 0; round < ROUNDS; round++) {
            table.get(Inbox.DONE.key("priming", Integer.toString(round)), Inbox.class);
        }
    }
}
