package org.tctf.analytics.application;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.analytics.domain.Fact;
import org.tctf.analytics.domain.Generations;
import org.tctf.analytics.domain.Metric;
import org.tctf.analytics.domain.Posting;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Money;
import org.tctf.kernel.event.Envelope;

/** Counts a fact and keeps what is needed to count it again. */
@Singleton
public final class RecordFact {

    /** The member that a fact is about is called so in every service's schemas. */
    record About(@Nullable String userId) {}

    record Paid(@Nullable Money amount) {}

    private final Ledger ledger;
    private final Pseudonyms pseudonyms;
    private final Codec codec;

    public RecordFact(Ledger ledger, Pseudonyms pseudonyms, Codec codec) {
        this.ledger = ledger;
        this.pseudonyms = pseudonyms;
        this.codec = codec;
    }

    public void record(Envelope envelope) {
        Fact fact = reduced(envelope);
        ledger.retrying(() -> {
            Generations generations = ledger.generations(fact.shard());
            Map<Integer, Posting> postings = new HashMap<>();
            for (int generation : generations.live()) {
                postings.put(generation, Posting.NONE.plus(fact, member -> ledger.history(generation, member)));
            }
            ledger.record(fact, generations, postings);
        });
    }

    private Fact reduced(Envelope envelope) {
        return new Fact(
                envelope.id(),
                envelope.type(),
                envelope.time(),
                pseudonyms.of(Objects.requireNonNullElse(
                        codec.fromJson(envelope.data(), About.class).userId(), envelope.subject())),
                isActOfMember(envelope) ? pseudonyms.of(envelope.actor()) : null,
                Metric.isMoney(envelope.type())
                        ? codec.fromJson(envelope.data(), Paid.class).amount()
                        : null);
    }

    /** A fact that another fact led to carries the first one's actor, but is not something that member did. */
    private static boolean isActOfMember(Envelope envelope) {
        return envelope.causationId() == null
                && !envelope.actor().equals("anonymous")
                && !envelope.actor().startsWith("service:");
    }
}
