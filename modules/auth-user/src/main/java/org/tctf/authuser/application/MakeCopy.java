package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tctf.authuser.domain.CollectingExport;
import org.tctf.authuser.domain.DataExport;
import org.tctf.authuser.domain.Piece;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Decision;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;

/**
 * Makes a member's copy once nobody is waited for any more: a file for each thing that a service keeps, and one that says
 * what is there and what is missing. The copy comes first, the fact second: after a crash in between it is made again, in
 * the place of the first.
 */
@Singleton
public class MakeCopy {
    private final Records<DataExport> exports;
    private final Pieces pieces;
    private final Copies copies;
    private final Codec codec;
    private final Encryption encryption;
    private final InstantSource clock;

    public MakeCopy(
            Records<DataExport> exports,
            Pieces pieces,
            Copies copies,
            Codec codec,
            Encryption encryption,
            InstantSource clock) {
        this.exports = exports;
        this.pieces = pieces;
        this.copies = copies;
        this.codec = codec;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** Does nothing while somebody is waited for, or when it is done. */
    public void make(String userId) {
        Instant now = clock.instant();
        if (!(exports.find(userId).orElse(null) instanceof CollectingExport collecting)) {
            return;
        }
        Map<String, List<Piece>> answers = answers(collecting.id());
        Set<String> answered = answers.keySet();
        if (!collecting.isOver(answered, now)) {
            return;
        }
        copies.make(userId, collecting.id(), files(collecting, answers, now));
        exports.decide(
                userId,
                before -> before.orElse(null) instanceof CollectingExport same
                                && same.id().equals(collecting.id())
                        ? same.ready(answered, now)
                        : Decision.of(before.orElseThrow()));
    }

    /** Those that are whole, by service. */
    private Map<String, List<Piece>> answers(String exportId) {
        Map<String, List<Piece>> byService = new TreeMap<>();
        for (Piece piece : pieces.of(exportId)) {
            byService.computeIfAbsent(piece.service(), _ -> new ArrayList<>()).add(piece);
        }
        byService.values().removeIf(answer -> answer.size() < answer.getFirst().count());
        return byService;
    }

    private SortedMap<String, String> files(CollectingExport export, Map<String, List<Piece>> answers, Instant now) {
        SortedMap<String, String> files = new TreeMap<>();
        answers.forEach((service, answer) -> {
            String json = PersonalDataExport.unpacked(answer.stream()
                    .map(piece -> encryption.decrypt(PersonalDataExport.PURPOSE, piece.content()))
                    .toList());
            Map<?, ?> kept = codec.fromJson(json, Map.class);
            kept.forEach((name, what) -> files.put(service + "/" + name + ".json", codec.toJson(what)));
        });
        Set<String> missing = new TreeSet<>(export.expected());
        missing.removeAll(answers.keySet());
        files.put("README.txt", """
                All that TCTF keeps of the member %s, as of %s.

                Each folder is one of the platform's services, each file a thing that it keeps, as JSON.
                Services that answered: %s.
                Services that did not answer in time, so that this copy lacks what they keep: %s.
                """.formatted(
                        export.userId(),
                        now,
                        String.join(", ", answers.keySet()),
                        missing.isEmpty() ? "none" : String.join(", ", missing)));
        return files;
    }
}
