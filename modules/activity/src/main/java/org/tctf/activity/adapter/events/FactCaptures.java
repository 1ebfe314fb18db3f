package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.tctf.activity.ActivityService;
import org.tctf.activity.application.CaptureFact;
import org.tctf.activity.domain.Happening;
import org.tctf.kernel.Codec;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/**
 * Every fact of every service but this one: a notification about a notification would never end. Which fields count is
 * up to the rules, so they are read by name; a test holds the rules against the publishers' schemas.
 */
@Singleton
public final class FactCaptures implements EventConsumer<Envelope> {
    private final CaptureFact captureFact;
    private final Codec codec;

    public FactCaptures(CaptureFact captureFact, Codec codec) {
        this.captureFact = captureFact;
        this.codec = codec;
    }

    @Override
    public void on(Envelope event, Envelope envelope) {
        if (envelope.source().equals(ActivityService.DEFINITION.name())) {
            return;
        }
        captureFact.capture(new Happening(
                envelope.id(), envelope.type(), envelope.time(), envelope.actor(), fields(envelope.data())));
    }

    private Map<String, String> fields(String data) {
        Map<String, String> fields = new HashMap<>();
        Map<?, ?> all = codec.fromJson(data, Map.class);
        all.forEach((name, value) -> {
            if (value instanceof String || value instanceof Number) {
                fields.put(name.toString(), value.toString());
            }
        });
        return fields;
    }
}
