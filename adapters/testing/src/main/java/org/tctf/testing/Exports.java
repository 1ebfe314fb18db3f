package org.tctf.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.export.DataExportPrepared;
import org.tctf.kernel.export.PersonalDataExport;

/** Puts together what a service has answered to a member who wants a copy of their data. */
final class Exports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Exports() {}

    /** The files by name, of the pieces among these facts; fails when there are not all. */
    static JsonNode read(List<Envelope> facts, String exportId, String service, Codec codec, Encryption encryption) {
        List<DataExportPrepared> pieces = facts.stream()
                .map(fact -> codec.fromJson(fact.data(), DataExportPrepared.class))
                .filter(piece ->
                        piece.exportId().equals(exportId) && piece.service().equals(service))
                .sorted(Comparator.comparing(DataExportPrepared::number))
                .toList();
        if (pieces.isEmpty() || pieces.size() != pieces.getFirst().count()) {
            throw new AssertionError("%s answered with %d pieces: %s".formatted(service, pieces.size(), facts));
        }
        String json = PersonalDataExport.unpacked(pieces.stream()
                .map(piece -> encryption.decrypt(PersonalDataExport.PURPOSE, piece.piece()))
                .toList());
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
