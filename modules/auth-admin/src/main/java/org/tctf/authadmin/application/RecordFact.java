package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.AuditEntry;
import org.tctf.authadmin.domain.AuditEntry.Outcome;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.Envelope;

/**
 * Keeps a fact of an authentication service in the audit log: all of them, also types that nobody has thought of yet. Of what
 * a fact says only ids, reasons and what is masked are taken; addresses, names, devices and everything encrypted are not.
 */
@Singleton
public class RecordFact {
    private static final String SERVICES = "auth-";
    private static final String OURSELVES = "auth-admin";
    private static final Set<String> FIELDS = Set.of(
            "address",
            "channel",
            "clientId",
            "deviceId",
            "endedSessions",
            "factor",
            "issuer",
            "kind",
            "method",
            "passkeyId",
            "proof",
            "proofs",
            "provider",
            "reason",
            "remaining",
            "scopes",
            "secondFactor",
            "sessionId",
            "sessionIds",
            "until");

    private final AuditLog log;
    private final Codec codec;

    public RecordFact(AuditLog log, Codec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** Our own facts are in the log already, with the acts that led to them. */
    public void record(Envelope fact) {
        if (fact.source().startsWith(SERVICES) && !fact.source().equals(OURSELVES)) {
            log.add(entry(fact));
        }
    }

    private AuditEntry entry(Envelope fact) {
        Map<?, ?> said = codec.fromJson(fact.data(), Map.class);
        Map<String, String> details = new TreeMap<>();
        FIELDS.forEach(field -> {
            Object value = said.get(field);
            if (value != null) {
                details.put(field, text(value));
            }
        });
        return new AuditEntry(
                fact.id(),
                fact.time(),
                fact.type(),
                Outcome.DONE,
                member(said.get("userId")),
                fact.actor(),
                null,
                details,
                fact.correlationId());
    }

    private static @Nullable String member(@Nullable Object userId) {
        return userId == null ? null : userId.toString();
    }

    private static String text(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(Objects::toString).collect(Collectors.joining(","))
                : value.toString();
    }
}
