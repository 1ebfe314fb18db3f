package org.tctf.lambda;

/** Has something that must not be the same in every process that was restored from one snapshot. */
interface Restorable {

    void restored();
}
