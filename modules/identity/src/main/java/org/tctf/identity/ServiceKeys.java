package org.tctf.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys with which programs call us, {@code Authorization: Bearer tctf_sk_…}. {@link TokenVerifier} takes them as well. */
public interface ServiceKeys {
    /** What every key begins with, for people and for scanners: {@code tctf_sk_[0-9A-Za-z]{46}}. */
    String PREFIX = "tctf_sk_";

    /** No key lives longer. */
    Duration LONGEST = Duration.ofDays(365);

    /** Living at a time. */
    int MAX = 500;

    /**
     * Makes a key.
     *
     * @param id its own, never given before
     * @return the key, to be shown once: only its hash is kept; empty when there are {@value #MAX}
     */
    Optional<String> create(String id, String accountId, String name, Set<String> scopes, Instant expiresAt);

    /**
     * Makes another key for the same account with the same scopes, in one transaction with the end of the old one's life.
     *
     * @param overlap how long the old one is still good
     * @return the new key; empty when there is no such old one, or it has expired
     */
    Optional<String> rotate(String id, String newId, Duration overlap, Instant expiresAt);

    /**
     * Ends a key, everywhere within ten seconds.
     *
     * @return false when there is no such key
     */
    boolean revoke(String id);

    Optional<ServiceKey> find(String id);

    /** Those that have not expired, newest first. */
    List<ServiceKey> living();
}
