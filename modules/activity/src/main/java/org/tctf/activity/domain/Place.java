package org.tctf.activity.domain;

import org.jmolecules.ddd.annotation.ValueObject;

/**
 * A place in a conversation.
 *
 * @param number the message's, counted from 1
 */
@ValueObject
public record Place(String conversationId, long number) {}
