package org.tctf.authoauth.domain.external;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.RedirectUri;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Encrypted;

/**
 * A provider that members may sign in with, as an administrator has set it up.
 *
 * @param id in our addresses: {@code google}
 * @param name for people
 * @param issuer the OpenID issuer, or the GitHub server
 * @param clientId who we are there
 * @param redirectUris where it may send a browser back to; compared exactly, and registered there as well
 */
public record SignInProvider(
        String id,
        ProviderKind kind,
        String name,
        String issuer,
        String clientId,
        Encrypted clientSecret,
        List<RedirectUri> redirectUris) {
    /** Of the platform. */
    public static final int MAX = 20;

    public static final int MAX_URIS = 10;
    public static final String ID = "[a-z][a-z0-9-]{1,30}";

    private static final Pattern IDS = Pattern.compile(ID);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /** @throws Problem {@code INVALID_PROVIDER} */
    public SignInProvider {
        redirectUris = List.copyOf(redirectUris);
        if (!IDS.matcher(id).matches()) {
            throw invalid(
                    "A provider's id is 2 to 31 lower case letters, digits and hyphens, and begins with a letter.");
        }
        if (kind.isOnlyOne() && !issuer.equals(kind.usualIssuer())) {
            throw invalid("%s has one issuer, %s; leave it out.".formatted(kind.usualName(), kind.usualIssuer()));
        }
        if (redirectUris.isEmpty()) {
            throw invalid("Say where the provider may send a browser back to.");
        }
    }

    /**
     * Whether we may call this address: TLS, or this machine where the platform itself is tried out without TLS.
     *
     * @param isTriedOut whether people reach the platform itself without TLS
     */
    public static boolean mayBeCalled(@Nullable URI address, boolean isTriedOut) {
        return address != null
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && ("https".equals(address.getScheme())
                        || (isTriedOut && "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost())));
    }

    /** @throws Problem {@code INVALID_PROVIDER} when the issuer is not to be called */
    public void requireCallable(boolean isTriedOut) {
        try {
            URI address = new URI(issuer);
            if (mayBeCalled(address, isTriedOut) && address.getRawQuery() == null) {
                return;
            }
        } catch (URISyntaxException noAddress) {
            // falls through to the same sentence
        }
        throw invalid("The issuer is an https address without user, query and fragment.");
    }

    /** @throws Problem {@code REDIRECT_URI_NOT_ALLOWED} */
    public void requireRedirect(String asked) {
        if (!returnsTo(asked)) {
            throw Problem.invalid(
                            "REDIRECT_URI_NOT_ALLOWED",
                            "%s may not send a browser there; use an address that an administrator has allowed."
                                    .formatted(name))
                    .at("/redirectUri");
        }
    }

    /** Whether it may send a browser back there. */
    public boolean returnsTo(String address) {
        return redirectUris.stream().anyMatch(known -> known.matches(address));
    }

    /** Under which its members' subjects are theirs for good. */
    public String authority() {
        return kind == ProviderKind.GITHUB && issuer.equals(ProviderKind.GITHUB.usualIssuer()) ? "github" : issuer;
    }

    private static Problem invalid(String sentence) {
        return Problem.invalid("INVALID_PROVIDER", sentence);
    }
}
