package org.tctf.messagingconsumers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.mail.Mail;
import org.tctf.mail.Mailbox;
import org.tctf.mail.ReceivedMail;
import org.tctf.messagingconsumers.adapter.events.OnEmailChanged;
import org.tctf.messagingconsumers.adapter.events.OnMailReport;
import org.tctf.messagingconsumers.adapter.events.OnPreferencesChanged;
import org.tctf.messagingconsumers.adapter.events.OnSignUpConfirmed;
import org.tctf.messagingconsumers.adapter.events.OnUserErased;
import org.tctf.messagingconsumers.application.campaign.CampaignPlans;
import org.tctf.messagingconsumers.application.campaign.CancelCampaign;
import org.tctf.messagingconsumers.application.campaign.DraftCampaign;
import org.tctf.messagingconsumers.application.campaign.ListCampaigns;
import org.tctf.messagingconsumers.application.campaign.PauseCampaign;
import org.tctf.messagingconsumers.application.campaign.RecordEngagement;
import org.tctf.messagingconsumers.application.campaign.ResumeCampaign;
import org.tctf.messagingconsumers.application.campaign.ScheduleCampaign;
import org.tctf.messagingconsumers.application.campaign.ShowProgress;
import org.tctf.messagingconsumers.application.campaign.StartDueCampaigns;
import org.tctf.messagingconsumers.application.subscriber.ConfirmSubscription;
import org.tctf.messagingconsumers.application.subscriber.CreateList;
import org.tctf.messagingconsumers.application.subscriber.CreateSegment;
import org.tctf.messagingconsumers.application.subscriber.EndSubscription;
import org.tctf.messagingconsumers.application.subscriber.ExportSubscribers;
import org.tctf.messagingconsumers.application.subscriber.FindSubscriber;
import org.tctf.messagingconsumers.application.subscriber.ForgetMember;
import org.tctf.messagingconsumers.application.subscriber.ImportSubscribers;
import org.tctf.messagingconsumers.application.subscriber.JoinList;
import org.tctf.messagingconsumers.application.subscriber.LearnLanguage;
import org.tctf.messagingconsumers.application.subscriber.LearnMember;
import org.tctf.messagingconsumers.application.subscriber.LeaveList;
import org.tctf.messagingconsumers.application.subscriber.MoveMember;
import org.tctf.messagingconsumers.application.subscriber.OwnAddress;
import org.tctf.messagingconsumers.application.subscriber.RequestSubscription;
import org.tctf.messagingconsumers.application.subscriber.ShowImport;
import org.tctf.messagingconsumers.application.subscriber.ShowOwnSubscriptions;
import org.tctf.messagingconsumers.application.subscriber.SuppressAddress;
import org.tctf.messagingconsumers.application.subscriber.SuppressReported;
import org.tctf.messagingconsumers.application.template.CreateTemplate;
import org.tctf.messagingconsumers.application.template.PreviewTemplate;
import org.tctf.messagingconsumers.application.template.PublishTemplate;
import org.tctf.messagingconsumers.domain.campaign.Counts;
import org.tctf.messagingconsumers.domain.subscriber.Attributes;
import org.tctf.messagingconsumers.domain.subscriber.Condition;
import org.tctf.messagingconsumers.domain.subscriber.Import;
import org.tctf.messagingconsumers.domain.subscriber.Membership;
import org.tctf.messagingconsumers.domain.subscriber.Profile;
import org.tctf.messagingconsumers.domain.subscriber.Rule;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;
import org.tctf.messagingconsumers.domain.template.Wording;
import org.tctf.messagingconsumers.domain.template.Wordings;
import org.tctf.testing.Refused;

/** The service as its use cases. */
final class PlainMessagingConsumers implements MessagingConsumers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mailbox mailbox;
    private final Bench it;

    PlainMessagingConsumers(Bench it, Mailbox mailbox) {
        this.it = it;
        this.mailbox = mailbox;
    }

    @Override
    public String list(String name, boolean isPublic) {
        return asked(() -> new CreateList(it.lists, it.bench.ids(), it.bench.clock())
                .create(it.staff, name, "", isPublic)
                .listId());
    }

    @Override
    public void subscribe(String email, Map<String, String> said, String... listIds) {
        Map<String, String> attributes = new HashMap<>(said);
        String name = attributes.remove("name");
        String language = attributes.remove("language");
        boolean mayTrack = attributes.remove("mayTrack") != null;
        done(() -> new RequestSubscription(it.lists, it.requests)
                .request(
                        new EmailAddress(email),
                        Set.of(listIds),
                        new Profile(name, Language.of(language), new Attributes(attributes), mayTrack)));
        advance(Duration.ofSeconds(1));
    }

    @Override
    public List<Mail> mailbox(String email) {
        return mailbox.newest(new EmailAddress(email), null, 100).stream()
                .map(ReceivedMail::mail)
                .toList();
    }

    @Override
    public void reports(Mail mail, DeliveryReport.Fate fate) {
        it.bench.deliver(
                new OnMailReport(new SuppressReported(it.suppressions, it.addressIds, it.bench.clock())),
                new DeliveryReport(mail.id(), mail.to(), fate, "mailbox"));
    }

    @Override
    public void confirm(String token) {
        done(() -> new ConfirmSubscription(it.links, it.subscribers, it.suppressions, it.bench.clock()).confirm(token));
    }

    @Override
    public void leave(String token, boolean isAll) {
        done(() -> new EndSubscription(it.links, it.subscribers, it.bench.clock()).end(token, isAll));
    }

    @Override
    public @Nullable String follow(String token) {
        return asked(() -> new RecordEngagement(it.links, it.engagements, it.bench.clock())
                .record(token)
                .map(URI::toString)
                .orElse(""));
    }

    @Override
    public Map<String, String> subscriptions(String email) {
        Map<String, String> states = new HashMap<>();
        find(email)
                .subscriber()
                .map(Subscriber::lists)
                .orElse(Map.of())
                .forEach((list, state) ->
                        states.put(list, state.getClass().getSimpleName().toUpperCase(Locale.ROOT)));
        return states;
    }

    @Override
    public Map<String, String> own(String memberId) {
        Map<String, String> states = new HashMap<>();
        mine(memberId).standings().forEach(standing -> {
            Membership membership = standing.membership();
            states.put(
                    standing.list().listId(),
                    membership == null
                            ? "NONE"
                            : membership.getClass().getSimpleName().toUpperCase(Locale.ROOT));
        });
        return states;
    }

    @Override
    public String ownSuppression(String memberId) {
        Suppression.Reason reason = mine(memberId).suppressed();
        return reason == null ? "" : reason.name();
    }

    @Override
    public void join(String memberId, String listId) {
        done(() -> new JoinList(it.lists, ownAddress(), it.subscribers, it.suppressions, it.bench.clock())
                .join(member(memberId), listId));
    }

    @Override
    public void leaveAsMember(String memberId, String listId) {
        done(() -> new LeaveList(ownAddress(), it.subscribers, it.bench.clock()).leave(member(memberId), listId));
    }

    @Override
    public JsonNode bring(String listId, String file) {
        String id = asked(() -> new ImportSubscribers(it.lists, it.files, it.imports, it.bench.ids(), it.bench.clock())
                .start(it.staff, listId, "a test", file)
                .importId());
        Import done = new ShowImport(it.imports).show(it.staff, id);
        ObjectNode json =
                JSON.createObjectNode().put("imported", done.imported()).put("skipped", done.skipped());
        json.set("faults", JSON.valueToTree(done.faults()));
        return json;
    }

    @Override
    public String export() {
        ExportSubscribers export = new ExportSubscribers(it.subscribers, it.files);
        StringBuilder all = new StringBuilder();
        String cursor = null;
        do {
            ExportSubscribers.Part part = export.export(it.staff, 100, cursor);
            all.append(part.file());
            cursor = part.nextCursor();
        } while (cursor != null);
        return all.toString();
    }

    @Override
    public void suppress(String email, String reason) {
        done(() -> new SuppressAddress(it.suppressions, it.addressIds, it.bench.clock())
                .suppress(it.staff, new EmailAddress(email), Suppression.Reason.valueOf(reason)));
    }

    @Override
    public String suppressed(String email) {
        return find(email)
                .suppression()
                .map(suppression -> suppression.reason().name())
                .orElse("");
    }

    @Override
    public String segment(String field, String value) {
        Condition condition = new Condition(field, Condition.Test.ONE_OF, Set.of(value));
        Rule rule = new Rule(Rule.Match.ALL, List.of(new Rule.Group(Rule.Match.ANY, List.of(condition))));
        return asked(() -> new CreateSegment(it.segments, it.bench.ids(), it.bench.clock())
                .create(it.staff, value, rule)
                .segmentId());
    }

    @Override
    public String template(String subject, String text, String html, @Nullable String german) {
        Map<Language, Wording> wordings = new EnumMap<>(Language.class);
        wordings.put(Language.EN, new Wording(subject, text, html));
        if (german != null) {
            wordings.put(
                    Language.DE,
                    new Wording(german, text.replace("Hello", "Hallo").replace("news", "Neues"), html));
        }
        return asked(() -> new CreateTemplate(it.templates, it.bench.ids(), it.bench.clock())
                .create(it.staff, subject, new Wordings(wordings))
                .templateId());
    }

    @Override
    public void publish(String templateId) {
        done(() -> new PublishTemplate(it.templates, it.renderer).publish(it.staff, templateId));
    }

    @Override
    public String preview(String templateId, String language, Map<String, String> reader) {
        return asked(() -> new PreviewTemplate(it.templates, it.renderer, Bench.PUBLIC_URL)
                .preview(it.staff, templateId, Language.of(language), reader)
                .rendered()
                .subject());
    }

    @Override
    public String draft(String templateId, String listId, @Nullable String segmentId, boolean tracks) {
        return asked(() -> new DraftCampaign(it.campaigns, it.plans, it.bench.ids(), it.bench.clock())
                .draft(it.staff, new CampaignPlans.Plan("A campaign", templateId, Set.of(listId), segmentId, tracks))
                .campaignId());
    }

    @Override
    public void schedule(String campaignId, @Nullable Instant at) {
        done(() -> new ScheduleCampaign(it.campaigns, it.templates, it.segments, it.bench.clock())
                .schedule(it.staff, campaignId, at));
    }

    @Override
    public void pause(String campaignId) {
        done(() -> new PauseCampaign(it.campaigns, it.bench.clock()).pause(it.staff, campaignId));
    }

    @Override
    public void resume(String campaignId) {
        done(() -> new ResumeCampaign(it.campaigns, it.lanes, it.bench.clock()).resume(it.staff, campaignId));
    }

    @Override
    public void cancel(String campaignId) {
        done(() -> new CancelCampaign(it.campaigns, it.bench.clock()).cancel(it.staff, campaignId));
    }

    @Override
    public JsonNode progress(String campaignId) {
        ShowProgress.Standing standing =
                new ShowProgress(it.campaigns, it.lanes, it.engagements, it.bench.clock()).show(it.staff, campaignId);
        Counts counts = standing.progress().counts();
        ObjectNode json = JSON.createObjectNode()
                .put("state", standing.campaign().phase().word())
                .put("total", counts.total())
                .put("sent", counts.sent())
                .put("opened", standing.seen().opened())
                .put("clicked", standing.seen().clicked())
                .put("bounced", standing.seen().bounced())
                .put("complained", standing.seen().complained());
        return json;
    }

    @Override
    public void signedUp(String memberId, String email, String plan, String country, String language) {
        deliver(
                new OnSignUpConfirmed(new LearnMember(it.members, it.subscribers, it.addressIds, it.bench.clock())),
                new OnSignUpConfirmed.SignUpConfirmed(
                        memberId, new EmailAddress(email), "Ada", plan, null, country, null, language),
                1);
    }

    @Override
    public void emailChanged(String memberId, String email, long accountVersion) {
        deliver(
                new OnEmailChanged(new MoveMember(it.members, it.subscribers, it.addressIds, it.bench.clock())),
                new OnEmailChanged.EmailChanged(memberId, new EmailAddress(email)),
                accountVersion);
    }

    @Override
    public void languageChosen(String memberId, String language, long accountVersion) {
        deliver(
                new OnPreferencesChanged(new LearnLanguage(it.members, it.subscribers)),
                new OnPreferencesChanged.PreferencesChanged(memberId, language),
                accountVersion);
    }

    @Override
    public void erased(String memberId) {
        deliver(new OnUserErased(new ForgetMember(it.members)), new OnUserErased.UserErased(memberId), 1);
    }

    @Override
    public List<JsonNode> facts(String type) {
        return it.bench.payloads(type);
    }

    @Override
    public Instant now() {
        return it.bench.clock().instant();
    }

    @Override
    public void advance(Duration by) {
        it.bench.clock().advance(by);
        new StartDueCampaigns(it.campaigns, it.startCampaign, it.bench.clock()).run();
        it.work();
    }

    @Override
    public String refusalOfMember() {
        try {
            new ListCampaigns(it.campaigns).list(member("member"), 20, null);
            return "let in";
        } catch (Problem refused) {
            return refused.code();
        }
    }

    @Override
    public void close() {
        mailbox.close();
        it.close();
    }

    private ShowOwnSubscriptions.Own mine(String memberId) {
        return asked(() -> new ShowOwnSubscriptions(it.lists, ownAddress(), it.suppressions).show(member(memberId)));
    }

    private OwnAddress ownAddress() {
        return new OwnAddress(it.members, it.subscribers);
    }

    private Principal member(String memberId) {
        return new Principal(memberId, Set.of(Role.MEMBER), "session", now());
    }

    private FindSubscriber.Found find(String email) {
        return new FindSubscriber(it.subscribers, it.suppressions, it.addressIds)
                .find(it.staff, new EmailAddress(email));
    }

    private <E> void deliver(EventConsumer<E> consumer, E event, long version) {
        Envelope one = it.bench.envelope(consumer, event);
        it.bench.deliver(
                consumer,
                new Envelope(
                        one.id(),
                        one.source(),
                        one.type(),
                        one.version(),
                        one.time(),
                        one.subject(),
                        one.dataschema(),
                        version,
                        one.correlationId(),
                        one.causationId(),
                        one.actor(),
                        one.traceparent(),
                        one.data()));
        it.work();
    }

    private void done(Runnable act) {
        asked(() -> {
            act.run();
            return "";
        });
    }

    private <T> T asked(Supplier<T> question) {
        T answer = Refused.asked(question);
        it.work();
        return answer;
    }
}
