package org.tctf.authmfa.application;

import java.util.List;
import org.tctf.kernel.crypto.Encrypted;

/** Port: codes that we make. Kept as digests only, each bound to its member and kind, and a mailed one to its sign-in. */
public interface OneTimeCodes {

    /** A code to show once. */
    record Shown(String code, String digest) {}

    /** A code to mail. */
    record Mailed(Encrypted code, String digest) {}

    Shown backupCode(String userId);

    /** @param challenge of the sign-in that asks for it: in no other is it right */
    Mailed temporaryCode(String userId, String challenge);

    /** What a typed backup code may have been digested to; spaces, hyphens and case don't matter. */
    List<String> digestsOfBackupCode(String userId, String typed);

    List<String> digestsOfTemporaryCode(String userId, String challenge, String typed);
}
