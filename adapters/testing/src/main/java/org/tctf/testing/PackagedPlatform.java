package org.tctf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tctf.appconfig.AppConfigFlags;
import org.tctf.blueprint.FunctionKind;
import org.tctf.blueprint.ScheduledRun;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.service.Schedule;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.localaws.FakeGateway;
import org.tctf.mail.ReceivedMail;

/**
 * The third runner: the service of the module under test as its package, run by AWS's own runtime interface client, one
 * process for each function, fed by a local Lambda; DynamoDB Local, Event Ruler and wire-true stand-ins behind it. Its
 * processes live as long as this JVM; each {@link #start} begins with empty tables, queues and mailboxes.
 */
final class PackagedPlatform implements Platform {
    /** Longer than the start of two functions, one after the other, on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalCloud cloud;
    private final Functions functions;
    private final EventSource events;
    private final FakeGateway gateway;
    private final GatewayDocument document;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JacksonCodec codec = new JacksonCodec();
    private final Map<Schedule, Instant> lastRuns = new HashMap<>();

    private PackagedPlatform(LocalCloud cloud, Functions functions) {
        this.cloud = cloud;
        this.functions = functions;
        events = cloud.events(functions);
        document = GatewayDocument.ofService(cloud.service().name());
        gateway = new FakeGateway(this::answer);
        cloud.sockets().feed(event -> functions.call(FunctionKind.SOCKET, event));
        cloud.service().schedules().forEach(schedule -> lastRuns.put(schedule, clock().instant()));
    }

    static Platform start(boolean isRateLimited) {
        LocalCloud cloud = LocalCloud.shared();
        cloud.empty();
        return new PackagedPlatform(cloud, cloud.functions(isRateLimited));
    }

    @Override
    public MutableClock clock() {
        return cloud.clock();
    }

    @Override
    public void advance(Duration by) {
        clock().advance(by);
        lastRuns.forEach((schedule, last) -> {
            if (!clock().instant().isBefore(last.plus(schedule.every()))) {
                runSchedule(schedule.name());
            }
        });
    }

    @Override
    public Caller anonymous() {
        return new Caller(http, gateway.address(), Map.of());
    }

    @Override
    public Caller as(String memberId, Role... roles) {
        Set<Role> all = roles.length == 0 ? Set.of(Role.MEMBER) : Set.of(roles);
        return anonymous().token(cloud.tokens().issue(new Principal(memberId, all, "test-session", clock().instant())));
    }

    @Override
    public TestSocket connect(URI url, Map<String, String> headers) {
        return TestSocket.open(http, url, headers);
    }

    @Override
    public void deliver(Envelope fact) {
        cloud.bus().publish(List.of(Outgoing.fact(fact)));
    }

    @Override
    public List<Envelope> published(String type) {
        settle();
        return Waiting.upTo(PATIENCE, "a fact " + type).until(() -> facts(type), found -> !found.isEmpty());
    }

    @Override
    public List<Envelope> settled(String type) {
        settle();
        return facts(type);
    }

    @Override
    public void settle() {
        Waiting.upTo(PATIENCE, "the functions to settle")
                .until(() -> events.isQuiet() && cloud.sockets().isQuiet());
    }

    @Override
    public List<ReceivedMail> mailbox(String to) {
        settle();
        return cloud.mails().stream()
                .filter(received -> received.mail().to().value().equals(to))
                .toList()
                .reversed();
    }

    @Override
    public List<PhoneMessage> phone(String number) {
        settle();
        return cloud.phoned().stream()
                .filter(message -> message.to().value().equals(number))
                .toList()
                .reversed();
    }

    /** SES says so only where the service's stack has it do that. */
    @Override
    public void reports(ServiceDefinition sender, Mail mail, DeliveryReport.Fate fate) {
        cloud.reports(mail.id(), fate);
        settle();
    }

    @Override
    public void reports(ServiceDefinition sender, PhoneMessage message, DeliveryReport.Fate fate) {
        cloud.reports(message, fate);
        settle();
    }

    @Override
    public Optional<ReceivedMail> mail(String id) {
        settle();
        return cloud.mails().stream()
                .filter(received -> received.mail().id().equals(id))
                .findFirst();
    }

    @Override
    public void runSchedule(String name) {
        Schedule schedule = cloud.service().schedules().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        lastRuns.put(schedule, clock().instant());
        try {
            functions.call(FunctionKind.SCHEDULES, JSON.readTree(ScheduledRun.event(schedule)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public Codec codec() {
        return codec;
    }

    @Override
    public IdentityProvider identity() {
        return cloud.identity();
    }

    @Override
    public Encryption encryption() {
        return cloud.encryption();
    }

    @Override
    public URI reach(URI address) {
        return address;
    }

    @Override
    public void turn(ServiceDefinition service, String flag, boolean isOn) {
        cloud.turn(flag, isOn);
        advance(AppConfigFlags.KNOWN_FOR);
    }

    @Override
    public URI address() {
        return gateway.address();
    }

    /** The functions stay, for the next test. */
    @Override
    public void close() {
        cloud.sockets().clear();
        settle();
        gateway.close();
        http.close();
    }

    private List<Envelope> facts(String type) {
        return cloud.facts().stream().filter(fact -> fact.type().equals(type)).toList();
    }

    /**
     * As the gateway does it: the document says which operations anybody may call, whatever their Authorization header is about;
     * to the others whoever brings a token is let through by the authorizer first. What the document does not have is left to
     * the function, which says that it is not there.
     */
    private JsonNode answer(JsonNode request) {
        String token = request.at("/multiValueHeaders/Authorization/0").asText();
        return switch (document.guard(
                request.path("httpMethod").asText(), request.path("path").asText())) {
            case NONE -> functions.call(FunctionKind.API, request);
            case TOKEN -> token.isEmpty() ? refusal("UNAUTHENTICATED", "Unauthenticated") : authorized(request, token);
            case UNKNOWN -> token.isEmpty() ? functions.call(FunctionKind.API, request) : authorized(request, token);
        };
    }

    private JsonNode authorized(JsonNode request, String token) {
        return isLetThrough(token)
                ? functions.call(FunctionKind.API, request)
                : refusal("INVALID_TOKEN", "Invalid token");
    }

    private static JsonNode refusal(String code, String title) {
        ObjectNode problem =
                JSON.createObjectNode().put("code", code).put("status", 401).put("title", title);
        return JSON.createObjectNode().put("statusCode", 401).put("body", problem.toString());
    }

    private boolean isLetThrough(String token) {
        ObjectNode event = JSON.createObjectNode()
                .put("type", "TOKEN")
                .put("authorizationToken", token)
                .put("methodArn", "arn:aws:execute-api:eu-west-1:000000000000:local/live/GET/");
        return functions
                .call(FunctionKind.AUTHORIZER, event)
                .at("/policyDocument/Statement/0/Effect")
                .asText()
                .equals("Allow");
    }
}
