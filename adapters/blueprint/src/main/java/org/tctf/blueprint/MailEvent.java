package org.tctf.blueprint;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * What Amazon SES publishes of a mail that it took, as far as services ask for it; the constants' names are SES's own for a
 * configuration set (SES Developer Guide, "Monitoring SES events using Amazon EventBridge").
 */
public enum MailEvent {
    DELIVERY("Delivery", "Email Delivered", Set.of(Fate.DELIVERED)),
    /** Of both kinds: permanent, and given up after hours of trying. */
    BOUNCE("Bounce", "Email Bounced", Set.of(Fate.BOUNCED, Fate.UNDELIVERED)),
    COMPLAINT("Complaint", "Email Complaint Received", Set.of(Fate.COMPLAINED));

    private final String eventType;
    private final String detailType;
    private final Set<Fate> tells;

    MailEvent(String eventType, String detailType, Set<Fate> tells) {
        this.eventType = eventType;
        this.detailType = detailType;
        this.tells = tells;
    }

    /** Those that tell the service something that it wants to hear. */
    public static List<MailEvent> of(ServiceDefinition service) {
        return Stream.of(values())
                .filter(event -> event.tells.stream().anyMatch(service.hearsOfDeliveries()::contains))
                .toList();
    }

    /** The event's {@code eventType}. */
    public String eventType() {
        return eventType;
    }

    /** What EventBridge calls it. */
    public String detailType() {
        return detailType;
    }
}
