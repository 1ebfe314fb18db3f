package org.tctf.authadmin.application;

import java.util.Map;

/** Port: what the audit log and everybody else hears of service keys. */
public interface KeyLedger {

    /** Somebody is about to do this to a key: an entry of the audit log, before anything happens. */
    void ordered(String type, String keyId, String actor, Map<String, String> details);

    /** It is done: an entry of the audit log, and the fact, in one transaction. */
    void done(String type, String keyId, String actor, Map<String, String> details, Object fact);
}
