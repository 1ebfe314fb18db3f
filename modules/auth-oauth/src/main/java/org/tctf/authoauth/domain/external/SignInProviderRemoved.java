package org.tctf.authoauth.domain.external;

/** An administrator has taken out a provider that members signed in with. */
public record SignInProviderRemoved(String provider, String removedBy) {}
