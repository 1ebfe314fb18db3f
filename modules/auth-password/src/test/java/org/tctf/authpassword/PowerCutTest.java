package org.tctf.authpassword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tctf.authpassword.adapter.store.TableReplacements;
import org.tctf.authpassword.application.Replacements;
import org.tctf.authpassword.domain.Replacement;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords.Check;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns.Opened;
import org.tctf.kernel.EmailAddress;

/** The power goes between two of the three writes of a replacement. */
class PowerCutTest {
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");
    private static final String OLD = "correct horse battery staple";
    private static final String NEW = "a brand new engine, noted";

    /** The process is gone: nobody may catch it. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final PlainAuthPassword service = new PlainAuthPassword();
    private final String userId = member();

    @Test
    void aReplacementThatCouldNotBeAnnouncedIsAnnouncedOnceAMinuteLater() {
        change(new Failing() {
            @Override
            public void done(Replacement replacement, List<String> endedSessions) {
                throw new PowerCut();
            }
        });
        assertThat(check(NEW)).isInstanceOf(Check.Right.class);
        assertThat(service.facts("PASSWORD_CHANGED")).isEmpty();
        service.lookAfterReplacements();
        service.lookAfterReplacements();
        assertThat(service.facts("PASSWORD_CHANGED")).hasSize(1);
    }

    @Test
    void aReplacementThatNeverCameIsNotAnnounced() {
        change(new Failing() {
            @Override
            public void begin(Replacement replacement) {
                super.begin(replacement);
                throw new PowerCut();
            }
        });
        service.lookAfterReplacements();
        assertThat(service.facts("PASSWORD_CHANGED")).isEmpty();
        assertThat(check(OLD)).isInstanceOf(Check.Right.class);
    }

    @Test
    void whereNothingFailsLookingAfterItAnnouncesNothingTwice() {
        service.change(signIn(), OLD, NEW);
        service.lookAfterReplacements();
        assertThat(service.facts("PASSWORD_CHANGED")).hasSize(1);
    }

    private void change(Replacements failing) {
        assertThatThrownBy(() -> service.change(service.replacing(failing), signIn(), OLD, NEW))
                .isInstanceOf(PowerCut.class);
    }

    private String member() {
        Registration registration = service.identity().accounts().register(ADA, new Password(OLD));
        String id = ((Registration.Registered) registration).accountId();
        service.identity().accounts().confirm(id);
        service.advance(Duration.ofSeconds(1));
        return id;
    }

    private Opened signIn() {
        return (Opened) service.identity().signIns().begin(userId, Proof.PASSWORD, null, null);
    }

    private Check check(String password) {
        return service.identity().passwords().check(ADA, new Password(password));
    }

    private class Failing implements Replacements {
        private final TableReplacements table = new TableReplacements(service.bench.tables(), service.bench.clock());

        @Override
        public void begin(Replacement replacement) {
            table.begin(replacement);
        }

        @Override
        public Optional<Replacement> find(String accountId, Instant startedAt) {
            return table.find(accountId, startedAt);
        }

        @Override
        public void done(Replacement replacement, List<String> endedSessions) {
            table.done(replacement, endedSessions);
        }

        @Override
        public void undone(Replacement replacement) {
            table.undone(replacement);
        }
    }
}
