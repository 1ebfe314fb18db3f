package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.application.AddressBook;
import org.tctf.communication.application.DeliveryLog;
import org.tctf.communication.application.PushBook;
import org.tctf.communication.application.WebhookBook;
import org.tctf.communication.domain.Address;
import org.tctf.communication.domain.Addressee;
import org.tctf.communication.domain.Contact;
import org.tctf.communication.domain.PushSubscription;
import org.tctf.communication.domain.Webhook;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTables;

/** A member gets their entry in the address book, and what was written to them. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    /** More than anybody is written to in the 90 days that a message is remembered. */
    private static final int MOST = 10_000;

    private static final int PAGE = 100;

    /** A message as its reader may know it: what it said, they have. */
    record Written(String template, String language, Address to, Instant queuedAt) {}

    private final AddressBook addressBook;
    /** A webhook without its secret, which its owner has. */
    record KeptWebhook(URI url, Instant createdAt) {

        static KeptWebhook of(Webhook webhook) {
            return new KeptWebhook(webhook.url(), webhook.createdAt());
        }
    }

    /** A browser without its endpoint and keys, which are good for nothing but to write to its owner. */
    record KeptBrowser(@Nullable String device, String service, Instant createdAt) {
        static KeptBrowser of(PushSubscription subscription) {
            return new KeptBrowser(subscription.device(), subscription.service(), subscription.createdAt());
        }
    }

    private final WebhookBook webhookBook;
    private final PushBook pushBook;
    private final DeliveryLog log;

    public OnDataExportRequested(
            AddressBook addressBook,
            WebhookBook webhookBook,
            PushBook pushBook,
            DeliveryLog log,
            ServiceTables tables,
            Codec codec,
            Encryption encryption) {
        super(CommunicationService.DEFINITION, tables, codec, encryption);
        this.addressBook = addressBook;
        this.webhookBook = webhookBook;
        this.pushBook = pushBook;
        this.log = log;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        Map<String, Object> kept = new LinkedHashMap<>();
        Addressee addressee = addressBook.find(memberId).orElse(null);
        if (addressee instanceof Contact contact) {
            kept.put("contact", contact);
        }
        kept.put(
                "webhooks",
                webhookBook.of(memberId).webhooks().stream()
                        .map(KeptWebhook::of)
                        .toList());
        kept.put(
                "browsers",
                pushBook.of(memberId).subscriptions().stream()
                        .map(KeptBrowser::of)
                        .toList());
        kept.put("messages", written(memberId));
        return kept;
    }

    private List<Written> written(String memberId) {
        return Page.read(
                MOST,
                cursor -> log.ofMember(memberId, PAGE, cursor)
                        .map(message -> new Written(
                                message.template(),
                                message.to().language().tag(),
                                message.to().address(),
                                message.queuedAt())));
    }
}
