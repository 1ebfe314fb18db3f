package org.tctf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Role;
import org.tctf.kernel.Codec;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.objects.UploadAddress;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.mail.ReceivedMail;

/**
 * A running platform with the services of the test's class path, as a behaviour test sees it: real HTTP, real events, a
 * clock that stands until the test moves it. The same sentences run on each kind: in one process ({@link TestPlatform}), or
 * as packaged functions beside a local Lambda ({@link PackagedPlatform}), which the build chooses by the system property
 * {@value #RUNNER}.
 */
public interface Platform extends AutoCloseable {
    /** {@code in-process} (unless said otherwise) or {@code packaged}. */
    String RUNNER = "tctf.runner";

    /** Whoever has confirmed it becomes ADMIN while there is none. */
    EmailAddress FIRST_ADMIN = new EmailAddress("first.admin@example.org");

    /** Starts the kind that the build asks for, with nothing in it. */
    static Platform start() {
        return start(true);
    }

    /** Starts one that takes any number of requests from one address: for many sentences about one route. */
    static Platform startWithoutRateLimits() {
        return start(false);
    }

    private static Platform start(boolean isRateLimited) {
        return switch (System.getProperty(RUNNER, "in-process")) {
            case "in-process" -> TestPlatform.start(isRateLimited);
            case "packaged" -> PackagedPlatform.start(isRateLimited);
            default -> throw new IllegalArgumentException(RUNNER + ": use in-process or packaged");
        };
    }

    MutableClock clock();

    /** Moves the clock, and lets what has become due happen. */
    void advance(Duration by);

    /** Somebody without a token. */
    Caller anonymous();

    /** A member with a fresh token of a session that nobody opened. */
    Caller as(String memberId, Role... roles);

    /**
     * Connects a device to a socket: takes a ticket, and connects to where it says.
     *
     * @param tickets the path that gives tickets
     * @throws TestSocket.Refused when the handshake is refused
     */
    default TestSocket connect(Caller caller, String tickets) {
        String url = caller.post(tickets).expect(201).json().path("url").asText();
        return connect(URI.create(url), Map.of());
    }

    /**
     * Connects a device.
     *
     * @param url as a ticket says it
     * @param headers as a browser or another client would send them
     * @throws TestSocket.Refused when the handshake is refused
     */
    TestSocket connect(URI url, Map<String, String> headers);

    /** A fact from a service that is not here. It is not checked against a schema: its publisher would have. */
    default Envelope fact(String type, int version, String subject, Map<String, ?> payload) {
        String id = UUID.randomUUID().toString();
        Envelope fact = new Envelope(
                id,
                "elsewhere",
                type,
                version,
                clock().instant(),
                subject,
                Envelope.schemaPath(type, version),
                1,
                id,
                null,
                "service:elsewhere",
                null,
                codec().toJson(payload));
        deliver(fact);
        return fact;
    }

    /** What a service answers to a member who wants a copy of their data: files by name. */
    default JsonNode exported(String service, String memberId) {
        String exportId = UUID.randomUUID().toString();
        fact(PersonalDataExport.REQUESTED, 1, exportId, Map.of("exportId", exportId, "userId", memberId));
        return Exports.read(settled("DATA_EXPORT_PREPARED"), exportId, service, codec(), encryption());
    }

    /** Publishes this very fact; the same one again is a redelivery. */
    void deliver(Envelope fact);

    /** The facts of one type that have been published once nothing is under way, in order; waits for the first. */
    List<Envelope> published(String type);

    /** The facts of one type that have been published once everything has settled; perhaps none. */
    List<Envelope> settled(String type);

    /** What the facts of one type say, once everything has settled. */
    default List<JsonNode> payloads(String type) {
        return Payloads.of(settled(type));
    }

    /** Waits until nothing is under way: what is left waits for its time, or is dead. */
    void settle();

    /** Mails to this address, newest first, once everything has settled. */
    List<ReceivedMail> mailbox(String to);

    /** Text messages and calls to this number, newest first, once everything has settled. */
    List<PhoneMessage> phone(String number);

    /** The provider says this of a mail of the service that it took; does all that follows. */
    void reports(ServiceDefinition sender, Mail mail, DeliveryReport.Fate fate);

    /** The provider says this of a text message or call of the service that it took; does all that follows. */
    void reports(ServiceDefinition sender, PhoneMessage message, DeliveryReport.Fate fate);

    /** The mail with this id, if it has been sent. */
    Optional<ReceivedMail> mail(String id);

    /** Runs a schedule of a definition now. */
    void runSchedule(String name);

    /** What somebody gets who follows the address of an object. */
    default HttpResponse<byte[]> download(URI address) {
        return Addresses.send(HttpRequest.newBuilder(reach(address)).GET());
    }

    /** What somebody gets who sends this to the address of an upload. */
    default HttpResponse<byte[]> upload(UploadAddress address, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(reach(address.uri())).PUT(BodyPublishers.ofByteArray(body));
        address.headers().forEach(request::header);
        return Addresses.send(request);
    }

    /** Where a test reaches the address of an object: past whatever would stand in front elsewhere. */
    URI reach(URI address);

    /** Turns a flag of a service, as an operator does, and lets the time pass until it is seen. */
    void turn(ServiceDefinition service, String flag, boolean isOn);

    Codec codec();

    Encryption encryption();

    /** The provider that the platform's services use, for what the other auth services would have done before. */
    IdentityProvider identity();

    URI address();

    @Override
    void close();
}
