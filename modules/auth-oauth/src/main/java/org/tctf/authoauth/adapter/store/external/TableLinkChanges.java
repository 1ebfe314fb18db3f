package org.tctf.authoauth.adapter.store.external;

import static org.tctf.authoauth.AuthOauthService.LINK_CHANGE;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.external.CompletedSignIns;
import org.tctf.authoauth.application.external.FinishLinkChange;
import org.tctf.authoauth.application.external.LinkChanges;
import org.tctf.authoauth.domain.external.ExternalSignInCompleted;
import org.tctf.authoauth.domain.external.LinkChange;
import org.tctf.identity.SignIns;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** What is told of members' identities elsewhere. */
@Singleton
public class TableLinkChanges implements LinkChanges, CompletedSignIns {
    /** By then no request can be at it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ServiceTable table;
    private final InstantSource clock;

    public TableLinkChanges(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthOauthService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public void begin(LinkChange change) {
        table.commit(
                Change.none().create(Row.of(key(change), change)).enqueue(new FinishLinkChange(change.id()), PATIENCE));
    }

    @Override
    public void done(LinkChange change) {
        end(change, Change.none().raise(change.userId(), clock.millis(), change.fact()));
    }

    @Override
    public void undone(LinkChange change) {
        end(change, Change.none());
    }

    @Override
    public Optional<LinkChange> find(String id) {
        return table.get(LINK_CHANGE.key(id), LinkChange.class);
    }

    @Override
    public void tell(SignIns.Opened opened) {
        String userId = opened.account().id();
        var fact = new ExternalSignInCompleted(
                userId,
                opened.tokens().sessionId(),
                opened.proofs().stream().map(Enum::name).toList(),
                opened.device(),
                opened.evicted());
        table.commit(Change.none().raise(userId, clock.millis(), fact));
    }

    private void end(LinkChange change, Change with) {
        try {
            table.commit(with.delete(key(change), Condition.present()));
        } catch (ConditionFailed ended) {
            // Told, or forgotten, by the other of request and command.
        }
    }

    private static Key key(LinkChange change) {
        return LINK_CHANGE.key(change.id());
    }
}
