package org.tctf.authoauth.domain.provider;

/** An application was registered. */
public record ClientRegistered(String clientId, String name, String ownerId) {}
