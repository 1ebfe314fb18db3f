package org.tctf.communication.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.domain.BrowserSubscription;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.PushSubscription;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.crypto.Hashes;

/** Makes what is pushed to a browser: a few words, short enough for any push service, and nothing to sign in with. */
@Singleton
public class ComposePush {
    /** In code points. Of four bytes each, all of it is far below the 3,993 bytes that RFC 8291 §4 leaves. */
    private static final int TITLE = 150;

    private static final int TEXT = 300;
    private static final int TOPIC = 32;
    private static final String SHORTENED = "…";

    /**
     * What the browser's service worker gets.
     *
     * @param lang what the words are in
     * @param tag of two with the same, the newer takes the older one's place on the screen
     */
    record Shown(String title, @Nullable String body, String lang, String tag) {}

    private final ComposeMail composeMail;
    private final Templates templates;
    private final Encryption encryption;
    private final Codec codec;

    public ComposePush(ComposeMail composeMail, Templates templates, Encryption encryption, Codec codec) {
        this.composeMail = composeMail;
        this.templates = templates;
        this.encryption = encryption;
        this.codec = codec;
    }

    public PushCarrier.Push compose(Message message, Content.ByPush content, PushSubscription to) {
        String topic =
                Hashes.sha256(message.to().memberId() + "/" + content.kind()).substring(0, TOPIC);
        return new PushCarrier.Push(
                message.id(),
                codec.fromJson(encryption.decrypt(PushSubscription.PURPOSE, to.sealed()), BrowserSubscription.class),
                codec.toJson(shown(message, content, topic)),
                topic,
                content.urgency());
    }

    private Shown shown(Message message, Content.ByPush content, String topic) {
        String lang = message.to().language().tag();
        return switch (content) {
            case Content.PushedMail(var to, Content.ByMail mail) -> {
                Templates.Brief brief = templates.brief(
                        mail.template(), message.to().language(), composeMail.letter(mail, message.to()));
                yield new Shown(shortened(brief.title(), TITLE), shortened(brief.text(), TEXT), lang, topic);
            }
            case Content.PushedNotification(var to, var kind, String title) ->
                new Shown(shortened(title, TITLE), null, lang, topic);
        };
    }

    static String shortened(String text, int most) {
        String line = ComposeMail.oneLine(text);
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + SHORTENED;
    }
}
