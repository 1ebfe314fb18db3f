package org.tctf.cdk.construct;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrantTest {

    @Test
    void anActionIsNeverAPattern() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grant.of("All", List.of("dynamodb:*"), List.of("arn:aws:dynamodb:x:1:table/a")))
                .withMessage("grant All: name each action, not [dynamodb:*]");
    }

    @Test
    void aResourceIsAPatternOnlyForAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grant.of("Any", List.of("xray:PutTraceSegments"), List.of("*")))
                .withMessage("grant Any: say why it cannot name [*]");
        assertThatCode(() -> Grant.ofPattern("Any", List.of("xray:PutTraceSegments"), "*", "It has no name."))
                .doesNotThrowAnyException();
    }
}
