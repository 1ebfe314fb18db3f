package org.tctf.kernel.objects;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Port: the objects of one store of one service, private and encrypted at rest. Embedded: files; distributed: S3.
 *
 * <p>A key has one object or none. Each change is whole and durable when the call returns: a reader sees the object before
 * or after it, never half of one, and goes on reading the one that it has opened. Of several puts at a time one is last.
 * A store that keeps its objects for a time only deletes each no earlier than that, and no later than two days after.
 *
 * <p>All methods throw {@link org.tctf.kernel.Unavailable} when the store cannot be had at the moment: then nothing was
 * acknowledged, and the same call may be made again. Safe for concurrent use.
 */
public interface ObjectStore {
    /** 100 MB: one upload, never in parts. */
    long MAX_BYTES = 100L * 1024 * 1024;

    /**
     * The longest that an address lasts. Addresses are for somebody who waits for them; in a mail goes a link that asks for
     * one. (S3's end with the function's credentials, whose rest of life nobody is told.)
     */
    Duration MAX_VALIDITY = Duration.ofHours(1);

    /**
     * Puts an object in, in the place of the one that was there.
     *
     * @throws WrongLength when the content is not as long as it says; then nothing has changed
     * @throws java.io.UncheckedIOException when the content's source fails; then nothing has changed
     */
    void put(ObjectKey key, Content content);

    /** The object as it is now; who gets one closes it. */
    Optional<StoredObject> open(ObjectKey key);

    /** Deletes the object, if there is one. Addresses of it lead nowhere from then on. */
    void delete(ObjectKey key);

    /**
     * Deletes all objects whose keys begin with these parts: {@code members/1} takes {@code members/1/a}, not {@code
     * members/12/a}, nor {@code members/1}. What is put meanwhile may stay; after a failure, call it again.
     */
    void deleteUnder(ObjectKey folder);

    /**
     * An address from which the object can be had by {@code GET} without further proof, as a file to save. It answers 404
     * while there is no object, and 403 once it has expired or when a character of it was changed.
     *
     * @param validity one second to {@link #MAX_VALIDITY}
     */
    URI downloadAddress(ObjectKey key, FileName name, Duration validity);

    /**
     * An address to which one object can be sent without further proof, of exactly this type and length, if the key has
     * none yet: so what a service has looked at cannot be replaced behind it. It answers 200; 412 when there is an object
     * already; 403 once it has expired, or when type, length or a character of the address are other than said here.
     *
     * @param length at least 1
     * @param validity one second to {@link #MAX_VALIDITY}; an upload that began in time may end after it
     */
    UploadAddress uploadAddress(ObjectKey key, String contentType, long length, Duration validity);

    /** @throws IllegalArgumentException when no address may last so long, or so short */
    static void checkValidity(Duration validity) {
        if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(MAX_VALIDITY) > 0) {
            throw new IllegalArgumentException(
                    "an address lasts 1 second to %s, not %s".formatted(MAX_VALIDITY, validity));
        }
    }

    /** @throws IllegalArgumentException when nothing like that can be uploaded */
    static void checkUpload(String contentType, long length) {
        Content.checkType(contentType);
        Content.checkLength(length);
        if (length == 0) {
            throw new IllegalArgumentException("an upload has at least 1 byte");
        }
    }
}
