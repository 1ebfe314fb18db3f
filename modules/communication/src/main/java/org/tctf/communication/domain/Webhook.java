package org.tctf.communication.domain;

import java.net.URI;
import java.time.Instant;
import org.jmolecules.ddd.annotation.Entity;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.crypto.Encrypted;

/**
 * An address of a member's own, to which what they are told is posted.
 *
 * @param secret under which each post is signed; only its owner has it, and we, sealed
 */
@Entity
public record Webhook(@Identity String id, URI url, Encrypted secret, Instant createdAt) {
    /** For which secrets are sealed. */
    public static final String PURPOSE = "webhook-secret";
}
