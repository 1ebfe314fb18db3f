package org.tctf.authuser.adapter.web;

import org.tctf.authuser.application.Codes;

/**
 * @param act what the link is for
 * @param done whether it was done now, or before
 */
record LinkView(Codes.Act act, boolean done) {}
