package org.tctf.messagingconsumers.application.campaign;

import java.util.Map;

/** Port: how many mails a second each mail provider may be given in bulk. */
public interface Rates {
    /** Where nobody has said otherwise: what Amazon SES gives to a new account. */
    int STANDARD = 14;

    int of(String provider);

    /** Those that somebody has set. */
    Map<String, Integer> all();

    void set(String provider, int perSecond);
}
