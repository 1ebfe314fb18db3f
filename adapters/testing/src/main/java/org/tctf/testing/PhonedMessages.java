package org.tctf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.tctf.endusermessaging.EndUserMessaging;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.phone.Medium;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.localaws.FakeEndUserMessaging;

/** What End User Messaging took, as its receivers see it; none says its language. */
final class PhonedMessages {
    private final FakeEndUserMessaging messaging;
    private int forgotten;

    PhonedMessages(FakeEndUserMessaging messaging) {
        this.messaging = messaging;
    }

    void forget() {
        forgotten = messaging.delivered().size();
    }

    /** Oldest first, each as often as it was sent. */
    List<PhoneMessage> all() {
        List<FakeEndUserMessaging.Delivered> taken = messaging.delivered();
        return taken.subList(forgotten, taken.size()).stream()
                .map(PhonedMessages::message)
                .toList();
    }

    private static PhoneMessage message(FakeEndUserMessaging.Delivered taken) {
        JsonNode context = taken.request().path("Context");
        return new PhoneMessage(
                context.path(EndUserMessaging.CONTEXT).asText(),
                taken.isVoice() ? Medium.CALL : Medium.SMS,
                new PhoneNumber(taken.to()),
                Locale.ROOT,
                taken.body());
    }
}
