package org.tctf.kernel.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact (or one command of a service to itself) as it travels: CloudEvents 1.0 in JSON, extension attributes in
 * lower case ({@code correlationid} …).
 *
 * @param id UUIDv7; the same at every redelivery, so the inbox goes by it
 * @param source the publishing service's name
 * @param type past-tense UPPER_SNAKE, {@code USER_CREATED}
 * @param version of the type's schema, from 1
 * @param subject the aggregate's id
 * @param dataschema the schema's path in the publisher's module
 * @param aggregateVersion the aggregate's version after the fact; order by it, never by arrival
 * @param correlationId the same in everything that one request led to
 * @param causationId the event that led to this one, if one did
 * @param actor who did it
 * @param traceparent W3C Trace Context, if traced
 * @param data the fact itself, a JSON object
 */
public record Envelope(
        String id,
        String source,
        String type,
        int version,
        Instant time,
        String subject,
        String dataschema,
        long aggregateVersion,
        String correlationId,
        @Nullable String causationId,
        String actor,
        @Nullable String traceparent,
        String data) {

    /** EventBridge takes at most 1 MB an entry; we keep to SQS's older 256 KB, which every target takes. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Where the schema of a type and version lies in its publisher's resources. */
    public static String schemaPath(String type, int version) {
        return "events/%s.v%d.json".formatted(type, version);
    }
}
