package org.tctf.authoauth.adapter.upstream;

import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import org.tctf.authoauth.application.external.Claimed;
import org.tctf.authoauth.application.external.ForeignProofs.Return;
import org.tctf.authoauth.domain.external.AttemptSecret;
import org.tctf.kernel.Problem;

/** How one kind of provider is asked. */
interface Upstream {

    URI ask(AttemptSecret secret, URI redirectUri, String state);

    Claimed prove(Return back, Secret clientSecret);

    /** Who we are there. */
    record Ours(ClientID id, String providerName) {

        /** What it said was wrong, which is for our log and not for whoever may have tampered with it. */
        Problem refused() {
            return Problem.invalid(
                    "EXTERNAL_SIGN_IN_REFUSED",
                    "What came back from %s does not prove who you are; start again.".formatted(providerName));
        }
    }
}
