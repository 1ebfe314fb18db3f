package org.tctf.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.event.Envelope;

/** Facts as other services publish them. */
final class Facts {
    private static final JacksonCodec CODEC = new JacksonCodec();

    private Facts() {}

    static Envelope signUpStarted(String member, LocalDate day) {
        return about("SIGN_UP_STARTED", member, day);
    }

    static Envelope signUpConfirmed(String member, LocalDate day) {
        return about("SIGN_UP_CONFIRMED", member, day);
    }

    static Envelope userCreated(String member, LocalDate day) {
        return about("USER_CREATED", member, day);
    }

    static Envelope profileCompleted(String member, LocalDate day) {
        return about("PROFILE_COMPLETED", member, day);
    }

    static Envelope signedIn(String member, LocalDate day) {
        return about("SIGNED_IN", member, day);
    }

    static Envelope userErased(String member, LocalDate day) {
        return fact("USER_ERASED", member, "service:auth-user", day, Map.of("userId", member));
    }

    static Envelope postPublished(String author, LocalDate day) {
        return fact("POST_PUBLISHED", UUID.randomUUID().toString(), author, day, Map.of("authorId", author));
    }

    static Envelope paymentReceived(String amount, String currency, LocalDate day) {
        return fact(
                "PAYMENT_RECEIVED",
                UUID.randomUUID().toString(),
                "service:billing",
                day,
                Map.of("amount", Map.of("amount", amount, "currency", currency)));
    }

    /** A fact that another one led to: it carries who began, who did nothing more. */
    static Envelope consequence(String type, String actor, LocalDate day) {
        Envelope fact = fact(type, UUID.randomUUID().toString(), actor, day, Map.of());
        return new Envelope(
                fact.id(),
                fact.source(),
                fact.type(),
                fact.version(),
                fact.time(),
                fact.subject(),
                fact.dataschema(),
                fact.aggregateVersion(),
                fact.correlationId(),
                UUID.randomUUID().toString(),
                actor,
                null,
                fact.data());
    }

    private static Envelope about(String type, String member, LocalDate day) {
        return fact(type, member, "anonymous", day, Map.of("userId", member));
    }

    private static Envelope fact(String type, String subject, String actor, LocalDate day, Map<String, ?> data) {
        String id = UUID.randomUUID().toString();
        Instant time = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Envelope(
                id,
                "elsewhere",
                type,
                1,
                time,
                subject,
                Envelope.schemaPath(type, 1),
                1,
                id,
                null,
                actor,
                null,
                CODEC.toJson(data));
    }
}
