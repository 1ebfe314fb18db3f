package org.tctf.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tctf.builtinidentity.AccessTokens;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.HashingCost;
import org.tctf.builtinidentity.ProviderSettings;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.bus.EmbeddedBus;
import org.tctf.bus.EmbeddedScheduler;
import org.tctf.contracts.ScratchFolder;
import org.tctf.embedded.LocalReports;
import org.tctf.embedded.LocalSockets;
import org.tctf.embedded.MailSettings;
import org.tctf.embedded.Mode;
import org.tctf.embedded.RunningPlatform;
import org.tctf.embedded.Settings;
import org.tctf.flags.FlagFile;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.Codec;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.event.RetryPolicy;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.mail.Mailbox;
import org.tctf.mail.ReceivedMail;
import org.tctf.phone.Handset;
import org.tctf.phone.ReceivedMessage;

/**
 * The in-process runner: every service on the test class path behind real HTTP, its events serialised, validated and
 * delivered by the embedded bus. The clock stands until the test moves it; retries follow in milliseconds; passwords are
 * hashed at the least cost.
 */
public final class TestPlatform implements Platform {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RetryPolicy QUICK = new RetryPolicy(Duration.ofMillis(10), Duration.ofMillis(100));

    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    private final MutableClock clock;
    private final SeenFacts facts = new SeenFacts();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final boolean isTemporary;
    private final RunningPlatform platform;

    private TestPlatform(Path folder, boolean isTemporary, Instant now, boolean isRateLimited) {
        this.folder = folder;
        this.isTemporary = isTemporary;
        clock = new MutableClock(now);
        URI publicUrl = URI.create("http://127.0.0.1:8080");
        platform = RunningPlatform.start(
                new Settings(0, folder, Mode.DEV, MailSettings.MAILBOX, publicUrl, 0, isRateLimited)
                        .withFirstAdmin(FIRST_ADMIN),
                clock,
                facts,
                QUICK,
                new ProviderSettings(TokenTerms.LOCAL, HashingCost.LEAST, 2));
    }

    /** Starts it with all services on the class path, in a folder of its own. */
    public static TestPlatform start() {
        return start(true);
    }

    /** Starts one that takes any number of requests from one address: for many sentences about one route. */
    public static TestPlatform startWithoutRateLimits() {
        return start(false);
    }

    static TestPlatform start(boolean isRateLimited) {
        try {
            return new TestPlatform(Files.createTempDirectory("tctf-test"), true, START, isRateLimited);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    /** Starts it on the data folder that another process has left, at the time that it is now, without rate limits. */
    public static TestPlatform on(Path data) {
        return new TestPlatform(data, false, Instant.now(), false);
    }

    @Override
    public MutableClock clock() {
        return clock;
    }

    @Override
    public void advance(Duration by) {
        clock.advance(by);
        platform.bean(EmbeddedBus.class).wake();
        platform.bean(EmbeddedScheduler.class).wake();
        platform.bean(LocalSockets.class).sweep();
    }

    @Override
    public Caller anonymous() {
        return new Caller(http, platform.address(), Map.of());
    }

    @Override
    public Caller as(String memberId, Role... roles) {
        Set<Role> all = roles.length == 0 ? Set.of(Role.MEMBER) : Set.of(roles);
        AccessTokens tokens = platform.bean(BuiltinIdentity.class).accessTokens();
        return anonymous().token(tokens.issue(new Principal(memberId, all, "test-session", clock.instant())));
    }

    @Override
    public TestSocket connect(URI url, Map<String, String> headers) {
        String here = "ws://%s%s?%s".formatted(platform.address().getAuthority(), url.getPath(), url.getQuery());
        return TestSocket.open(http, URI.create(here), headers);
    }

    @Override
    public void deliver(Envelope fact) {
        platform.bean(EmbeddedBus.class).publish(List.of(Outgoing.fact(fact)));
    }

    @Override
    public List<Envelope> published(String type) {
        settle();
        return Waiting.upTo(PATIENCE, "a fact " + type).until(() -> facts.of(type), found -> !found.isEmpty());
    }

    @Override
    public List<Envelope> settled(String type) {
        settle();
        return facts.of(type);
    }

    /** First the schedules: what one of them has raised is under way on the bus before it ends. */
    @Override
    public void settle() {
        Waiting.upTo(PATIENCE, "the queues and schedules to settle")
                .until(() -> platform.bean(EmbeddedScheduler.class).isQuiet()
                        && platform.bean(EmbeddedBus.class).isQuiet());
    }

    @Override
    public List<ReceivedMail> mailbox(String to) {
        settle();
        return platform.bean(Mailbox.class).newest(new EmailAddress(to), null, 100);
    }

    @Override
    public List<PhoneMessage> phone(String number) {
        settle();
        return platform.bean(Handset.class).newest(new PhoneNumber(number), null, 100).stream()
                .map(ReceivedMessage::message)
                .toList();
    }

    @Override
    public void reports(ServiceDefinition sender, Mail mail, DeliveryReport.Fate fate) {
        platform.bean(LocalReports.class).report(mail.reportedTo(sender.name()), fate, "mailbox");
        settle();
    }

    @Override
    public void reports(ServiceDefinition sender, PhoneMessage message, DeliveryReport.Fate fate) {
        platform.bean(LocalReports.class).report(message.reportedTo(sender.name()), fate, "handset");
        settle();
    }

    @Override
    public Optional<ReceivedMail> mail(String id) {
        settle();
        return platform.bean(Mailbox.class).get(id);
    }

    @Override
    public Codec codec() {
        return platform.bean(JacksonCodec.class);
    }

    @Override
    public IdentityProvider identity() {
        return platform.bean(BuiltinIdentity.class);
    }

    @Override
    public Encryption encryption() {
        return platform.bean(Encryption.class);
    }

    @Override
    public void runSchedule(String name) {
        platform.bean(EmbeddedScheduler.class).runNow(name);
    }

    @Override
    public URI reach(URI address) {
        return platform.address().resolve(address.getRawPath() + "?" + address.getRawQuery());
    }

    @Override
    public void turn(ServiceDefinition service, String flag, boolean isOn) {
        String line = "%s.%s=%s\n".formatted(service.name(), flag, isOn ? "on" : "off");
        try {
            Files.writeString(platform.bean(Settings.class).flags(), line);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        advance(FlagFile.KNOWN_FOR);
    }

    @Override
    public URI address() {
        return platform.address();
    }

    public <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    @Override
    public void close() {
        http.close();
        platform.close();
        if (isTemporary) {
            new ScratchFolder(folder).close();
        }
    }
}
