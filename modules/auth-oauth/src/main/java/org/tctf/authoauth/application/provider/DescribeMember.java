package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.Profile;
import org.tctf.authoauth.domain.provider.Scopes;
import org.tctf.identity.Standing;

/**
 * What may be said of a member (OpenID Connect Core §5.1): names and language as others' facts had them, the address as
 * the identity provider has it now.
 */
@Singleton
public class DescribeMember {
    private final Profiles profiles;

    public DescribeMember(Profiles profiles) {
        this.profiles = profiles;
    }

    /** The claims that these scopes stand for and those asked for one by one, as far as they are known. */
    public Map<String, Object> claims(Standing standing, Collection<String> scopes, Collection<String> single) {
        Set<String> names = new TreeSet<>(single);
        scopes.forEach(scope -> names.addAll(Scopes.claimsOf(scope)));
        Profile profile = profiles.of(standing.account().id())
                .orElseGet(() -> Profile.unknown(standing.account().id()));
        Map<String, Object> claims = new LinkedHashMap<>();
        for (String name : names) {
            Object value = value(name, standing, profile);
            if (value != null) {
                claims.put(name, value);
            }
        }
        return claims;
    }

    private static @Nullable Object value(String claim, Standing standing, Profile profile) {
        return switch (claim) {
            case "name" -> profile.name();
            case "preferred_username" -> profile.membershipName();
            case "locale" -> profile.language();
            case "updated_at" ->
                profile.name() == null ? null : profile.updatedAt().getEpochSecond();
            case "email" -> standing.account().email().value();
            case "email_verified" -> standing.confirmed();
            default -> null;
        };
    }
}
