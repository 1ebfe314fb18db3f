package org.tctf.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/**
 * What a new password must be, wherever it is set: long enough, in no list of breached ones, and not made of what everybody
 * knows of its owner or of this platform (NIST SP 800-63B §5.1.1.2). Nothing is asked of its characters, since that makes passwords no harder
 * to guess. That it is none of the last {@value Passwords#REMEMBERED} is the provider's to say.
 */
public record PasswordPolicy(BreachedPasswords breached) {
    /** In characters as people count them. */
    public static final int MIN_LENGTH = 12;

    /** So that nobody makes us hash novels. */
    public static final int MAX_LENGTH = 128;

    /** What somebody tries first because it is here; {@code docs/security/README.md} lists them too. */
    public static final Set<String> CONTEXT = Set.of(
            "tctf",
            "cometbid",
            "technology",
            "foundation",
            "community",
            "platform",
            "member",
            "membership",
            "moderator",
            "staff",
            "admin",
            "administrator");

    /** Shorter names are in too many words. */
    private static final int TELLING = 4;

    /** What must be left of a password without such words. */
    private static final int REST = 8;

    /**
     * @param known what everybody knows of the owner: names; an address is known by its parts
     * @throws Problem {@code PASSWORD_TOO_SHORT}, {@code PASSWORD_TOO_LONG}, {@code PASSWORD_TOO_OBVIOUS}, {@code
     *     PASSWORD_BREACHED}, at {@code pointer}
     */
    public void check(Password password, EmailAddress email, List<String> known, String pointer) {
        if (password.length() < MIN_LENGTH) {
            throw refused("PASSWORD_TOO_SHORT", "use at least %d characters".formatted(MIN_LENGTH), pointer);
        }
        if (password.length() > MAX_LENGTH) {
            throw refused("PASSWORD_TOO_LONG", "use at most %d characters".formatted(MAX_LENGTH), pointer);
        }
        if (isMadeOf(password, Stream.concat(Stream.concat(parts(email), known.stream()), CONTEXT.stream()))) {
            throw refused(
                    "PASSWORD_TOO_OBVIOUS", "there is little in it but names: yours, your address, or ours", pointer);
        }
        if (breached.contains(password)) {
            throw refused("PASSWORD_BREACHED", "it is in a list of passwords that attackers try first", pointer);
        }
    }

    private static boolean isMadeOf(Password password, Stream<String> known) {
        String rest = fold(password.value());
        int before = rest.length();
        List<String> words = known.map(PasswordPolicy::fold)
                .filter(word -> word.length() >= TELLING)
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest.length() < before && rest.length() < REST;
    }

    private static Stream<String> parts(EmailAddress email) {
        return Stream.concat(
                Stream.of(email.value()), Arrays.stream(email.value().split("[@._+-]")));
    }

    /** In lower case, without accents and spaces, with the usual digits and signs as the letters they stand for; 1 is i and l. */
    private static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return plain.replaceAll("[\\p{M}\\s]", "")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's');
    }

    private static Problem refused(String code, String why, String pointer) {
        return Problem.invalid(code, "This password cannot be used: %s.".formatted(why))
                .at(pointer);
    }
}
