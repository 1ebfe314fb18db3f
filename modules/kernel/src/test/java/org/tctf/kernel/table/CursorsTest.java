package org.tctf.kernel.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Secrets;

class CursorsTest {
    private static final AccessPattern POSTS = AccessPattern.main("posts of a member", "MEMBER#{id}", "POST#{id}");
    private static final Query.Position HERE = new Query.Position(new Key("MEMBER#ada", "POST#7"), "POST#7");

    private final Cursors cursors = new Cursors(new SecretKeySpec(new byte[32], "AES"), new SecureRandom());

    @Test
    void aCursorLeadsBackToItsPosition() {
        Query query = POSTS.query("ada");
        assertThat(cursors.decode(query, cursors.encode(query, HERE))).isEqualTo(HERE);
    }

    @Test
    void aKeyMayHoldAnyCharacter() {
        Query query = POSTS.query("ada");
        Query.Position odd = new Query.Position(new Key("a\nb:1", "3:\u0000\n\uD83D\uDE80"), ":\n");
        assertThat(cursors.decode(query, cursors.encode(query, odd))).isEqualTo(odd);
    }

    @Test
    void aCursorShowsNoKey() {
        String cursor = cursors.encode(POSTS.query("ada"), HERE);
        assertThat(new String(Base64.getUrlDecoder().decode(cursor), ISO_8859_1))
                .doesNotContain("ada");
    }

    @Test
    void aCursorIsGoodForItsOwnQueryOnly() {
        String cursor = cursors.encode(POSTS.query("ada"), HERE);
        assertRefused(POSTS.query("grace"), cursor);
        assertRefused(POSTS.query("ada").descending(), cursor);
    }

    @Test
    void aCursorFromBeforeItsSecretWasReplacedStillOpens() {
        List<byte[]> accepted = new ArrayList<>(List.of(new byte[32]));
        Cursors rotating = new Cursors(
                new Secrets() {
                    @Override
                    public byte[] named(String name) {
                        return accepted.getFirst();
                    }

                    @Override
                    public List<byte[]> accepted(String name) {
                        return accepted;
                    }
                },
                new SecureRandom());
        Query query = POSTS.query("ada");
        String before = rotating.encode(query, HERE);
        accepted.addFirst("another secret, of 32 bytes, too".getBytes(ISO_8859_1));
        String after = rotating.encode(query, HERE);
        assertThat(rotating.decode(query, before)).isEqualTo(HERE);
        assertThat(rotating.decode(query, after)).isEqualTo(HERE);
        accepted.removeLast();
        assertThat(rotating.decode(query, after)).isEqualTo(HERE);
        assertThatThrownBy(() -> rotating.decode(query, before)).isInstanceOf(Problem.class);
    }

    @Test
    void garbageIsRefusedAsAProblem() {
        assertRefused(POSTS.query("ada"), "");
        assertRefused(POSTS.query("ada"), "not a cursor");
        assertRefused(POSTS.query("ada"), "AAAA");
    }

    @Property(tries = 200)
    void aChangedCursorIsRefused(
            @ForAll @IntRange(max = 60) int position, @ForAll @IntRange(min = 1, max = 255) int flip) {
        Query query = POSTS.query("ada");
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.encode(query, HERE));
        int at = position % bytes.length;
        bytes[at] = (byte) (bytes[at] ^ flip);
        assertRefused(query, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private void assertRefused(Query query, String cursor) {
        assertThatThrownBy(() -> cursors.decode(query, cursor))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("INVALID_CURSOR"));
    }
}
