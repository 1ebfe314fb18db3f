package org.tctf.usermessage.adapter.socket;

import org.tctf.usermessage.adapter.view.ChangeView;

/** A conversation's log has one entry more. A client that does not know the entry before it syncs. */
public record ChangePush(String conversationId, ChangeView change) {}
