package org.tctf.authmfa.adapter.web;

import java.util.List;

/** @param backupCodes each good once, in the place of a code of the app; shown this once */
record BackupCodesView(List<String> backupCodes) {

    @Override
    public String toString() {
        return "BackupCodesView[…]";
    }
}
