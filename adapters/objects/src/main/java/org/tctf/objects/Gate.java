package org.tctf.objects;

import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.kernel.objects.Content;
import org.tctf.kernel.objects.FileName;
import org.tctf.kernel.objects.StoredObject;
import org.tctf.kernel.objects.WrongLength;

/** Who comes with an address gets in by what is written in it, and by nothing else. */
public final class Gate {
    /** Where the platform has to answer. */
    public static final String PATH = "/objects";

    /** The query parameter that everything is in. */
    public static final String TICKET = "ticket";

    private final FileObjects objects;
    private final Addresses addresses;

    Gate(FileObjects objects, Addresses addresses) {
        this.objects = objects;
        this.addresses = addresses;
    }

    /** An object on its way out; whoever sends it closes it. */
    public record Leaving(StoredObject object, FileName name) {}

    /**
     * What somebody sends.
     *
     * @param contentType of its header
     * @param length of its header; -1 when there is none
     * @param ifNoneMatch of its header
     */
    public record Arriving(
            @Nullable String contentType,
            long length,
            @Nullable String ifNoneMatch,
            InputStream body) {}

    /** @throws Problem 403 when the address is no download's, 404 when the object is not there */
    public Leaving download(String ticket) {
        if (!(addresses.ticket(ticket) instanceof Ticket.Download download)) {
            throw Addresses.notValid();
        }
        return objects.store(download.store())
                .open(download.key())
                .map(object -> new Leaving(object, download.name()))
                .orElseThrow(() -> Problem.notFound("OBJECT_NOT_FOUND", "There is nothing here any more."));
    }

    /**
     * Takes what is sent; it is durable when this returns.
     *
     * @throws Problem 403 when the address is no upload's, or what comes is not what it is for; 412 when the object is there
     *     already; 400 when the body breaks off
     */
    public void upload(String ticket, Arriving sent) {
        if (!(addresses.ticket(ticket) instanceof Ticket.Upload upload)) {
            throw Addresses.notValid();
        }
        if (!upload.contentType().equals(sent.contentType())
                || upload.length() != sent.length()
                || !"*".equals(sent.ifNoneMatch())) {
            throw Problem.forbidden(
                    "UPLOAD_NOT_AS_SAID",
                    "This address takes %d bytes of %s, with the headers that were given out with it."
                            .formatted(upload.length(), upload.contentType()));
        }
        FileStore store = objects.store(upload.store());
        if (store.has(upload.key()) || !arrives(store, upload, sent.body())) {
            throw Problem.of(
                    Problem.Kind.PRECONDITION_FAILED,
                    "OBJECT_EXISTS",
                    "This address was used already; ask for a new one to send something else.");
        }
    }

    private static boolean arrives(FileStore store, Ticket.Upload upload, InputStream body) {
        try {
            return store.putFirst(upload.key(), new Content(upload.contentType(), upload.length(), () -> body));
        } catch (WrongLength | UncheckedIOException brokenOff) {
            throw Problem.invalid("BODY_INCOMPLETE", "The body broke off before its end; send the request again.");
        }
    }
}
