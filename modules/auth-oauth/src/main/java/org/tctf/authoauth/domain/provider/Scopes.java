package org.tctf.authoauth.domain.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an application may ask for (OpenID Connect Core §5.4 and §11). What we don't know is not given (RFC 6749 §3.3). */
public final class Scopes {
    public static final String OPENID = "openid";
    public static final String PROFILE = "profile";
    public static final String EMAIL = "email";
    public static final String OFFLINE_ACCESS = "offline_access";

    /** In the order in which people are asked. */
    public static final List<String> ALL = List.of(OPENID, PROFILE, EMAIL, OFFLINE_ACCESS);

    private static final Map<String, Set<String>> CLAIMS = Map.of(
            PROFILE, Set.of("name", "preferred_username", "locale", "updated_at"),
            EMAIL, Set.of("email", "email_verified"));

    private Scopes() {}

    /** Those that we know, each once. */
    public static List<String> known(Collection<String> asked) {
        return ALL.stream().filter(asked::contains).toList();
    }

    /** The claims that a scope stands for. */
    public static Set<String> claimsOf(String scope) {
        return CLAIMS.getOrDefault(scope, Set.of());
    }

    /** The claims without those that scopes stand for which are not given. */
    public static List<String> claimsWithout(Collection<String> scopes, List<String> claims) {
        return claims.stream()
                .filter(claim ->
                        scopes.stream().noneMatch(scope -> claimsOf(scope).contains(claim)))
                .toList();
    }

    /** The scopes with those that single claims belong to, so that nobody gets a claim past its member's consent. */
    public static List<String> with(Collection<String> scopes, Collection<String> claims) {
        Set<String> all = new LinkedHashSet<>(scopes);
        CLAIMS.forEach((scope, its) -> {
            if (claims.stream().anyMatch(its::contains)) {
                all.add(scope);
            }
        });
        return known(new ArrayList<>(all));
    }
}
