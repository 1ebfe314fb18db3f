package org.tctf.messagingconsumers.application.campaign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.messagingconsumers.application.Links;
import org.tctf.messagingconsumers.domain.link.Link;

/**
 * Lets the links of one reader's mail go through us, and has the mail say that it was opened. The way out is left as it is:
 * leaving is not to be watched.
 */
record TrackedLinks(Links links, PublicUrl publicUrl, String subscriberId, String campaignId, String out) {
    private static final Pattern HREF = Pattern.compile("(?i)(<a\\b[^>]*?\\bhref=\")(https?://[^\"]{1,1000})\"");
    private static final Pattern END = Pattern.compile("(?i)</body>");

    String in(String html) {
        String followed = HREF.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(tracked(found.group(1), found.group(2))));
        String pixel = "<img src=\"%s\" width=\"1\" height=\"1\" alt=\"\">"
                .formatted(address("opened", new Link.Opened(subscriberId, campaignId)));
        Matcher end = END.matcher(followed);
        return end.find() ? end.replaceFirst(Matcher.quoteReplacement(pixel + end.group())) : followed + pixel;
    }

    private String tracked(String before, String escaped) {
        String url = unescaped(escaped);
        return url.equals(out)
                ? before + escaped + "\""
                : before + address("click", new Link.Follow(subscriberId, campaignId, url)) + "\"";
    }

    private String address(String what, Link link) {
        return publicUrl.at("/v1/mail-links/" + what, "token", links.seal(link)).toString();
    }

    private static String unescaped(String html) {
        return html.replace("&#61;", "=")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
