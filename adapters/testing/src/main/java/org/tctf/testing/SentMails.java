package org.tctf.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tctf.contracts.ReceivedMime;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.localaws.FakeSes;
import org.tctf.mail.ReceivedMail;
import org.tctf.ses.SesTransport;

/** The mails that SES took, read as their receivers read them. */
final class SentMails {
    private final FakeSes ses;
    private int forgotten;

    SentMails(FakeSes ses) {
        this.ses = ses;
    }

    /** Empties all boxes. */
    void forget() {
        forgotten = ses.delivered().size();
    }

    /** Each once, oldest first, with the number of times that it was sent. */
    List<ReceivedMail> all() {
        Map<String, ReceivedMail> byId = new LinkedHashMap<>();
        List<FakeSes.Delivered> taken = ses.delivered();
        for (FakeSes.Delivered delivered : taken.subList(forgotten, taken.size())) {
            String id = delivered.tags().getOrDefault(SesTransport.TAG, "");
            ReceivedMail before = byId.get(id);
            byId.put(
                    id,
                    before == null
                            ? new ReceivedMail(
                                    byId.size() + 1L,
                                    ReceivedMime.mail(delivered.source()),
                                    delivered.at(),
                                    1,
                                    Fate.DELIVERED)
                            : new ReceivedMail(
                                    before.number(),
                                    before.mail(),
                                    before.at(),
                                    before.deliveries() + 1,
                                    before.fate()));
        }
        return List.copyOf(byId.values());
    }
}
