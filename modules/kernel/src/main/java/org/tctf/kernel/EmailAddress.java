package org.tctf.kernel;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * An e-mail address in the one form in which we compare and store it: lower case, domain in ASCII (IDNA, RFC 5891), at
 * most 254 characters (RFC 5321 §4.5.3.1.3). The local part must be ASCII: we don't send by SMTPUTF8 (RFC 6531), and a
 * Cyrillic look-alike of a member's address must not become a second account.
 */
@ValueObject
public record EmailAddress(String value) {
    private static final int MAX_LENGTH = 254;
    // RFC 5322 §3.2.3 dot-atom; quoted local parts are legal and unused in practice, so they are refused.
    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /** @throws Problem {@code INVALID_EMAIL} when it is not an address that we can mail */
    public EmailAddress {
        value = canonical(value);
    }

    /** The address with all but the ends hidden, fit for a log or a screen: {@code a***a@e***e.org}. */
    public String masked() {
        int at = value.indexOf('@');
        int dot = value.lastIndexOf('.');
        return ends(value.substring(0, at)) + "@" + ends(value.substring(at + 1, dot)) + value.substring(dot);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String canonical(String raw) {
        String trimmed = raw.strip();
        int at = trimmed.lastIndexOf('@');
        if (at < 1 || trimmed.length() > MAX_LENGTH) {
            throw invalid("an address looks like ada@example.org and has at most " + MAX_LENGTH + " characters");
        }
        String local = trimmed.substring(0, at).toLowerCase(Locale.ROOT);
        if (local.length() > 64 || !LOCAL.matcher(local).matches()) {
            throw invalid("the part before the @ must be 1 to 64 plain ASCII characters");
        }
        String domain;
        try {
            domain = IDN.toASCII(trimmed.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomain) {
            throw invalid("the part after the @ is not a domain name");
        }
        if (!DOMAIN.matcher(domain).matches() || local.length() + 1 + domain.length() > MAX_LENGTH) {
            throw invalid("the part after the @ is not a domain name");
        }
        return local + "@" + domain;
    }

    private static Problem invalid(String why) {
        return Problem.invalid("INVALID_EMAIL", "This e-mail address cannot be used: " + why + ".")
                .at("/email");
    }

    private static String ends(String part) {
        return part.charAt(0) + "***" + part.charAt(part.length() - 1);
    }
}
