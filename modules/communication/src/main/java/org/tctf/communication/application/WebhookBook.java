package org.tctf.communication.application;

import java.util.function.UnaryOperator;
import org.tctf.communication.domain.MemberWebhooks;

/** Port: members' webhooks. */
public interface WebhookBook {

    MemberWebhooks of(String memberId);

    /** Changes them; decided again when somebody else was faster. */
    MemberWebhooks change(String memberId, UnaryOperator<MemberWebhooks> change);
}
