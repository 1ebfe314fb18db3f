package org.tctf.__package__.domain;

/** The order to this service itself to go on erasing what it keeps of a member. */
public record ForgetMore(String memberId) {}
