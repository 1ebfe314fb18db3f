package org.tctf.communication.application;

/** Port: the key that our pushes are signed with (VAPID, RFC 8292); one for good, made when it is first needed. */
public interface PushKey {
    /** For which its private half is sealed. */
    String PURPOSE = "push-key";

    /** As browsers take it for {@code applicationServerKey}: the uncompressed point in base64url. */
    String publicKey();
}
