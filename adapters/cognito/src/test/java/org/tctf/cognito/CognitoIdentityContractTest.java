package org.tctf.cognito;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.tctf.contracts.IdentityProviderContract;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.TokenVerifier;
import org.tctf.kernel.EmailAddress;

class CognitoIdentityContractTest extends IdentityProviderContract {
    private final PoolBench bench = new PoolBench();
    private final CognitoIdentity provider = bench.provider();

    @AfterEach
    void close() {
        bench.close();
    }

    @Override
    protected IdentityProvider provider() {
        return provider;
    }

    @Override
    protected TokenVerifier verifier() {
        return provider.verifier();
    }

    @Override
    protected Instant now() {
        return bench.clock.instant();
    }

    @Override
    protected void advance(Duration by) {
        bench.advance(by);
    }

    @Override
    protected EmailAddress newAddress() {
        return bench.newAddress();
    }
}
