package org.tctf.authcore.domain;

/** A spent refresh token came back; its session is over. Once for each session. */
public record RefreshTokenReused(String userId, String sessionId) {}
