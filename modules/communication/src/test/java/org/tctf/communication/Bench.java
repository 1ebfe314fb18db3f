package org.tctf.communication;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tctf.communication.adapter.carrier.MailCarriers;
import org.tctf.communication.adapter.carrier.PhoneProviders;
import org.tctf.communication.adapter.events.OnAccountLocked;
import org.tctf.communication.adapter.events.OnCodeRequested;
import org.tctf.communication.adapter.events.OnDeliveryReport;
import org.tctf.communication.adapter.events.OnDigestDue;
import org.tctf.communication.adapter.events.OnEmailChanged;
import org.tctf.communication.adapter.events.OnEmailVerificationRequested;
import org.tctf.communication.adapter.events.OnEraseMessages;
import org.tctf.communication.adapter.events.OnOnboardingNudgeDue;
import org.tctf.communication.adapter.events.OnPhoneVerificationRequested;
import org.tctf.communication.adapter.events.OnPostHook;
import org.tctf.communication.adapter.events.OnPreferencesChanged;
import org.tctf.communication.adapter.events.OnPushDue;
import org.tctf.communication.adapter.events.OnSecurityEvent;
import org.tctf.communication.adapter.events.OnSendMessage;
import org.tctf.communication.adapter.events.OnSendPush;
import org.tctf.communication.adapter.events.OnSendUnhurried;
import org.tctf.communication.adapter.events.OnSessionLost;
import org.tctf.communication.adapter.events.OnSignUpRepeated;
import org.tctf.communication.adapter.events.OnSignedOut;
import org.tctf.communication.adapter.events.OnUserCreated;
import org.tctf.communication.adapter.events.OnUserErased;
import org.tctf.communication.adapter.mustache.MustacheTemplates;
import org.tctf.communication.adapter.push.Vapid;
import org.tctf.communication.adapter.store.TableAddressBook;
import org.tctf.communication.adapter.store.TableMessages;
import org.tctf.communication.adapter.store.TablePushBook;
import org.tctf.communication.adapter.store.TablePushKey;
import org.tctf.communication.adapter.store.TablePushQueue;
import org.tctf.communication.adapter.store.TableWebhooks;
import org.tctf.communication.application.Carriers;
import org.tctf.communication.application.ComposeMail;
import org.tctf.communication.application.ComposePhoneMessage;
import org.tctf.communication.application.ComposePost;
import org.tctf.communication.application.ComposePush;
import org.tctf.communication.application.EraseMessagesOfMember;
import org.tctf.communication.application.FindMessages;
import org.tctf.communication.application.ForgetMember;
import org.tctf.communication.application.GiveUpOverdueMessages;
import org.tctf.communication.application.HookCarrier;
import org.tctf.communication.application.KeepContact;
import org.tctf.communication.application.ListPushSubscriptions;
import org.tctf.communication.application.ListWebhooks;
import org.tctf.communication.application.NotifyOwner;
import org.tctf.communication.application.PushCarrier;
import org.tctf.communication.application.PushToMember;
import org.tctf.communication.application.QueueMessage;
import org.tctf.communication.application.RecordDeliveryReport;
import org.tctf.communication.application.RegisterPushSubscription;
import org.tctf.communication.application.RegisterWebhook;
import org.tctf.communication.application.RemovePushSubscription;
import org.tctf.communication.application.RemoveWebhook;
import org.tctf.communication.application.SendQueuedMessage;
import org.tctf.communication.application.SendQueuedPush;
import org.tctf.communication.application.ShowMessage;
import org.tctf.communication.application.StopPushingToSessions;
import org.tctf.communication.application.WelcomeMember;
import org.tctf.communication.application.WriteToMember;
import org.tctf.communication.domain.BrowserSubscription;
import org.tctf.communication.domain.HookUrl;
import org.tctf.communication.domain.MailedCode;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.SecurityEvent;
import org.tctf.communication.domain.State;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.Problem;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.phone.PhoneTransports;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.mail.Mailbox;
import org.tctf.mail.ReceivedMail;
import org.tctf.phone.Handset;
import org.tctf.phone.ReceivedMessage;
import org.tctf.testing.Workbench;

/** The service put together by hand, over a workbench. */
final class Bench implements Communication {
    static final PublicUrl PUBLIC_URL = new PublicUrl(URI.create("http://127.0.0.1:8080"));

    private final Workbench bench;
    private final Mailbox mailbox;
    private final Handset handset;
    private final TableMessages messages;
    private final TableWebhooks webhooks;
    private final TablePushBook pushBook;
    private final Vapid vapid;
    private final List<HookCarrier.Post> posted = new ArrayList<>();
    private final List<PushCarrier.Push> pushed = new ArrayList<>();
    private Function<PushCarrier.Push, PushCarrier.Outcome> pushService =
            push -> new PushCarrier.Outcome.Taken("web-push");
    private final SendQueuedMessage sendQueuedMessage;
    private final SendQueuedPush sendQueuedPush;
    private final Map<String, EventConsumer<?>> consumers;
    private final EventConsumer<?>[] workers;
    private final OnSendPush pushes;

    Bench(Workbench bench, Mailbox mailbox, Handset handset, MailTransports transports, PhoneTransports phones) {
        this.bench = bench;
        this.handset = handset;
        this.mailbox = mailbox;
        messages = new TableMessages(bench.tables());
        webhooks = new TableWebhooks(bench.tables());
        pushBook = new TablePushBook(bench.tables());
        vapid = new Vapid(new TablePushKey(bench.tables()), bench.encryption(), PUBLIC_URL, bench.clock());
        TableAddressBook addressBook = new TableAddressBook(bench.tables(), bench.clock());
        QueueMessage queueMessage = new QueueMessage(messages, bench.clock());
        NotifyOwner notifyOwner = new NotifyOwner(addressBook, queueMessage);
        WriteToMember writeToMember = new WriteToMember(addressBook, webhooks, pushBook, messages, bench.clock());
        KeepContact keepContact = new KeepContact(addressBook);
        MustacheTemplates templates = new MustacheTemplates(PUBLIC_URL);
        ComposeMail composeMail = new ComposeMail(templates, bench.encryption(), PUBLIC_URL, bench.clock());
        sendQueuedPush = new SendQueuedPush(
                messages,
                pushBook,
                new ComposePush(composeMail, templates, bench.encryption(), bench.codec()),
                this::push,
                pushBook,
                new TablePushQueue(bench.tables()),
                bench.clock());
        sendQueuedMessage = new SendQueuedMessage(
                messages,
                composeMail,
                new ComposePhoneMessage(templates, bench.encryption(), bench.clock()),
                new MailCarriers(transports, BreakerStates.inMemory(), bench.clock()),
                new PhoneProviders(phones, BreakerStates.inMemory(), bench.clock()),
                new ComposePost(webhooks, bench.encryption(), bench.codec(), bench.clock()),
                this::post,
                bench.clock());
        consumers = new HashMap<>(Map.of(
                "EMAIL_VERIFICATION_REQUESTED", new OnEmailVerificationRequested(queueMessage),
                "SIGN_UP_REPEATED", new OnSignUpRepeated(notifyOwner),
                "USER_CREATED", new OnUserCreated(new WelcomeMember(addressBook, bench.clock())),
                "ACCOUNT_LOCKED", new OnAccountLocked(notifyOwner),
                "ONBOARDING_NUDGE_DUE", new OnOnboardingNudgeDue(writeToMember),
                "DIGEST_DUE", new OnDigestDue(writeToMember),
                "EMAIL_CHANGED", new OnEmailChanged(keepContact),
                "PREFERENCES_CHANGED", new OnPreferencesChanged(keepContact),
                "USER_ERASED", new OnUserErased(new ForgetMember(addressBook))));
        consumers.put("PUSH_DUE", new OnPushDue(new PushToMember(addressBook, pushBook, messages, bench.clock())));
        StopPushingToSessions stopPushing = new StopPushingToSessions(pushBook);
        consumers.put("SIGNED_OUT", new OnSignedOut(stopPushing));
        OnSessionLost onSessionLost = new OnSessionLost(stopPushing, writeToMember);
        OnSessionLost.TYPES.forEach(type -> consumers.put(type, onSessionLost));
        consumers.put("PHONE_VERIFICATION_REQUESTED", new OnPhoneVerificationRequested(notifyOwner));
        OnCodeRequested onCodeRequested = new OnCodeRequested(notifyOwner);
        MailedCode.types().forEach(type -> consumers.put(type, onCodeRequested));
        OnSecurityEvent onSecurityEvent = new OnSecurityEvent(writeToMember);
        SecurityEvent.types().forEach(type -> consumers.put(type, onSecurityEvent));
        pushes = new OnSendPush(sendQueuedPush);
        workers = new EventConsumer<?>[] {
            new OnSendMessage(sendQueuedMessage),
            new OnSendUnhurried(sendQueuedMessage),
            new OnPostHook(sendQueuedMessage),
            new OnEraseMessages(new EraseMessagesOfMember(messages))
        };
    }

    @Override
    public void happened(Fact fact) {
        EventConsumer<?> consumer = consumers.get(fact.type());
        if (consumer == null) {
            throw new IllegalArgumentException("nobody here reacts to " + fact.type());
        }
        bench.deliver(consumer, envelope(fact));
        bench.work(workers);
        bench.workDue(pushes);
    }

    /** Somebody redrives the command of a message. */
    void redrive(String messageId) {
        sendQueuedMessage.send(messageId);
    }

    /** The same for a push. */
    void redrivePush(String messageId) {
        sendQueuedPush.send(messageId);
    }

    void giveUpOverdueMessages() {
        new GiveUpOverdueMessages(messages, bench.clock()).run();
    }

    @Override
    public List<Mail> mailbox(String address) {
        return mailbox.newest(new EmailAddress(address), null, 100).stream()
                .map(ReceivedMail::mail)
                .toList();
    }

    @Override
    public void reports(Mail mail, DeliveryReport.Fate fate) {
        heard(new DeliveryReport(mail.id(), mail.to(), fate, "mailbox"));
    }

    @Override
    public void reports(PhoneMessage message, DeliveryReport.Fate fate) {
        heard(new DeliveryReport(message.id(), fate, "handset"));
    }

    private void heard(DeliveryReport report) {
        bench.deliver(new OnDeliveryReport(new RecordDeliveryReport(messages, bench.clock())), report);
    }

    @Override
    public String fate(Caller caller, String messageId) {
        Message message = new ShowMessage(messages).show(principal(caller), messageId);
        return message.state() instanceof State.Sent(var at, var provider, DeliveryReport.Fate fate) ? fate.name() : "";
    }

    @Override
    public List<PhoneMessage> phone(String number) {
        return handset.newest(new PhoneNumber(number), null, 100).stream()
                .map(ReceivedMessage::message)
                .toList();
    }

    @Override
    public int deliveries(String mailId) {
        return mailbox.get(mailId).orElseThrow().deliveries();
    }

    @Override
    public List<String> published(String type) {
        return bench.raised(type).stream().map(Envelope::data).toList();
    }

    @Override
    public List<String> log(Caller caller, String memberId) {
        return answered(() -> new FindMessages(messages)
                .find(principal(caller), new FindMessages.Filter(memberId, null, null), 20, null).items().stream()
                        .map(Bench::state)
                        .toList());
    }

    @Override
    public String look(Caller caller, String messageId) {
        return answered(() -> state(new ShowMessage(messages).show(principal(caller), messageId)));
    }

    @Override
    public String addWebhook(Caller caller, String url) {
        var register =
                new RegisterWebhook(webhooks, bench.encryption(), bench.ids(), bench.clock(), new SecureRandom());
        return answered(() -> register.register(principal(caller), HookUrl.of(url)))
                .webhook()
                .id();
    }

    @Override
    public List<String> webhooks(Caller caller) {
        return new ListWebhooks(webhooks)
                .of(principal(caller)).stream()
                        .map(webhook -> webhook.url().toString())
                        .toList();
    }

    @Override
    public void removeWebhook(Caller caller, String id) {
        answered(() -> {
            new RemoveWebhook(webhooks).remove(principal(caller), id);
            return id;
        });
    }

    @Override
    public String pushKey(Caller caller) {
        return vapid.publicKey();
    }

    @Override
    public String addBrowser(Caller caller, Browser browser) {
        var register = new RegisterPushSubscription(pushBook, bench.encryption(), bench.codec(), bench.clock());
        return answered(() -> register.register(
                        principal(caller),
                        BrowserSubscription.of(browser.endpoint(), browser.p256dh(), browser.auth()),
                        browser.device(),
                        null))
                .id();
    }

    @Override
    public List<String> browsers(Caller caller) {
        return new ListPushSubscriptions(pushBook)
                .of(principal(caller)).stream()
                        .map(one -> one.device() + " by " + one.service())
                        .toList();
    }

    @Override
    public void removeBrowser(Caller caller, String id) {
        answered(() -> {
            new RemovePushSubscription(pushBook).remove(principal(caller), id);
            return id;
        });
    }

    /** What was pushed, oldest first. */
    List<PushCarrier.Push> pushed() {
        return pushed;
    }

    /** What push services answer from now on. */
    void pushServicesAnswer(Function<PushCarrier.Push, PushCarrier.Outcome> answer) {
        pushService = answer;
    }

    /** Time passes, and what is to be pushed by then is. */
    void passes(Duration time) {
        bench.clock().advance(time);
        bench.workDue(pushes);
    }

    /** What was posted, oldest first. */
    List<HookCarrier.Post> posted() {
        return posted;
    }

    @Override
    public Encrypted encrypt(String purpose, String text) {
        return bench.encryption().encrypt(purpose, text);
    }

    @Override
    public Instant now() {
        return bench.clock().instant();
    }

    @Override
    public void advance(Duration by) {
        bench.clock().advance(by);
    }

    @Override
    public void close() {
        mailbox.close();
        handset.close();
        bench.close();
    }

    private Envelope envelope(Fact fact) {
        return new Envelope(
                fact.id(),
                "elsewhere",
                fact.type(),
                1,
                now(),
                "subject",
                Envelope.schemaPath(fact.type(), 1),
                fact.aggregateVersion(),
                fact.id(),
                null,
                "service:elsewhere",
                null,
                bench.codec().toJson(fact.payload()));
    }

    private PushCarrier.Outcome push(PushCarrier.Push push) {
        PushCarrier.Outcome outcome = pushService.apply(push);
        pushed.add(push);
        return outcome;
    }

    private Carriers.Outcome post(HookCarrier.Post post) {
        posted.add(post);
        return new Carriers.Outcome.Taken("webhook", List.of());
    }

    private Principal principal(Caller caller) {
        return new Principal(
                caller.memberId(), Stream.of(caller.roles()).collect(Collectors.toSet()), "test-session", now());
    }

    private static String state(Message message) {
        return message.state().getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (Problem refused) {
            throw new Refused(refused.code());
        }
    }
}
