package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.KeepContact;
import org.tctf.communication.domain.QuietHours;
import org.tctf.kernel.Language;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A member has other wishes about language and channels. */
@Singleton
public class OnPreferencesChanged implements EventConsumer<OnPreferencesChanged.PreferencesChanged> {

    /**
     * What this service reads of the fact.
     *
     * @param timeZone IANA name; UTC when absent, or one that this Java runtime does not know
     * @param channels the channels that are wanted, by topic
     */
    public record PreferencesChanged(
            String userId,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable Quiet quietHours,
            Map<String, Set<String>> channels) {
        /** From when until when. */
        public record Quiet(LocalTime from, LocalTime to) {}

        @Nullable
        QuietHours quiet() {
            return quietHours == null ? null : new QuietHours(quietHours.from(), quietHours.to(), zone(timeZone));
        }

        private static ZoneId zone(@Nullable String name) {
            try {
                return name == null ? ZoneOffset.UTC : ZoneId.of(name);
            } catch (DateTimeException unknown) {
                return ZoneOffset.UTC;
            }
        }
    }

    private final KeepContact keepContact;

    public OnPreferencesChanged(KeepContact keepContact) {
        this.keepContact = keepContact;
    }

    @Override
    public void on(PreferencesChanged event, Envelope envelope) {
        keepContact.keep(
                event.userId(),
                contact -> contact.prefers(
                        Language.of(event.language()), event.channels(), event.quiet(), envelope.aggregateVersion()));
    }
}
