package org.tctf.activity.application;

import jakarta.inject.Singleton;
import org.tctf.activity.domain.Place;

/** Notes how far a member has read a conversation: of that they need not be told, and what they were told is read. */
@Singleton
public final class NoteReading {
    private final Recipients recipients;
    private final Readings readings;

    public NoteReading(Recipients recipients, Readings readings) {
        this.recipients = recipients;
        this.readings = readings;
    }

    public void note(String memberId, Place upTo) {
        if (!recipients.of(memberId).isErased()) {
            readings.note(memberId, upTo);
        }
    }
}
