package org.tctf.authoauth.domain.external;

/** An administrator has set up, or changed, a provider that members sign in with. */
public record SignInProviderConfigured(String provider, String name, String issuer, String configuredBy) {}
