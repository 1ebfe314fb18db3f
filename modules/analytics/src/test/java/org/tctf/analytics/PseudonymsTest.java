package org.tctf.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tctf.analytics.adapter.crypto.HmacPseudonyms;
import org.tctf.analytics.adapter.store.TableLedger;
import org.tctf.analytics.domain.Shard;

class PseudonymsTest {

    @Test
    void nothingThatIsKeptSaysWho() {
        try (Bench bench = new Bench()) {
            bench.arrive(Facts.signedIn("ada@example.org", LocalDate.of(2026, 11, 20)));

            var ledger = new TableLedger(bench.workbench().tables());
            assertThat(Shard.all())
                    .flatExtracting(shard -> ledger.after(shard, null))
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(bench.workbench().codec().toJson(entry)).doesNotContain("ada"));
        }
    }

    @Test
    void anotherKeyGivesAnotherPseudonym() {
        var one = new HmacPseudonyms(name -> new byte[] {1});
        var other = new HmacPseudonyms(name -> new byte[] {2});

        assertThat(one.of("ada"))
                .isEqualTo(one.of("ada"))
                .isNotEqualTo(other.of("ada"))
                .hasSize(22);
    }
}
