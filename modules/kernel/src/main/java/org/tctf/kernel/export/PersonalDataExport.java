package org.tctf.kernel.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/**
 * Answers a member who wants a copy of what is kept of them (GDPR Art. 15 and 20). A service extends it by one method, and
 * says {@code exports(…)} in its definition. An answer is cut into pieces that fit into facts: 90 of them, about 12 MB of
 * gzipped JSON, more than the transaction's hundred writes would hold; a service that keeps more of one member has to
 * choose what to leave out.
 */
public abstract class PersonalDataExport implements EventConsumer<PersonalDataExport.DataExportRequested> {
    /** The fact that asks. */
    public static final String REQUESTED = "DATA_EXPORT_REQUESTED";

    /** For which pieces are encrypted. */
    public static final String PURPOSE = "data-export";

    /** Characters of a piece: with encryption, Base64 again and the envelope it stays under what a fact may be. */
    private static final int PIECE = 140_000;

    private static final int MAX_PIECES = 90;

    /** What a service reads of the fact. */
    public record DataExportRequested(String exportId, String userId) {}

    private final ServiceDefinition service;
    private final ServiceTable table;
    private final Codec codec;
    private final Encryption encryption;

    protected PersonalDataExport(ServiceDefinition service, ServiceTables tables, Codec codec, Encryption encryption) {
        this.service = service;
        table = tables.of(service);
        this.codec = codec;
        this.encryption = encryption;
    }

    /**
     * What is kept of a member: a record, list or map for each file, by a name in kebab case. Empty when nothing is kept;
     * secrets, and what is others', are left out.
     */
    protected abstract Map<String, ?> keptOf(String memberId);

    @Override
    public final void on(DataExportRequested event, Envelope envelope) {
        String packed = packed(codec.toJson(keptOf(event.userId())));
        int count = Math.ceilDiv(packed.length(), PIECE);
        if (count > MAX_PIECES) {
            throw new IllegalStateException("%s keeps more of one member than an export takes: %d characters"
                    .formatted(service.name(), packed.length()));
        }
        Change change = Change.none();
        for (int number = 1; number <= count; number++) {
            String piece = packed.substring((number - 1) * PIECE, Math.min(number * PIECE, packed.length()));
            change = change.raise(
                    event.exportId(),
                    number,
                    new DataExportPrepared(
                            event.exportId(),
                            event.userId(),
                            service.name(),
                            number,
                            count,
                            encryption.encrypt(PURPOSE, piece)));
        }
        table.commit(change);
    }

    /** The JSON of an answer from its decrypted pieces, in their order. */
    public static String unpacked(List<String> pieces) {
        byte[] zipped = Base64.getDecoder().decode(String.join("", pieces));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static String packed(String json) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(zipped.toByteArray());
    }
}
