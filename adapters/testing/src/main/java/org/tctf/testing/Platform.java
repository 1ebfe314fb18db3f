package org.tctf.testing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tctf.identity.Role;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.event.Envelope;
import org.tctf.mail.ReceivedMail;

/**
 * A running platform with the services of the test's class path, as a behaviour test sees it: real HTTP, real events, a
 * clock that stands until the test moves it.
 */
public interface Platform extends AutoCloseable {
    /** Starts one with nothing in it. */
    static Platform start() {
        return TestPlatform.start();
    }

    /** Starts one that takes any number of requests from one address: for many sentences about one route. */
    static Platform startWithoutRateLimits() {
        return TestPlatform.startWithoutRateLimits();
    }

    MutableClock clock();

    /** Moves the clock, and lets what has become due happen. */
    void advance(Duration by);

    /** Somebody without a token. */
    Caller anonymous();

    /** A member with a fresh token of a session that nobody opened. */
    Caller as(String memberId, Role... roles);

    /** A fact from a service that is not here. It is not checked against a schema: its publisher would have. */
    Envelope fact(String type, int version, String subject, Map<String, ?> payload);

    /** Publishes this very fact; the same one again is a redelivery. */
    void deliver(Envelope fact);

    /** The facts of one type that have been published, in order; waits for the first. */
    List<Envelope> published(String type);

    /** The facts of one type that have been published once everything has settled; perhaps none. */
    List<Envelope> settled(String type);

    /** Waits until nothing is under way: what is left waits for its time, or is dead. */
    void settle();

    /** Mails to this address, newest first, once everything has settled. */
    List<ReceivedMail> mailbox(String to);

    /** The mail with this id, if it has been sent. */
    Optional<ReceivedMail> mail(String id);

    /** Runs a schedule of a definition now. */
    void runSchedule(String name);

    Codec codec();

    Encryption encryption();

    URI address();

    @Override
    void close();
}
