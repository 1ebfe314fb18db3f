package org.tctf.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AccessPatternTest {
    private static final AccessPattern SESSIONS =
            AccessPattern.main("sessions of a member", "MEMBER#{memberId}", "SESSION#{createdAt}#{sessionId}");

    @Test
    void allValuesMakeAKey() {
        assertThat(SESSIONS.key("ada", "2026-11-20", "s1")).isEqualTo(new Key("MEMBER#ada", "SESSION#2026-11-20#s1"));
    }

    @Test
    void thePartitionsValuesMakeARange() {
        Query all = SESSIONS.query("ada");
        assertThat(all.includes("SESSION#2026-11-20#s1")).isTrue();
        assertThat(all.includes("META")).isFalse();

        Query day = SESSIONS.query("ada", "2026-11-20");
        assertThat(day.includes("SESSION#2026-11-20#s1")).isTrue();
        assertThat(day.includes("SESSION#2026-11-21#s2")).isFalse();
    }

    @Test
    void missingValuesAreNamed() {
        assertThatThrownBy(() -> SESSIONS.key("ada")).hasMessageContaining("[memberId, createdAt, sessionId]");
        assertThatThrownBy(() -> SESSIONS.query()).hasMessageContaining("at least the first 1");
    }

    @Property
    void noValueReachesIntoAnothersRange(
            @ForAll @StringLength(min = 1, max = 8) String one, @ForAll @StringLength(min = 1, max = 8) String other) {
        boolean sameKey = SESSIONS.key("m", one, "x").equals(SESSIONS.key("m", other, "x"));
        assertThat(sameKey).isEqualTo(one.equals(other));
        String otherSk = SESSIONS.key("m", other, "x").sk();
        assertThat(SESSIONS.query("m", one).includes(otherSk)).isEqualTo(one.equals(other));
    }
}
