package org.tctf.authoauth.application.provider;

/** Command: go on forgetting a member. */
public record ForgetMore(String userId) {}
