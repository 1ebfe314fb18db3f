package org.tctf.usermessage;

import org.tctf.testing.Workbench;

/** The sentences as plain calls of the use cases. */
class ChatPlainTest extends ChatBehaviour {

    @Override
    Chat start() {
        return new PlainChat(Workbench.of(UserMessageService.DEFINITION));
    }
}
