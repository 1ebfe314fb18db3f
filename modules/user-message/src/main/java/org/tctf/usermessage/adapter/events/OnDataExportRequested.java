package org.tctf.usermessage.adapter.events;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.usermessage.UserMessageService;
import org.tctf.usermessage.adapter.view.ConversationView;
import org.tctf.usermessage.application.Blocks;
import org.tctf.usermessage.application.ListConversations;
import org.tctf.usermessage.application.Messages;

/** A member gets their conversations, what they wrote in them, and whom they block; what others wrote is theirs. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    /** Of each kind at most; a message has 16 KB at most, and gzip makes a tenth of most texts. */
    private static final int MOST = 20_000;

    private static final int PAGE = 100;

    private final ListConversations listConversations;
    private final Messages messages;
    private final Blocks blocks;

    public OnDataExportRequested(
            ListConversations listConversations,
            Messages messages,
            Blocks blocks,
            ServiceTables tables,
            Codec codec,
            Encryption encryption) {
        super(UserMessageService.DEFINITION, tables, codec, encryption);
        this.listConversations = listConversations;
        this.messages = messages;
        this.blocks = blocks;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        return Map.of(
                "conversations",
                Page.read(
                        MOST,
                        cursor -> listConversations.list(memberId, PAGE, cursor).map(ConversationView::of)),
                "messages",
                Page.read(MOST, cursor -> messages.by(memberId, PAGE, cursor)),
                "blocks",
                Page.read(MOST, cursor -> blocks.of(memberId, PAGE, cursor)));
    }
}
