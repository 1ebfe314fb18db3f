package org.tctf.communication.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.MailedCode;
import org.tctf.communication.domain.MailedLink;
import org.tctf.communication.domain.SecurityEvent;
import org.tctf.kernel.crypto.Encrypted;

/** An example of every letter, by template: what the console shows, and what a test renders in every language. */
public final class SampleLetters {
    private static final String LINK = "https://tctf.example/link?token=a&b=c";
    private static final String WHEN = "1 March 2026, 10:15 UTC";
    private static final String CODE = "493817";
    private static final long MINUTES = 30;
    private static final Letter CODE_AND_LINK = new Letter.VerifyEmail(CODE, LINK, MINUTES);

    private static final Map<String, Letter> SINGLE = Map.of(
            "verify-email", CODE_AND_LINK,
            "email-change", CODE_AND_LINK,
            "sign-up-repeated", new Letter.SignUpRepeated(),
            "no-account", new Letter.NoAccount(),
            "welcome", new Letter.Welcome("Ada <b>Lovelace</b>"),
            "account-locked", new Letter.AccountLocked(WHEN),
            "session-ended", new Letter.SessionEnded(),
            "username-reminder", new Letter.UsernameReminder(),
            "onboarding-nudge",
                    new Letter.OnboardingNudge(
                            null,
                            List.of(
                                    new Letter.OnboardingNudge.Step(true, false, false, false, false),
                                    new Letter.OnboardingNudge.Step(false, true, false, false, false),
                                    new Letter.OnboardingNudge.Step(false, false, true, false, false),
                                    new Letter.OnboardingNudge.Step(false, false, false, true, false),
                                    new Letter.OnboardingNudge.Step(false, false, false, false, true))),
            "digest", new Letter.Digest("Ada", 12, List.of("Bob likes <your> post", "Eve follows you")));

    private static final SortedMap<String, Letter> ALL = all();

    private SampleLetters() {}

    public static SortedMap<String, Letter> byTemplate() {
        return new TreeMap<>(ALL);
    }

    private static SortedMap<String, Letter> all() {
        SortedMap<String, Letter> all = new TreeMap<>(SINGLE);
        Encrypted sealed = new Encrypted("sealed");
        for (SecurityEvent event : SecurityEvent.values()) {
            all.put(new Content.SecurityNotice(event, Instant.EPOCH).template(), new Letter.SecurityNotice(WHEN));
        }
        for (MailedCode what : MailedCode.values()) {
            all.put(
                    new Content.CodeToType(what, sealed, Instant.EPOCH).template(),
                    new Letter.CodeToType(CODE, MINUTES));
        }
        for (MailedLink what : MailedLink.values()) {
            all.put(
                    new Content.LinkToFollow(what, sealed, Instant.EPOCH).template(),
                    new Letter.LinkToFollow(LINK, WHEN));
        }
        return all;
    }
}
