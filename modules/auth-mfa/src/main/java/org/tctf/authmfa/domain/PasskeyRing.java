package org.tctf.authmfa.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/** A member's passkeys, oldest first. */
public record PasskeyRing(String userId, List<Passkey> passkeys, long version) {
    public static final int MAX = 10;

    public PasskeyRing {
        passkeys = List.copyOf(passkeys);
    }

    /** Of a member who has none yet. */
    public static PasskeyRing of(String userId) {
        return new PasskeyRing(userId, List.of(), 0);
    }

    public Optional<Passkey> find(String id) {
        return passkeys.stream().filter(passkey -> passkey.id().equals(id)).findFirst();
    }

    /** @throws Problem {@code TOO_MANY_PASSKEYS} */
    public void requireRoom() {
        if (passkeys.size() >= MAX) {
            throw Problem.conflict(
                    "TOO_MANY_PASSKEYS", "You have %d passkeys; remove one before you add another.".formatted(MAX));
        }
    }

    /** @throws Problem {@code TOO_MANY_PASSKEYS} */
    public Decision<PasskeyRing> with(Passkey passkey) {
        requireRoom();
        return Decision.of(
                next(Stream.concat(passkeys.stream(), Stream.of(passkey)).toList()),
                new PasskeyAdded(userId, passkey.id()));
    }

    /** @throws Problem {@code PASSKEY_NOT_FOUND} */
    public Decision<PasskeyRing> renamed(String id, String name) {
        return Decision.of(replaced(required(id), passkey -> passkey.named(name)));
    }

    /** @throws Problem {@code PASSKEY_NOT_FOUND} */
    public Decision<PasskeyRing> without(String id) {
        return Decision.of(removed(required(id)), new PasskeyRemoved(userId, id));
    }

    /**
     * It has signed what it was asked to.
     *
     * @param count what it says how often it has signed
     * @return without it, when there are two of it: nobody can tell which is the member's
     * @throws Problem {@code PASSKEY_NOT_FOUND}
     */
    public Decision<PasskeyRing> used(String id, long count, boolean isBackedUp, Instant now) {
        Passkey passkey = required(id);
        return passkey.isCloned(count)
                ? Decision.of(removed(passkey), new PasskeyCloneSuspected(userId, id))
                : Decision.of(replaced(passkey, before -> before.used(count, isBackedUp, now)));
    }

    private Passkey required(String id) {
        return find(id).orElseThrow(() -> Problem.notFound(
                "PASSKEY_NOT_FOUND", "You have no passkey with this id; list them to see those you have."));
    }

    private PasskeyRing removed(Passkey gone) {
        return next(passkeys.stream().filter(passkey -> !passkey.equals(gone)).toList());
    }

    private PasskeyRing replaced(Passkey one, UnaryOperator<Passkey> how) {
        return next(passkeys.stream()
                .map(passkey -> passkey.equals(one) ? how.apply(passkey) : passkey)
                .toList());
    }

    private PasskeyRing next(List<Passkey> others) {
        return new PasskeyRing(userId, others, version + 1);
    }
}
