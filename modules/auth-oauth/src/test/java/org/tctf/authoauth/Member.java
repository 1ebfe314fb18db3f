package org.tctf.authoauth;

/**
 * A member with a browser that is signed in.
 *
 * @param accessToken of the session that their browser is signed in with
 * @param cookie what the browser sends
 */
record Member(String userId, String email, String sessionId, String accessToken, String cookie) {}
