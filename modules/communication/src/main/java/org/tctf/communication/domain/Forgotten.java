package org.tctf.communication.domain;

/** A member who is gone: facts about them that come late must not bring them back. */
public record Forgotten(String memberId, long version) implements Addressee {}
