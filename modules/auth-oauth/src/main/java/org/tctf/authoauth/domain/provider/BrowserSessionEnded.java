package org.tctf.authoauth.domain.provider;

/** A member signed out of a browser, by themselves or through an application: the session that it had is over. */
public record BrowserSessionEnded(String userId, String sessionId) {}
