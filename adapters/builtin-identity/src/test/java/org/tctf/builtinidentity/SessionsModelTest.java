package org.tctf.builtinidentity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.tctf.identity.Account;
import org.tctf.identity.Proof;
import org.tctf.identity.Session;
import org.tctf.identity.Sessions;
import org.tctf.identity.Sessions.Refresh;
import org.tctf.identity.SignIns;
import org.tctf.identity.Tokens;

/** Whatever is done to sessions in whatever order, they behave like the few lines of {@link Model}. */
class SessionsModelTest {
    private static final ProviderBench BENCH = new ProviderBench();

    @AfterContainer
    static void close() {
        BENCH.close();
    }

    /** A session as a client knows it: all tokens it ever got, the last one good. */
    private static final class Model {
        final List<Tokens> tokens = new ArrayList<>();
        boolean isOver;

        Model(Tokens first) {
            tokens.add(first);
        }

        String id() {
            return tokens.getFirst().sessionId();
        }
    }

    @Property(tries = 60)
    void sessionsNeverExceedFiveAndASpentTokenAlwaysEndsItsOwnFamily(
            @ForAll @Size(max = 40) List<@IntRange(max = 999) Integer> moves) {
        BuiltinIdentity provider = BENCH.provider();
        Account ada = BENCH.member(provider);
        List<Model> all = new ArrayList<>();
        for (int move : moves) {
            BENCH.advance(Duration.ofSeconds(1));
            if (move % 4 == 0 || all.isEmpty()) {
                open(provider, ada, all);
            } else {
                act(provider, ada, all.get(move / 4 % all.size()), move);
            }
            assertThat(provider.sessions().of(ada.id()).stream().map(Session::id))
                    .hasSizeLessThanOrEqualTo(Sessions.MAX)
                    .containsExactlyElementsOf(all.stream()
                            .filter(session -> !session.isOver)
                            .map(Model::id)
                            .toList());
        }
    }

    private static void act(BuiltinIdentity provider, Account ada, Model session, int move) {
        switch (move % 4) {
            case 1 -> present(provider, ada, session, session.tokens.getLast());
            case 2 -> present(provider, ada, session, session.tokens.get(move / 16 % session.tokens.size()));
            default -> session.isOver |= provider.sessions().end(ada.id(), session.id());
        }
    }

    private static void open(BuiltinIdentity provider, Account ada, List<Model> all) {
        SignIns.Opened opened = (SignIns.Opened) provider.signIns().begin(ada.id(), Proof.PASSWORD, null, null);
        List<Model> living = all.stream().filter(session -> !session.isOver).toList();
        if (living.size() == Sessions.MAX) {
            assertThat(opened.evicted()).containsExactly(living.getFirst().id());
            living.getFirst().isOver = true;
        } else {
            assertThat(opened.evicted()).isEmpty();
        }
        all.add(new Model(opened.tokens()));
    }

    private static void present(BuiltinIdentity provider, Account ada, Model session, Tokens token) {
        boolean isNewest = token == session.tokens.getLast();
        switch (provider.sessions().refresh(token.refreshToken())) {
            case Refresh.Refreshed(var next) -> {
                assertThat(isNewest && !session.isOver).isTrue();
                session.tokens.add(next);
            }
            case Refresh.Reused(var accountId, var sessionId) -> {
                assertThat(isNewest).isFalse();
                assertThat(accountId).isEqualTo(ada.id());
                assertThat(sessionId).isEqualTo(token.sessionId());
                session.isOver = true;
            }
            case Refresh.Refused() -> assertThat(isNewest && session.isOver).isTrue();
            case Refresh.LostRace() -> throw new AssertionError("there was no race");
        }
    }
}
