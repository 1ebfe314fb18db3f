package org.tctf.authoauth.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.identity.Proof;
import org.tctf.testing.Fuse;
import org.tctf.testing.Fuse.PowerCut;

/** A link that is made or taken out survives a crash between any two writes to its two stores. */
class PowerCutTest {

    /** Before and after: it is written down, made, told. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aLinkIsToldOfOnceIfItWasMadeAndNotIfItWasNot(int moment) {
        Fuse fuse = Fuse.unarmed();
        try (PlainLinks links = new PlainLinks(fuse)) {
            String ada = links.member();
            fuse.arm(moment);
            assertThatThrownBy(() -> links.link(ada)).isInstanceOf(PowerCut.class);
            boolean wasMade = moment > 2;
            links.advance(Duration.ofMinutes(3));
            links.workQueue();
            assertThat(links.of(ada)).hasSize(wasMade ? 1 : 0);
            assertThat(links.told("IDENTITY_LINKED")).hasSize(wasMade ? 1 : 0);

            links.link(ada);
            links.workQueue();
            assertThat(links.of(ada)).hasSize(1);
            assertThat(links.told("IDENTITY_LINKED")).hasSize(1);
        }
    }

    /** Before and after: it is written down, taken out, what it opened ended, told. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void whatIsUnlinkedIsToldOfOnceAndLeavesNoSessionBehind(int moment) {
        Fuse fuse = Fuse.unarmed();
        try (PlainLinks links = new PlainLinks(fuse)) {
            String ada = links.member();
            links.link(ada);
            links.identity().signIns().begin(ada, Proof.EXTERNAL_IDENTITY, "a thief's", null);
            fuse.arm(moment);
            assertThatThrownBy(() -> links.unlink(ada)).isInstanceOf(PowerCut.class);
            boolean wasTakenOut = moment > 2;
            links.workQueue();
            assertThat(links.of(ada)).hasSize(wasTakenOut ? 0 : 1);
            assertThat(links.told("IDENTITY_UNLINKED")).hasSize(wasTakenOut ? 1 : 0);
            if (!wasTakenOut) {
                links.unlink(ada);
                links.workQueue();
            }
            assertThat(links.told("IDENTITY_UNLINKED")).hasSize(1);
            assertThat(links.identity().sessions().of(ada)).isEmpty();
        }
    }
}
