package org.tctf.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whose sign-ins need a second factor, and which devices are trusted not to be asked. What the factors are, and whether
 * one is right, is the affair of whoever calls this.
 */
public interface SecondFactors {
    /** How long a device is trusted. */
    Duration TRUST = Duration.ofDays(30);

    /** More than these push out the oldest. */
    int MAX_DEVICES = 10;

    /** A device that need not bring a second factor. */
    record TrustedDevice(String id, String name, Instant trustedAt, Instant until) {}

    /** From now on no single factor opens a session; sessions that are open stay. Nothing happens to an unknown account. */
    void require(String accountId);

    /** One factor is enough again, and no device is trusted any more. Nothing happens to an unknown account. */
    void lift(String accountId);

    /**
     * Trusts a device for {@link #TRUST}.
     *
     * @param name what it calls itself, for the member's own list
     * @return a secret for the device to keep; only its hash is kept here
     */
    String trust(String accountId, String name);

    /** Those still trusted, oldest first. */
    List<TrustedDevice> devices(String accountId);

    /** @return false when there is no such device */
    boolean distrust(String accountId, String deviceId);

    /** Trusts none any more; for when a credential was stolen or changed. */
    void distrustAll(String accountId);
}
