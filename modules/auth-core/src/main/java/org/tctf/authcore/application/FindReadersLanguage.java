package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tctf.kernel.Language;

/** Says in which language the one reads whom a mailed link is for: the one that the mail was in. */
@Singleton
public class FindReadersLanguage {
    private final VerificationCodes codes;
    private final SignUps signUps;

    public FindReadersLanguage(VerificationCodes codes, SignUps signUps) {
        this.codes = codes;
        this.signUps = signUps;
    }

    /** Nothing for a token that is not ours, or where they have not said, or where nothing is known of them any more. */
    public Optional<Language> find(String token) {
        return codes.read(token)
                .flatMap(link -> signUps.find(link.signUpId()))
                .flatMap(signUp -> Optional.ofNullable(signUp.language()))
                .map(Language::of);
    }
}
