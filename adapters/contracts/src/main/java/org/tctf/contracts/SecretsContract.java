package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tctf.kernel.crypto.Secrets;

/** What every {@link Secrets} promises. */
public abstract class SecretsContract {

    /** The one under test; the same at every call. */
    protected abstract Secrets secrets();

    @Test
    void aNameAlwaysGivesTheSameBytes() {
        assertThat(secrets().named("cursors")).hasSize(32).isEqualTo(secrets().named("cursors"));
    }

    @Test
    void anotherNameGivesOtherBytes() {
        assertThat(secrets().named("cursors")).isNotEqualTo(secrets().named("cursor"));
    }

    @Test
    void whatIsUsedNowIsTheFirstThatIsAccepted() {
        assertThat(secrets().accepted("cursors").getFirst()).isEqualTo(secrets().named("cursors"));
    }

    @Test
    void aCallersCopyIsItsOwn() {
        byte[] mine = secrets().named("cursors");
        byte first = mine[0];
        mine[0]++;
        secrets().accepted("cursors").getFirst()[0]++;
        assertThat(secrets().named("cursors")[0]).isEqualTo(first);
    }
}
