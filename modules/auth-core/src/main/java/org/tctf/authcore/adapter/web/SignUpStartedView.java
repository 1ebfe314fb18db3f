package org.tctf.authcore.adapter.web;

/**
 * @param sessionId the sign-up's id, to confirm it by code
 * @param verificationRequired always true: a mail is on its way
 */
record SignUpStartedView(String sessionId, boolean verificationRequired) {}
