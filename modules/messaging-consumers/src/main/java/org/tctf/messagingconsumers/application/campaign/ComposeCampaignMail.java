package org.tctf.messagingconsumers.application.campaign;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tctf.kernel.Language;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.messagingconsumers.application.Links;
import org.tctf.messagingconsumers.application.template.Renderer;
import org.tctf.messagingconsumers.application.template.Vocabulary;
import org.tctf.messagingconsumers.domain.campaign.Campaign;
import org.tctf.messagingconsumers.domain.campaign.Recipient;
import org.tctf.messagingconsumers.domain.link.Link;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.template.Wordings;

/** Makes the mail that one subscriber gets of a campaign, with the way out where mail programs look for it. */
@Singleton
public class ComposeCampaignMail {
    private final Renderer renderer;
    private final Links links;
    private final PublicUrl publicUrl;

    public ComposeCampaignMail(Renderer renderer, Links links, PublicUrl publicUrl) {
        this.renderer = renderer;
        this.links = links;
        this.publicUrl = publicUrl;
    }

    /** @throws Renderer.NotRendered when the template asks for something that this reader does not have */
    public Mail compose(Campaign campaign, Wordings wordings, Recipient recipient, Subscriber reader) {
        Language spoken = wordings.spokenTo(reader.profile().language());
        Set<String> through = campaign.audience().through(reader);
        String out = publicUrl
                .at(
                        "/v1/subscriptions/unsubscribe",
                        "token",
                        links.seal(new Link.Leave(reader.subscriberId(), through, campaign.campaignId())))
                .toString();
        Renderer.Rendered rendered = renderer.render(wordings.in(spoken), Vocabulary.of(reader, spoken, out));
        String html = campaign.tracks() && reader.profile().mayTrack()
                ? new TrackedLinks(links, publicUrl, reader.subscriberId(), campaign.campaignId(), out)
                        .in(rendered.html())
                : rendered.html();
        return new Mail(
                recipient.mailId(),
                reader.email(),
                oneLine(rendered.subject()),
                rendered.text(),
                html,
                headers(campaign, spoken, through, out));
    }

    private Map<String, String> headers(Campaign campaign, Language spoken, Set<String> through, String out) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Language", spoken.tag());
        // RFC 2369 §3.2 and RFC 8058 §3.1: the mail program's own button.
        headers.put("List-Unsubscribe", "<" + out + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        // RFC 2919: one mail has one id, so the first list stands for all that it came through.
        through.stream()
                .findFirst()
                .ifPresent(listId -> headers.put(
                        "List-Id", "<%s.%s>".formatted(listId, publicUrl.base().getHost())));
        // What Gmail groups its statistics by; it must not tell one reader from another.
        headers.put("Feedback-ID", campaign.campaignId() + ":campaign:tctf");
        headers.put("Precedence", "bulk");
        return headers;
    }

    // Names are the readers' own words: they must not start another header.
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
