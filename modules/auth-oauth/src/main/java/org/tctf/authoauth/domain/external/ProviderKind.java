package org.tctf.authoauth.domain.external;

import org.jspecify.annotations.Nullable;

/** What a provider speaks, and where it is if there is only one of it. */
public enum ProviderKind {
    GOOGLE("Google", "https://accounts.google.com"),
    SLACK("Slack", "https://slack.com"),
    /** No OpenID provider: OAuth 2 and an API of its own. Another address is a GitHub Enterprise Server. */
    GITHUB("GitHub", "https://github.com"),
    /** Any OpenID provider with a discovery document. */
    OPENID_CONNECT(null, null);

    private final @Nullable String usualName;
    private final @Nullable String usualIssuer;

    ProviderKind(@Nullable String usualName, @Nullable String usualIssuer) {
        this.usualName = usualName;
        this.usualIssuer = usualIssuer;
    }

    public @Nullable String usualName() {
        return usualName;
    }

    public @Nullable String usualIssuer() {
        return usualIssuer;
    }

    /** Whether there is no other than the usual one. */
    public boolean isOnlyOne() {
        return this == GOOGLE || this == SLACK;
    }
}
